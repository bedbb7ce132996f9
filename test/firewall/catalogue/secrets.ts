import { base62, crc32 } from '../../../src/firewall/detectors/secrets/checksum.ts';
import { GENERAL_CASES, GENERAL_NEAR_MISSES } from './secrets-general.ts';
import { fill, generator } from './secrets-generate.ts';
import { VENDOR_NAME_FORMS, VENDOR_TOKEN_FORMS } from './secrets-vendors.ts';

/** A text, and where in it the secret stands (UTF-16 code units, end exclusive). */
export interface SecretCase {
  readonly type: string;
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** `@@` in the context is where the secret goes. */
export const place = (type: string, secret: string, context: string): SecretCase => {
  const start = context.indexOf('@@');
  return { type, text: context.replace('@@', () => secret), start, end: start + secret.length };
};

const random = generator(20_260);

const CONTEXTS: readonly string[] = [
  '@@',
  'Please check why this one is rejected: @@ - thanks!',
  'KEY=@@\nNEXT=1\n',
  '{"auth": "@@"}',
  'curl -H "X-Key: @@" https://api.test/v1',
  'see (@@).',
];

const CHECKED = /^(?:gh[pousr]_\{n36\}|ghr_\{n76\}|npm_\{n36\}|github_pat_)/;

/** Tokens with a check sum end with a right one. */
const withChecksum = (form: string, token: string): string => {
  if (!CHECKED.test(form)) return token;
  const bodyStart = token.lastIndexOf('_') + 1;
  const body = token.slice(bodyStart, -6);
  return token.slice(0, bodyStart) + body + base62(crc32(body), 6);
};

const vendorWord = (type: string): string => (type.split('_')[0] ?? '').toLowerCase();

const tokenCases: SecretCase[] = VENDOR_TOKEN_FORMS.flatMap(([type, ...forms]) =>
  forms.flatMap((form, i) => {
    const context = CONTEXTS[(i + type.length) % CONTEXTS.length] ?? '@@';
    const secret = withChecksum(form, fill(form, random));
    return [place(type, secret, `${vendorWord(type)} ${context}`)];
  }),
);

const nameCases: SecretCase[] = VENDOR_NAME_FORMS.flatMap(([type, name, ...forms]) =>
  forms.flatMap((form) => [
    place(type, fill(form, random), `${name}=@@`),
    place(type, fill(form, random), `const ${name.toLowerCase()} = "@@";`),
  ]),
);

export const secretCases: readonly SecretCase[] = [
  ...GENERAL_CASES.map(([type, secret, context]) => place(type, secret, context)),
  ...tokenCases,
  ...nameCases,
];

/** The same character all through, and the token cut in half. */
const vendorNearMisses = (type: string): string[] => {
  const form = VENDOR_TOKEN_FORMS.find(([known]) => known === type)?.[1];
  const named = VENDOR_NAME_FORMS.find(([known]) => known === type);
  const misses: string[] = [];
  if (form !== undefined) {
    const token = fill(form.replace(/-\d+\}/g, '}'), random);
    const half = token.slice(0, Math.max(12, Math.floor(token.length * 0.45)));
    misses.push(
      `token: ${half}`,
      form.replace(/\{[a-zA-Z](\d+)(?:-\d+)?\}/g, (_, n: string) => '0'.repeat(Number(n))),
    );
  }
  if (named)
    misses.push(
      `${named[1]}=your-key-here`,
      `${named[1]}=\${${named[1]}}`,
      `request_id=${fill(named[2] ?? '', random)}`,
    );
  return misses;
};

const types = [...new Set(secretCases.map(({ type }) => type))];

/** Every type with texts that hold one and texts that look alike and hold none. */
export const secretExamples: readonly {
  readonly type: string;
  readonly examples: readonly string[];
  readonly nearMisses: readonly string[];
}[] = types.map((type) => ({
  type,
  examples: secretCases.filter((one) => one.type === type).map(({ text }) => text),
  nearMisses: [...(GENERAL_NEAR_MISSES[type] ?? []), ...vendorNearMisses(type)],
}));
