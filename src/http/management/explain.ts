/** What the firewall sees in a text and why. Nothing is sent, stored or logged. */
import { EXPLAIN_LENGTH } from '../../contract/explain.ts';
import { type WorkspaceSettings, workspaceSettingsSchema } from '../../contract/workspace.ts';
import { GatewayError } from '../../errors.ts';
import type { Limiter } from '../../metering/limits.ts';
import { explainRequest } from '../../request-path/explain-request.ts';
import type { Inspector } from '../../request-path/inspector.ts';
import type { MembershipStore } from '../../workspace/membership-store.ts';
import { effectiveWorkspaceRole } from '../../workspace/role.ts';
import type { WorkspaceStore } from '../../workspace/workspace-store.ts';
import { found, type Handlers, type Input } from './handler.ts';

export interface ExplainDependencies {
  readonly workspaces: WorkspaceStore;
  readonly memberships: MembershipStore;
  readonly inspector: Inspector;
  readonly limiter: Limiter;
}

export function explainHandlers({
  workspaces,
  memberships,
  inspector,
  limiter,
}: ExplainDependencies): Handlers<'explain'> {
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
      refuseLongSettings(settings);
      refuseFloods(limiter, input.person.id);
      const explanation = await explainRequest(
        {
          messages,
          settings: settings ?? saved ?? DEFAULTS,
          unsaved: settings !== undefined,
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

/** UTF-16 units of settings to try, as JSON: they are compiled for one text. */
const MAX_SETTINGS = 250_000;

/** @throws GatewayError request_too_large */
function refuseLongSettings(settings: WorkspaceSettings | undefined): void {
  if (settings === undefined || JSON.stringify(settings).length <= MAX_SETTINGS) return;
  throw new GatewayError('request_too_large', {
    message: `Settings to try may be at most ${MAX_SETTINGS.toLocaleString('en')} characters. Save them and name the workspace instead.`,
  });
}

/** Each explanation costs about what a request costs, and no key has limits for it. @throws GatewayError rate_limit_exceeded */
function refuseFloods(limiter: Limiter, personId: string): void {
  limiter.admit([{ id: `explain:${personId}`, limits: { requestsPerMinute: 240 } }]);
}

/** @throws GatewayError request_too_large */
export function refuseLongTexts(messages: unknown): void {
  if (JSON.stringify(messages).length <= EXPLAIN_LENGTH) return;
  throw new GatewayError('request_too_large', {
    message: `All texts together may be at most ${EXPLAIN_LENGTH.toLocaleString('en')} characters here.`,
  });
}
