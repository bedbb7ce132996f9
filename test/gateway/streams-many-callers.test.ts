/** A thousand callers at once through one gateway, each with values of its own under the same placeholders. */
import { afterAll, beforeAll, expect, test } from 'bun:test';
import { chunk, DONE, echoOf, type ReceivedRequest, USAGE_CHUNK } from '../support/fake-provider.ts';
import { type GatewayProcess, startGatewayProcess } from '../support/gateway-process.ts';
import { postRaw } from '../support/raw-client.ts';
import { contentOf } from '../support/start-gateway.ts';

const CALLERS = 1000;
let gateway: GatewayProcess;
beforeAll(async () => {
  gateway = await startGatewayProcess({ users: 3 });
});
afterAll(() => gateway.clean());

/** Every value of caller n holds `u<n>x`. */
const textOf = (n: number): string =>
  `Write to ana.u${n}x@corp.test and${n % 3 === 0 ? ` bob.u${n}x@corp.test,` : ''} from 198.18.${n % 250}.${1 + (n % 200)}, about ticket u${n}x.`;

/** Placeholders that some callers have and some have not. */
const ENDING = ' Also [EMAIL_2], [EMAIL_3] and [PERSON_1].';
const endingFor = (n: number): string => (n % 3 === 0 ? ENDING.replace('[EMAIL_2]', `bob.u${n}x@corp.test`) : ENDING);

const encoder = new TextEncoder();

interface Dealt {
  readonly pieces: string[];
  gone: boolean;
  readonly controller: ReadableStreamDefaultController<Uint8Array>;
}

/**
 * Answers when all have asked, one piece to each in turn, so that every stream lies between all others. Who was refused on the way will not
 * ask: nobody waits for them longer than half a minute.
 */
function answerTogether(count: number): { answer: (request: ReceivedRequest) => Promise<Response>; end(): void } {
  let open: Dealt[] = [];
  let over = false;
  const all = Promise.withResolvers<void>();
  const deal = async (): Promise<void> => {
    await Promise.race([all.promise, Bun.sleep(30_000)]);
    all.resolve();
    while (!over) {
      const next: Dealt[] = [];
      for (const stream of open) {
        const piece = stream.pieces.shift();
        // The gateway hangs up by itself after [DONE].
        if (stream.gone) continue;
        if (piece === undefined) stream.controller.close();
        else {
          stream.controller.enqueue(encoder.encode(piece));
          next.push(stream);
        }
      }
      open = next;
      await Bun.sleep(0);
    }
  };
  void deal();
  let asked = 0;
  const answer = async (request: ReceivedRequest): Promise<Response> => {
    asked++;
    const text = `${echoOf(request)}${ENDING}`;
    const pieces = [chunk({ role: 'assistant', content: '' })];
    // Cut inside the placeholders, each caller elsewhere.
    const size = 3 + (asked % 7);
    for (let i = 0; i < text.length; i += size) pieces.push(chunk({ content: text.slice(i, i + size) }));
    pieces.push(chunk({}, 'stop'), USAGE_CHUNK, DONE);
    if (asked === count) all.resolve();
    await all.promise;
    let dealt: Dealt | undefined;
    const body = new ReadableStream<Uint8Array>({
      start(controller) {
        dealt = { pieces, controller, gone: false };
        open.push(dealt);
      },
      cancel() {
        if (dealt !== undefined) dealt.gone = true;
      },
    });
    return new Response(body, { headers: { 'content-type': 'text/event-stream' } });
  };
  return {
    answer,
    end() {
      over = true;
    },
  };
}

/** All callers at once; each must read its own values and nothing of anybody else. */
async function round(): Promise<void> {
  const { provider, url, keys } = gateway;
  provider.received.length = 0;
  const together = answerTogether(CALLERS);
  provider.answerWith(together.answer);
  const answers = await Promise.all(
    Array.from({ length: CALLERS }, (_unused, n) =>
      postRaw({
        url: `${url}/api/v1/chat/completions`,
        key: keys[n % keys.length] ?? '',
        body: JSON.stringify({
          model: 'my-team',
          pii: 'obfuscate',
          stream: true,
          messages: [{ role: 'user', content: textOf(n) }],
        }),
      }),
    ),
  );
  together.end();
  const wrong = answers.flatMap(({ status, text }, n) => {
    const events = text.split('\n\n').flatMap((each) => (each.startsWith('data: ') ? [each.slice(6)] : []));
    const right = status === 200 && events.at(-1) === '[DONE]' && contentOf(events) === textOf(n) + endingFor(n);
    const foreign = [...text.matchAll(/u\d+x/g)].some(([mark]) => mark !== `u${n}x`);
    return right && !foreign ? [] : [{ n, status, text: text.slice(0, 300) }];
  });
  expect(wrong.slice(0, 3)).toEqual([]);
  expect(provider.received.length).toBe(CALLERS);
  expect(provider.received.filter(({ text }) => /u\d+x@/.test(text)).length).toBe(0);
}

test('everybody gets their own values; rounds of it do not make the process grow', async () => {
  const memory: number[] = [];
  for (let i = 0; i < 6; i++) {
    await round();
    await Bun.sleep(300);
    memory.push(gateway.residentMemory());
  }
  console.log(
    `resident memory after each round of ${CALLERS} streams: ${memory.map((mb) => mb.toFixed(0)).join(', ')} MB`,
  );
  // A stream that is kept would keep tens of kilobytes: 4,000 of them well over this. When memory is collected is the machine's affair.
  expect(Math.min(...memory.slice(-3)) - (memory[1] ?? 0)).toBeLessThan(80);
});
