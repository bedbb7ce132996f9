import type { SearchedPlace } from './canary-search.ts';
import { EXAMPLE_REGIONS } from './canary-texts.ts';
import { type FakeAnswer, streamText, wholeAnswer } from './fake-provider.ts';
import { type GatewayProcess, startGatewayProcess } from './gateway-process.ts';
import { contentOf } from './start-gateway.ts';

/** A gateway process at the most verbose log level, with workspaces of every policy, and the values that were planted in it. */
export interface CanaryRun {
  readonly gateway: GatewayProcess;
  /** Values that may stand nowhere but in the answer to who sent them. */
  readonly nowhere: Set<string>;
  /** The provider gets them by contract (`pii: disabled`) or said them itself; everywhere else they must not be. */
  readonly upstreamOnly: Set<string>;
  /** Bodies of answers with an error status. */
  readonly errors: SearchedPlace[];
  /** A value nobody else has, found wherever it stands. */
  canary(from?: Set<string>): string;
  /** A request to `my-team` with a canary in it. */
  asking(more?: Record<string, unknown>): Record<string, unknown>;
  send(body: unknown, headers?: Record<string, string>): Promise<Answered>;
  /** Reads a response and keeps it where it is an error. */
  answered(response: Response): Promise<Answered>;
  /** How often the detector outside was asked. */
  asked(): number;
  clean(): Promise<void>;
}

export interface Answered {
  readonly status: number;
  readonly text: string;
  readonly pii: string;
}

export async function startCanaryRun(): Promise<CanaryRun> {
  let asked = 0;
  // A detector outside is told the texts by design; this one fails and repeats them.
  const analyzer = Bun.serve({
    hostname: '127.0.0.1',
    port: 0,
    fetch: async (request) => new Response(await request.text(), { status: ++asked % 2 === 0 ? 500 : 200 }),
  });
  const detection = (more: string): string => `detection: { regions: [${EXAMPLE_REGIONS.join(', ')}], ${more} }`;
  const gateway = await startGatewayProcess({
    workspaces: {
      every: detection('unreadable: allow'),
      masking: detection('secrets: { mode: mask }'),
      blocking: `pii: { default: block, floor: block }\n${detection('unreadable: allow')}`,
      inspecting: 'answers: { personal: mask, secrets: block }',
      strict: 'answers: { personal: block, secrets: block }',
      marking: 'answers: { personal: mark, secrets: mark }',
      analyzed: 'detection: { external: [analyzer] }',
    },
    config: `log: { level: debug }
upstream: { firstByteSeconds: 5, idleSeconds: 5 }
firewall: { analyzer: { url: "http://127.0.0.1:${analyzer.port}/analyze", internal: true } }`,
  });
  const nowhere = new Set<string>();
  const errors: SearchedPlace[] = [];
  let made = 0;
  const canary = (from: Set<string> = nowhere): string => {
    const value = `canary.c${++made}q${(made * 7919) % 10_007}@corp.test`;
    from.add(value);
    return value;
  };
  const answered = async (response: Response): Promise<Answered> => {
    const text = await response.text();
    if (response.status >= 400) errors.push({ name: `an answer with ${response.status}`, bytes: Buffer.from(text) });
    return { status: response.status, text, pii: response.headers.get('x-onefirewall-pii') ?? '' };
  };
  return {
    gateway,
    nowhere,
    upstreamOnly: new Set(),
    errors,
    canary,
    asking: (more = {}) => ({
      model: 'my-team',
      pii: 'obfuscate',
      messages: [{ role: 'user', content: `Write to ${canary()}, please.` }],
      ...more,
    }),
    answered,
    send: async (body, headers = {}) =>
      answered(
        await fetch(`${gateway.url}/api/v1/chat/completions`, {
          method: 'POST',
          headers: { authorization: `Bearer ${gateway.keys[0]}`, 'content-type': 'application/json', ...headers },
          body: typeof body === 'string' ? body : JSON.stringify(body),
        }),
      ),
    asked: () => asked,
    async clean() {
      await gateway.clean();
      await analyzer.stop(true);
    },
  };
}

/** What a caller reads of an answer, whole or streamed. */
export function readAnswer({ text }: Answered): string {
  if (!text.startsWith(':')) return JSON.parse(text).choices[0].message.content;
  return contentOf(text.split('\n\n').flatMap((each) => (each.startsWith('data: ') ? [each.slice(6)] : [])));
}

/** Says everything it was sent, as models do when they are asked to repeat. */
export const repeatAll: FakeAnswer = (request) =>
  request.body.stream === true ? streamText(request.text, 40) : wholeAnswer(request.text);

/** Makes a request larger than 16 kB: it is read by a worker. */
export const LONG = 'And so on with the renewal of the contract. '.repeat(500);
