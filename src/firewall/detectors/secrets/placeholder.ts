/** Values that stand for a secret without being one: documentation examples, templates, references, counting and repetition. */

const TELLING_WORDS =
  /example|placeholder|change[-_ ]?me|replace[-_ ]?(?:me|with|this|by)|your[-_ ]|[-_ ]your|yours?(?:key|token|secret|pass|api)|my[-_](?:secret|token|password|pass|api|key)|insert|dummy|sample|redacted|removed|masked|hidden|filtered|censored|deadbeef|foobar|lorem|notreal|not-a-real|fake|xxxx|\*\*\*|\.\.\.|\u2026|\u2022\u2022|todo|fixme|none|null|undefined/i;

const REFERENCE =
  /^(?:[<[{%].*[>\]}%]$|\$\{?[A-Za-z_({]|\$\(|\{\{|%[({A-Za-z_]|@@?[A-Za-z_{]|#\{|process\.|import\.meta|os\.|env[.[(:]|ENV[.[(:]|secrets?\.|vars?\.|config[.[(]|self\.|this\.|ref\+|vault:|op:\/\/|arn:aws:|projects\/|!|&[a-z]{1,8};|file:|data:)/;

/** Whether the value names, describes or stands in for a secret. Case-insensitive; meant for values up to a few hundred characters. */
export const isPlaceholder = (value: string): boolean =>
  TELLING_WORDS.test(value) || REFERENCE.test(value) || isPatterned(value);

/** Whether a token of a vendor's form says itself that it is an example. */
export const isDocumentation = (token: string): boolean =>
  /example|placeholder|change_?me|redacted|your[-_]|dummy|x{6}|insert|deadbeef|notreal|fake[-_]/i.test(token);

/**
 * Whether the characters follow a pattern that no generator makes: one or two characters repeated, counting (`12345678`, `abcdefgh`),
 * a short block repeated, far too few different characters for the length.
 */
export const isPatterned = (value: string): boolean => isUniform(value) || isCounting(value);

/** One or two characters repeated, a short block repeated, far too few different characters for the length. */
export const isUniform = (value: string): boolean => {
  const length = value.length;
  if (length < 4) return true;
  const seen = new Set<number>();
  seen.add(value.charCodeAt(0));
  let same = 1;
  for (let i = 1; i < length; i++) {
    seen.add(value.charCodeAt(i));
    same = value.charCodeAt(i) === value.charCodeAt(i - 1) ? same + 1 : 1;
    if (same >= 7 || (same >= 4 && length < 16)) return true;
  }
  if (length >= 16 && seen.size <= Math.min(6, length / 4)) return true;
  return length >= 12 && repeats(value);
};

/** `12345678`, `abcdefgh`: more than three fifths of a long value, four characters beyond the fifth of a short one. */
export const isCounting = (value: string): boolean => {
  const length = value.length;
  let up = 1;
  let down = 1;
  let counted = 0;
  for (let i = 1; i < length; i++) {
    const step = value.charCodeAt(i) - value.charCodeAt(i - 1);
    up = step === 1 || isWrap(value, i) ? up + 1 : 1;
    down = step === -1 ? down + 1 : 1;
    if (up >= 5 || down >= 5) counted++;
  }
  return length < 20 ? counted >= 4 || (counted >= 1 && length <= 12) : counted > length * 0.6;
};

/** `90` and `9a` continue a count. */
const isWrap = (value: string, i: number): boolean => {
  const before = value[i - 1];
  const now = value[i];
  return before === '9' && (now === '0' || now === 'a' || now === 'A');
};

/** Whether the value is a block of at most eight characters, repeated. */
const repeats = (value: string): boolean => {
  for (let size = 1; size <= 8 && size * 2 < value.length; size++) {
    let i = size;
    while (i < value.length && value.charCodeAt(i) === value.charCodeAt(i - size)) i++;
    if (i === value.length) return true;
  }
  return false;
};
