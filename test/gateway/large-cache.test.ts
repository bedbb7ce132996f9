import { afterAll, beforeAll, expect, test } from 'bun:test';
import { hostileTexts } from '../firewall/hostile-texts.ts';
import { wholeAnswer } from '../support/fake-provider.ts';
import { chat, type RunningGateway, startGateway } from '../support/start-gateway.ts';

let running: RunningGateway;
beforeAll(async () => {
  running = await startGateway({ parts: { pool: { workers: 1 } } });
  running.provider.answerWith(() => wholeAnswer('ok'));
});
afterAll(() => running.stop());

const sent = () => running.provider.received.at(-1)?.text ?? '';
const pads = { small: 'The parcel is on its way. '.repeat(20), large: 'The parcel is on its way. '.repeat(2000) };

for (const [size, pad] of Object.entries(pads)) {
  test(`secrets alone and everything are kept apart: a ${size} request`, async () => {
    const content = `Write to anna.${size}@corp.test. ${pad}`;
    for (let round = 0; round < 2; round++) {
      await running.post(chat(content, { pii: 'disabled' }));
      expect(sent()).toContain(`anna.${size}@corp.test`);
      await running.post(chat(content, { pii: 'obfuscate' }));
      expect(sent()).not.toContain(`anna.${size}@corp.test`);
    }
  });
}

test('what was read once is not read again, here and in a worker', async () => {
  const text = hostileTexts(1_000_000).find(({ name }) => name === 'digit groups')?.text ?? '';
  for (const content of [text.slice(0, 15_000), text]) {
    const repeats = 20;
    for (let i = 0; i <= repeats; i++) await running.post(chat(content, { pii: 'obfuscate' }));
    const took = (await running.audit()).slice(0, repeats + 1).map((row) => row.inspect_ms ?? Number.NaN);
    const first = took.pop() ?? Number.NaN;
    // The fastest of many: what else the machine does can only make one slower.
    const again = Math.min(...took);
    expect(again).toBeGreaterThan(0);
    expect(again).toBeLessThan(first / 2);
  }
});

test('without a cache everything is read again, with the same result', async () => {
  const other = await startGateway({ config: { firewall: { cacheMb: 0 } } });
  for (const pad of Object.values(pads)) {
    for (let round = 0; round < 2; round++) {
      await other.post(chat(`Write to anna@corp.test. ${pad}`, { pii: 'obfuscate' }));
      expect(other.provider.received.at(-1)?.text).toContain('Write to [EMAIL_1]. ');
    }
  }
  await other.stop();
});
