import { faker } from '@faker-js/faker';

const VALUES: Readonly<Record<string, () => string>> = {
  'telephone numbers': () => faker.phone.number({ style: 'international' }),
  'e-mail addresses': () => faker.internet.email(),
  names: () => faker.person.fullName(),
  'postal addresses': () => `${faker.location.streetAddress()}, ${faker.location.zipCode()} ${faker.location.city()}`,
  IBANs: () => faker.finance.iban({ formatted: true }),
  cards: () => faker.finance.creditCardNumber('visa'),
  'IPv6 addresses': () => faker.internet.ipv6(),
  'base64 of addresses': () => Buffer.from(faker.internet.email()).toString('base64'),
};

const SHAPES: Readonly<Record<string, (values: string[]) => Record<string, unknown>>> = {
  'one text': (values) => ({ messages: [{ role: 'user', content: values.join('\n') }] }),
  'many messages': (values) => ({ messages: values.map((content) => ({ role: 'user', content })) }),
  'JSON in JSON': (values) => {
    const data = JSON.stringify({ rows: values.map((value) => JSON.stringify({ value })) });
    const call = { id: 'c', type: 'function', function: { name: 'save', arguments: data } };
    return { messages: [{ role: 'assistant', content: null, tool_calls: [call] }] };
  },
  'nested deep': (values) => {
    const nested = (list: string[], depth: number): unknown =>
      depth === 0 ? list : { a: list.slice(0, 1), b: nested(list.slice(1), depth - 1) };
    return { messages: [{ role: 'user', content: 'See the data.' }], metadata: nested(values, 100) };
  },
};

/** Names of the bodies: values of one sort, or of all, in one shape. */
export const denseNames: readonly string[] = [
  ...Object.keys(VALUES).map((values) => `${values}, one text`),
  ...Object.keys(SHAPES).map((shape) => `all sorts, ${shape}`),
];

/** A request of about so many bytes that holds little but distinct values. */
export function denseBody(name: string, length: number): string {
  faker.seed(7);
  const [values = '', shape = ''] = name.split(', ');
  const makers = values === 'all sorts' ? Object.values(VALUES) : [VALUES[values] ?? faker.internet.email];
  const list: string[] = [];
  for (let size = 0; size < length; size += (list.at(-1)?.length ?? 0) + 1) {
    list.push(makers[list.length % makers.length]?.() ?? '');
  }
  const body = SHAPES[shape]?.(list) ?? {};
  return JSON.stringify({ model: 'my-team', pii: 'obfuscate', ...body });
}
