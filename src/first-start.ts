import type { Environment, LoadedConfig } from './configuration/load-config.ts';
import { gatewayKeyInputSchema } from './contract/gateway-key.ts';
import { providerInputSchema } from './contract/provider.ts';
import { workspaceSettingsSchema } from './contract/workspace.ts';
import type { Stores } from './stores.ts';

/** What a newcomer is shown: a workspace that works at once, and a key for it (on the very first start only). */
export interface FirstStart {
  readonly workspace: string;
  readonly key: string | undefined;
}

interface KnownProvider {
  readonly name: string;
  readonly variable: string;
  readonly baseUrl: string;
  /** A small model that the vendor's own quick start names. */
  readonly model: string;
}

/** Providers whose key in the environment is enough to make a workspace. Addresses from the vendors' API references. */
const KNOWN_PROVIDERS: readonly KnownProvider[] = [
  { name: 'openai', variable: 'OPENAI_API_KEY', baseUrl: 'https://api.openai.com/v1', model: 'gpt-4o-mini' },
  {
    name: 'openrouter',
    variable: 'OPENROUTER_API_KEY',
    baseUrl: 'https://openrouter.ai/api/v1',
    model: 'openrouter/auto',
  },
  {
    name: 'groq',
    variable: 'GROQ_API_KEY',
    baseUrl: 'https://api.groq.com/openai/v1',
    model: 'llama-3.3-70b-versatile',
  },
  { name: 'mistral', variable: 'MISTRAL_API_KEY', baseUrl: 'https://api.mistral.ai/v1', model: 'mistral-small-latest' },
  { name: 'deepseek', variable: 'DEEPSEEK_API_KEY', baseUrl: 'https://api.deepseek.com/v1', model: 'deepseek-chat' },
  { name: 'xai', variable: 'XAI_API_KEY', baseUrl: 'https://api.x.ai/v1', model: 'grok-3-mini' },
];

const DEMO_WORKSPACE = 'demo';
/** Owns the first key until somebody creates the owner account; has no password and cannot sign in. */
const DEMO_USER = ['demo', 'onefirewall.internal'].join('@');

/**
 * On the first start of a gateway whose configuration declares nothing: a workspace `demo` on the echo provider, one for every
 * provider whose key is in the environment, and a key that may use them. Later starts and declared configurations change nothing.
 */
export async function prepareFirstStart(
  stores: Stores,
  { config }: LoadedConfig,
  environment: Environment,
): Promise<FirstStart | undefined> {
  const declared = config.workspaces.length + config.providers.length + config.users.length > 0;
  const existing = await stores.workspaces.list();
  if (declared || existing.length > 0 || (await stores.users.list()).length > 0) {
    const first = existing[0];
    return first === undefined ? undefined : { workspace: first.name, key: undefined };
  }
  const user = await stores.users.create({ email: DEMO_USER, name: 'Demo', role: 'member' });
  const targets = [{ name: DEMO_WORKSPACE, provider: 'echo', model: 'echo' }];
  await stores.providers.create(providerInputSchema.parse({ name: 'echo', kind: 'echo' }));
  for (const { name, variable, baseUrl, model } of KNOWN_PROVIDERS) {
    const apiKey = environment[variable];
    if (apiKey === undefined || apiKey === '') continue;
    await stores.providers.create(providerInputSchema.parse({ name, kind: 'openai-compatible', baseUrl, apiKey }));
    targets.push({ name, provider: name, model });
  }
  for (const { name, provider, model } of targets) {
    const settings = workspaceSettingsSchema.parse({ targets: [{ provider, model }] });
    const { id } = await stores.workspaces.create({ name, settings });
    await stores.memberships.set(id, user.id, 'member');
  }
  const { key } = await stores.keys.create(user.id, gatewayKeyInputSchema.parse({ name: 'First key' }));
  return { workspace: DEMO_WORKSPACE, key };
}
