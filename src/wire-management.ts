/** Gives the management API its stores. */
import { createActivityStore } from './audit/activity-store.ts';
import { createAuditStore } from './audit/audit-store.ts';
import { createOverviewStore } from './audit/overview-store.ts';
import { createRetentionStore } from './audit/retention-store.ts';
import { createGatewayKeyStore } from './authentication/gateway-key-store.ts';
import { createInvitations } from './authentication/invitations.ts';
import { signedOutUriOf } from './authentication/openid/issuer-sign-out.ts';
import { createOpenIdClient } from './authentication/openid/openid-client.ts';
import { createOpenIdSignIn, redirectUriOf } from './authentication/openid/openid-sign-in.ts';
import { createSignInMethodStore } from './authentication/openid/sign-in-method-store.ts';
import { createPeople } from './authentication/people.ts';
import { createSecurityLog } from './authentication/security-log.ts';
import { createSignInLinks } from './authentication/sign-in-link.ts';
import { createSignInPolicyStore } from './authentication/sign-in-policy.ts';
import { createUserStore } from './authentication/user-store.ts';
import { createManagementApp, type ManagementApp } from './http/management/management-app.ts';
import type { MasterKey } from './platform/crypto.ts';
import { createHttpClient } from './platform/http-client.ts';
import type { Log } from './platform/log.ts';
import { createConnectionTester } from './providers/connection-test.ts';
import { createCredentialStore } from './providers/credential-store.ts';
import type { ChatGate } from './request-path/chat-completion.ts';
import type { Database } from './storage/database.ts';
import { createMembershipStore } from './workspace/membership-store.ts';
import { createOrganizationStore } from './workspace/organization-store.ts';
import { createWorkspaceStore } from './workspace/workspace-store.ts';

export interface ManagementWiring {
  readonly database: Database;
  readonly masterKey: MasterKey;
  /** Where people reach the dashboard. */
  readonly publicUrl: string;
  readonly log: Log;
  readonly gate: ChatGate;
}

export function wireManagement({ database, masterKey, publicUrl, log, gate }: ManagementWiring): ManagementApp {
  const people = createPeople({ database, masterKey, publicUrl });
  const methods = createSignInMethodStore({
    database,
    masterKey,
    redirectUri: redirectUriOf(publicUrl),
    signedOutUri: signedOutUriOf(publicUrl),
  });
  const http = createHttpClient();
  const client = createOpenIdClient(http);
  return createManagementApp({
    people,
    invitations: createInvitations(database),
    policy: createSignInPolicyStore(database),
    methods,
    openId: createOpenIdSignIn({ database, masterKey, publicUrl, people, methods, client }),
    securityLog: createSecurityLog(database),
    organization: createOrganizationStore(database),
    users: createUserStore(database),
    links: createSignInLinks(database),
    keys: createGatewayKeyStore(database, masterKey),
    workspaces: createWorkspaceStore(database),
    memberships: createMembershipStore(database),
    providers: createCredentialStore(database, masterKey),
    testConnection: createConnectionTester(http),
    audit: createAuditStore(database),
    overview: createOverviewStore(database),
    retention: createRetentionStore(database),
    activity: createActivityStore(database),
    gate,
    publicUrl,
    log,
  });
}
