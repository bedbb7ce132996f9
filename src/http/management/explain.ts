/** What the firewall sees in a text and why. Nothing is sent, stored or logged. */
import { EXPLAIN_LENGTH } from '../../contract/explain.ts';
import { type WorkspaceSettings, workspaceSettingsSchema } from '../../contract/workspace.ts';
import { GatewayError } from '../../errors.ts';
import { explainRequest } from '../../request-path/explain-request.ts';
import type { Inspector } from '../../request-path/inspector.ts';
import type { MembershipStore } from '../../workspace/membership-store.ts';
import { effectiveWorkspaceRole } from '../../workspace/role.ts';
import type { WorkspaceStore } from '../../workspace/workspace-store.ts';
import { found, type Handlers, type Input } from './handler.ts';
import { checkDetection } from './workspaces.ts';

export interface ExplainDependencies {
  readonly workspaces: WorkspaceStore;
  readonly memberships: MembershipStore;
  readonly inspector: Inspector;
}

export function explainHandlers({ workspaces, memberships, inspector }: ExplainDependencies): Handlers<'explain'> {
  /** A workspace one does not belong to reads like one that does not exist; owners and admins act in all of them. */
  const settingsOf = async ({ body, person }: Input<'explain'>): Promise<WorkspaceSettings | undefined> => {
    if (body.workspace === undefined) return undefined;
    const workspace = found(await workspaces.get(body.workspace));
    const membership = await memberships.get(workspace.id, person.id);
    found(effectiveWorkspaceRole(person.role, membership?.role));
    return workspace.settings;
  };
  return {
    async explain(input) {
      const { text, settings, pii } = input.body;
      const messages = input.body.messages ?? [{ role: 'user', content: text }];
      refuseLongTexts(messages);
      const saved = await settingsOf(input);
      checkDetection(settings?.detection);
      const explanation = await explainRequest(
        {
          messages,
          settings: settings ?? saved ?? DEFAULTS,
          pii: pii ?? (settings === undefined && saved === undefined ? 'obfuscate' : undefined),
          signal: input.signal,
        },
        inspector,
      );
      if (text === undefined) return explanation;
      const texts = explanation.texts.map((each) =>
        each.path === 'messages[0].content' ? { ...each, path: 'text' } : each,
      );
      return { ...explanation, texts };
    },
  };
}

const DEFAULTS: WorkspaceSettings = workspaceSettingsSchema.parse({});

/** @throws GatewayError request_too_large */
export function refuseLongTexts(messages: unknown): void {
  if (JSON.stringify(messages).length <= EXPLAIN_LENGTH) return;
  throw new GatewayError('request_too_large', {
    message: `All texts together may be at most ${EXPLAIN_LENGTH.toLocaleString('en')} characters here.`,
  });
}
