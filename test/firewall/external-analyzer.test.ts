import { afterAll, afterEach, describe, expect, test } from 'bun:test';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadConfig } from '../../src/configuration/load-config.ts';
import { type AnalyzerSettings, createAnalyzerClient } from '../../src/external-detectors/analyzer-client.ts';
import type { Finding } from '../../src/firewall/finding.ts';
import { createHttpClient } from '../../src/platform/http-client.ts';
import { chat, type RunningGateway, startGateway } from '../support/start-gateway.ts';

type Answer = (request: { text: string; language: string }, raw: Request) => Response | Promise<Response>;

/** An analyzer that does what a test says. */
function startAnalyzer() {
  let answer: Answer = () => Response.json([]);
  const asked: { text: string; language: string }[] = [];
  const server = Bun.serve({
    hostname: '127.0.0.1',
    port: 0,
    async fetch(request) {
      const body = (await request.json()) as { text: string; language: string };
      asked.push(body);
      return answer(body, request);
    },
  });
  return {
    url: `http://127.0.0.1:${server.port}/analyze`,
    asked,
    answerWith(next: Answer) {
      answer = next;
      asked.length = 0;
    },
    stop: () => server.stop(true),
  };
}

const analyzer = startAnalyzer();
const running: RunningGateway[] = [];
afterAll(async () => {
  for (const gateway of running) await gateway.stop();
  await analyzer.stop();
});
afterEach(() => analyzer.answerWith(() => Response.json([])));

/** Finds a word as Presidio does: offsets in code points. */
const finder =
  (word: string, type: string, score = 0.85): Answer =>
  ({ text }) => {
    const points = Array.from(text);
    const wanted = Array.from(word);
    const found = [];
    for (let i = 0; i + wanted.length <= points.length; i++) {
      if (points.slice(i, i + wanted.length).join('') === word) {
        found.push({ entity_type: type, start: i, end: i + wanted.length, score, analysis_explanation: null });
      }
    }
    return Response.json(found);
  };

const client = (settings: Partial<AnalyzerSettings> = {}) =>
  createAnalyzerClient(
    { url: analyzer.url, language: 'en', kinds: {}, threshold: 0.5, deadlineMs: 60_000, internal: true, ...settings },
    createHttpClient(),
  );
const detect = (texts: readonly string[], settings: Partial<AnalyzerSettings> = {}) =>
  client(settings).detect(texts, AbortSignal.timeout(60_000));
const parts = (text: string, findings: readonly Finding[] = []) =>
  findings.map(({ start, end, kind }) => `${kind}:${text.slice(start, end)}`);

describe("the analyzer's answers", () => {
  test('become findings of our kinds', async () => {
    analyzer.answerWith(finder('Zorblax', 'PERSON'));
    const text = 'Ask Zorblax, or ask Zorblax.';
    const [findings] = await detect([text]);
    expect(parts(text, findings)).toEqual(['PERSON:Zorblax', 'PERSON:Zorblax']);
    expect(findings?.[0]).toMatchObject({ tier: 'T2', type: 'PERSON', score: 0.85 });
    expect(analyzer.asked[0]).toMatchObject({ text, language: 'en' });
  });

  test('count characters, not UTF-16 units', async () => {
    analyzer.answerWith(finder('Zorb\ud83d\ude00lax', 'PERSON'));
    const text = '\ud83d\ude00\ud83c\udf0d Ask \ud83d\ude80 Zorb\ud83d\ude00lax, \ud835\udc00 now';
    const [findings] = await detect([text]);
    expect(parts(text, findings)).toEqual(['PERSON:Zorb\ud83d\ude00lax']);
  });

  test('keep to the order of the texts', async () => {
    analyzer.answerWith(async (request, raw) => {
      await Bun.sleep(request.text.length % 7);
      return finder('Zorblax', 'EMAIL_ADDRESS')(request, raw);
    });
    const texts = Array.from({ length: 40 }, (_unused, i) => `${'x'.repeat(i)}${i % 3 === 0 ? ' Zorblax' : ''}`);
    const found = await detect(texts);
    expect(found.map((list, i) => parts(texts[i] ?? '', list))).toEqual(
      texts.map((text) => (text.endsWith('Zorblax') ? ['EMAIL:Zorblax'] : [])),
    );
  });

  test('of unknown types are left out unless the configuration names a kind', async () => {
    analyzer.answerWith(finder('Zorblax', 'SPACESHIP'));
    expect(await detect(['Zorblax'])).toEqual([[]]);
    const [findings] = await detect(['Zorblax'], { kinds: { SPACESHIP: 'VEHICLE' } });
    expect(findings?.[0]?.kind).toBe('VEHICLE');
  });

  test('below the threshold are left out', async () => {
    analyzer.answerWith(finder('Zorblax', 'PERSON', 0.4));
    expect(await detect(['Zorblax'])).toEqual([[]]);
    expect((await detect(['Zorblax'], { threshold: 0.3 }))[0]).toHaveLength(1);
  });

  const entity = (more: object) => () =>
    Response.json([{ entity_type: 'PERSON', start: 0, end: 3, score: 0.9, ...more }]);
  test.each<[string, Answer]>([
    ['an error', () => new Response('down', { status: 500 })],
    ['no JSON', () => new Response('<html>')],
    ['no list', () => Response.json({ error: 'no' })],
    ['null in the list', () => Response.json([null])],
    ['an end behind the text', entity({ end: 300 })],
    ['an end that counts UTF-16 units', entity({ start: 6, end: 8 })],
    ['a start before the text', entity({ start: -1 })],
    ['a start behind the end', entity({ start: 3, end: 3 })],
    ['half a character', entity({ end: 1.5 })],
    ['no score', entity({ score: null })],
    ['a score over 1', entity({ score: 7 })],
    ['no type', entity({ entity_type: undefined })],
    ['a redirect', () => Response.redirect('http://127.0.0.1:1/')],
  ])('are refused: %s', async (_name, answer) => {
    analyzer.answerWith(answer);
    // Seven characters, eight UTF-16 units.
    await expect(detect(['Hello \ud83d\ude00'])).rejects.toThrow('analyzer');
  });

  test('that come too late are refused', async () => {
    analyzer.answerWith(() => new Promise<never>(() => {}));
    await expect(client().detect(['Hello'], AbortSignal.timeout(50))).rejects.toThrow('analyzer');
  });

  test('are not asked for at an address inside, unless the operator allows it', async () => {
    await expect(detect(['Hello'], { internal: false })).rejects.toThrow('analyzer');
    expect(analyzer.asked).toHaveLength(0);
  });
});

describe('a workspace that asks the analyzer', () => {
  const start = async (options: { deadlineMs?: number; external?: 'analyzer'[]; configured?: boolean } = {}) => {
    const { deadlineMs = 60_000, external = ['analyzer'], configured = true } = options;
    const gateway = await startGateway({
      workspace: { detection: { external, tagger: false, allow: [{ value: 'Zorblax Allowed' }] } },
      config: configured ? { firewall: { analyzer: { url: analyzer.url, deadlineMs, internal: true } } } : {},
    });
    running.push(gateway);
    return gateway;
  };

  test('masks what only the analyzer finds, together with what we find, and restores it', async () => {
    const gateway = await start();
    analyzer.answerWith(finder('Zorblax', 'PERSON'));
    const content = '\ud83d\ude00 Zorblax has the address a.b@corp.test, says Zorblax.';
    const response = await gateway.post(chat(content, { pii: 'obfuscate', user: 'Zorblax' }));
    expect(response.headers.get('x-onefirewall-pii')).toBe('obfuscate; person=3, email=1');
    const body = gateway.provider.received.at(-1)?.body;
    expect(body?.messages.at(-1)?.content).toBe('\ud83d\ude00 [PERSON_1] has the address [EMAIL_1], says [PERSON_1].');
    expect(body?.user).toBe('[PERSON_1]');
    const answer = (await response.json()) as { choices: { message: { content: string } }[] };
    expect(answer.choices[0]?.message.content).toBe(content);
  });

  test('gets every text once', async () => {
    const gateway = await start();
    analyzer.answerWith(() => Response.json([]));
    const message = { role: 'user', content: 'The same words.' };
    await gateway.post({
      model: 'my-team',
      pii: 'obfuscate',
      messages: [message, message, { role: 'user', content: 'Others.' }],
    });
    expect(analyzer.asked.map(({ text }) => text).sort()).toEqual(['Others.', 'The same words.']);
  });

  test('and blocks where it should', async () => {
    const gateway = await start();
    analyzer.answerWith(finder('Zorblax', 'PERSON'));
    const response = await gateway.post(chat('Ask Zorblax', { pii: 'block' }));
    expect(await response.json()).toMatchObject({ error: { code: 'pii_detected', param: 'messages[0].content' } });
  });

  test('lets through what the workspace allows', async () => {
    const gateway = await start();
    analyzer.answerWith(finder('Zorblax Allowed', 'PERSON'));
    await gateway.post(chat('Ask Zorblax Allowed', { pii: 'obfuscate' }));
    expect(gateway.provider.received.at(-1)?.body.messages[0]?.content).toBe('Ask Zorblax Allowed');
  });

  test('does not ask where personal data is left alone, nor where the workspace does not want it', async () => {
    const [wants, wantsNot] = [await start(), await start({ external: [] })];
    analyzer.answerWith(finder('Zorblax', 'PERSON'));
    expect((await wants.post(chat('Ask Zorblax', { pii: 'disabled' }))).status).toBe(200);
    expect((await wantsNot.post(chat('Ask Zorblax', { pii: 'obfuscate' }))).status).toBe(200);
    expect(analyzer.asked).toHaveLength(0);
  });

  test.each<[string, Answer, string]>([
    ['fails', () => new Response('down', { status: 503 }), 'failed'],
    ['is slow', () => new Promise<never>(() => {}), 'did not answer in time'],
    [
      'points outside the text',
      () => Response.json([{ entity_type: 'PERSON', start: 0, end: 99, score: 1 }]),
      'failed',
    ],
  ])('refuses the request when the analyzer %s, and the audit log says so', async (_name, answer, words) => {
    const gateway = await start(words === 'failed' ? {} : { deadlineMs: 200 });
    analyzer.answerWith(answer);
    const response = await gateway.post(chat('Ask Zorblax', { pii: 'obfuscate' }));
    expect(response.status).toBe(503);
    const { error } = (await response.json()) as { error: { code: string; message: string } };
    expect(error.code).toBe('firewall_unavailable');
    expect(error.message).toContain(`\`analyzer\` ${words}`);
    expect(gateway.provider.received).toHaveLength(0);
    expect((await gateway.audit())[0]).toMatchObject({
      status: 503,
      verdict: 'error',
      error_code: 'firewall_unavailable',
    });
  });

  test('is refused where the gateway has none', async () => {
    const gateway = await start({ configured: false });
    const response = await gateway.post(chat('Ask Zorblax', { pii: 'obfuscate' }));
    expect(response.status).toBe(503);
    expect(gateway.provider.received).toHaveLength(0);
  });
});

test('a file that asks for a detector it does not set up is told so, with the line', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'onefirewall-external-'));
  const file = join(folder, 'onefirewall.yaml');
  const workspaces = 'workspaces:\n  - name: one\n    detection:\n      external: [analyzer]\n';
  await Bun.write(file, workspaces);
  expect(() => loadConfig({ file, environment: {} })).toThrow('firewall.analyzer is not set in this file');
  await Bun.write(file, `firewall:\n  analyzer:\n    url: http://analyzer:3000/analyze\n${workspaces}`);
  expect(loadConfig({ file, environment: {} }).config.firewall.analyzer).toMatchObject({
    language: 'en',
    deadlineMs: 2000,
  });
  rmSync(folder, { recursive: true });
});
