import { describe, expect, test } from 'bun:test';
import { type JsonObject, parseJson } from '../../src/chat/json.ts';
import { inspectText } from '../../src/firewall/inspect-text.ts';
import { type MaskOutcome, maskRequest } from '../../src/firewall/masking/mask-request.ts';
import { defaultDetectionPolicy } from '../../src/firewall/policy.ts';
import { restoreText } from '../../src/firewall/restoring/restore.ts';

const CARD = ['4556', '7375', '8689', '9855'].join('');
const SOCIAL = ['536', '90', '4399'].join('');
const PHONE = ['49', '151', '23456789'].join('');
const MAIL = ['anna.weber', 'corp.example'].join('@');

const mask = (body: JsonObject): MaskOutcome =>
  maskRequest(body, (text) => inspectText(text, defaultDetectionPolicy), { pii: 'obfuscate', note: false });

/** What is left of arguments that a model called a tool with, and what masking did. */
function maskArguments(args: string): { readonly masked: string; readonly outcome: MaskOutcome } {
  const call = { name: 'f', arguments: args };
  const body: JsonObject = { messages: [{ role: 'assistant', tool_calls: [{ id: 'a', function: call }] }] };
  const outcome = mask(body);
  return { masked: call.arguments, outcome };
}

describe('a value in data is read with the name of its field', () => {
  test('in the arguments of tools', () => {
    const { masked } = maskArguments(JSON.stringify({ ssn: SOCIAL, phone: [PHONE], order: { first_name: 'Anna' } }));
    expect(masked).toBe('{"ssn":"[ID_1]","phone":["[PHONE_1]"],"order":{"first_name":"[PERSON_1]"}}');
  });

  test('passwords too', () => {
    const { outcome } = maskArguments(JSON.stringify({ password: ['Xk9$', 'fLq2vv'].join('') }));
    expect(outcome.refusal?.code).toBe('secret_detected');
  });

  test('a key of a vendor that is a name itself', () => {
    const key = ['AK', 'IA', 'Q3EGSWM7', 'RTYUKXZB'].join('');
    const { outcome } = maskArguments(JSON.stringify({ [key]: { owner: 'x' } }));
    expect(outcome.refusal?.code).toBe('secret_detected');
    expect(mask({ messages: [], metadata: { [key]: null } }).refusal?.code).toBe('secret_detected');
    const names = { addressLine2ForTheShipping: 'x', MAX_LENGTH_OF_A_NAME: 'y', oauth2_redirect_address: 'z' };
    expect(mask({ messages: [], metadata: names }).changed).toBe(false);
  });

  test('in metadata and other fields of data', () => {
    const body: JsonObject = { messages: [], metadata: { ssn: SOCIAL, phone: PHONE, note: SOCIAL.slice(1) } };
    mask(body);
    expect(body.metadata).toEqual({ ssn: '[ID_1]', phone: '[PHONE_1]', note: SOCIAL.slice(1) });
  });

  test('a name never takes a value away that shows without it', () => {
    const { masked } = maskArguments(JSON.stringify({ order_number: CARD, version: MAIL }));
    expect(masked).toBe('{"order_number":"[CARD_1]","version":"[EMAIL_1]"}');
  });

  test('a value of a list that comes after an object has no name', () => {
    const { outcome } = maskArguments(`{"list":[{"ssn":"none"},"${SOCIAL}"]}`);
    expect(outcome.changed).toBe(false);
  });
});

describe('numbers that are written as numbers', () => {
  test('are masked as strings in the arguments of tools, and come back', () => {
    const args = `{"card": ${CARD}, "ssn":${SOCIAL},"n":[12.50,${PHONE},-1e3], "ok":true}`;
    const { masked, outcome } = maskArguments(args);
    expect(masked).toBe(`{"card": "[CARD_1]", "ssn":"[ID_1]","n":[12.50,${PHONE},-1e3], "ok":true}`);
    expect(restoreText(masked, outcome.placeholders, { json: 'always' })).toBe(
      args.replace(CARD, `"${CARD}"`).replace(SOCIAL, `"${SOCIAL}"`),
    );
  });

  test('are masked anywhere else in a body', () => {
    const body = parseJson(
      `{"messages":[{"role":"assistant","tool_calls":[{"function":{"name":"f","arguments":{"card":${CARD}}}}]}],
      "metadata":{"phone":${PHONE},"long":${CARD}0000},"x":[${CARD}],"tools":[{"function":{"parameters":{"enum":[${CARD}]}}}]}`,
    ) as JsonObject;
    mask(body);
    const text = JSON.stringify(body);
    expect(text).not.toContain(`${CARD},`);
    expect(text).not.toContain(PHONE);
    expect(text).toContain('"metadata":{"phone":"[PHONE_1]"');
    expect(text).toContain('"x":["[CARD_1]"]');
    expect(text).toContain('"enum":["[CARD_1]"]');
  });

  test('are masked with the `.0` of tables with gaps, and come back', () => {
    const args = `{"card":${CARD}.0,"ssn":${SOCIAL}.0,"phone":${PHONE}.00,"price":1234567.50}`;
    const { masked, outcome } = maskArguments(args);
    expect(masked).toBe('{"card":"[CARD_1]","ssn":"[ID_1]","phone":"[PHONE_1]","price":1234567.50}');
    expect(restoreText(masked, outcome.placeholders, { json: 'always' })).toBe(args.replace(/(\d{9,})\.0+/g, '"$1"'));
    const body = parseJson(`{"messages":[],"metadata":{"phone":${PHONE}.0},"x":[${CARD}.0]}`) as JsonObject;
    mask(body);
    expect(JSON.stringify(body)).toBe('{"messages":[],"metadata":{"phone":"[PHONE_1]"},"x":["[CARD_1]"]}');
  });

  test('are masked where the value was found elsewhere in the request', () => {
    const body: JsonObject = {
      messages: [
        { role: 'user', content: `my social security number is ${SOCIAL}` },
        { role: 'assistant', tool_calls: [{ function: { name: 'f', arguments: `{"n":${SOCIAL}}` } }] },
      ],
    };
    mask(body);
    expect(JSON.stringify(body)).not.toContain(SOCIAL);
  });

  test('bounds, measures and times are numbers', () => {
    const args = '{"phone":[52.520008,1.5e30],"maximum":9007199254740991,"at":1763876400000,"limit":2147483647}';
    expect(maskArguments(args).masked).toBe(args);
  });

  test('a seed is a number of the format, whatever it looks like', () => {
    const body: JsonObject = { messages: [], seed: Number(CARD), max_tokens: 100 };
    expect(mask(body).changed).toBe(false);
  });
});

describe('words of the format', () => {
  test('with a long number are read, ids are not', () => {
    const other = ['4111', '1111', '1111', '1111'].join('');
    const body: JsonObject = {
      messages: [{ role: 'tool', tool_call_id: `call_${other}`, content: 'ok' }],
      tools: [{ type: 'function', function: { name: CARD, parameters: { required: [CARD] } } }],
      service_tier: CARD,
    };
    mask(body);
    const text = JSON.stringify(body);
    expect(text).not.toContain(CARD);
    expect(text).toContain(`"tool_call_id":"call_${other}"`);
  });

  test('an id with a number that is found elsewhere refuses the request', () => {
    const body: JsonObject = {
      messages: [{ role: 'tool', tool_call_id: `call_${CARD}`, content: `my card is ${CARD}` }],
    };
    expect(mask(body).refusal).toMatchObject({ code: 'pii_detected', param: 'messages[0].tool_call_id' });
  });

  test('a signature that is text is read', () => {
    const signature = Buffer.from(`Please write to ${MAIL} as soon as you can, she is waiting for it.`).toString(
      'base64',
    );
    const body: JsonObject = { messages: [{ role: 'user', content: [{ type: 'text', text: 'x', signature }] }] };
    mask(body);
    expect(JSON.stringify(body)).not.toContain(signature);
  });
});
