/**
 * Ways to write a value so that a plain search does not see it. Each is a function from the plain value to the disguised one;
 * null where the technique cannot be used on this kind of value.
 */
export interface Disguise {
  readonly name: string;
  /** Stands directly before the disguised value and is no part of it. */
  readonly prefix?: string;
  readonly apply: (value: string) => string | null;
}

const each = (value: string, change: (character: string) => string): string => [...value].map(change).join('');
const at = (point: number): string => String.fromCodePoint(point);
const between = (value: string, separator: string): string => [...value].join(separator);
const digitsTo = (zero: number) => (value: string) => each(value, (c) => (/[0-9]/.test(c) ? at(zero + Number(c)) : c));
const hasDigits = (value: string): boolean => /\d{4}/.test(value);
const isAddress = (value: string): boolean => value.includes('@');
const grouped = (value: string): boolean => /^[A-Z0-9]{2,4}(?: [A-Z0-9]{1,4}){2,}$/.test(value);
const code = (c: string): number => c.codePointAt(0) ?? 0;
const hex = (c: string, width = 2): string => code(c).toString(16).padStart(width, '0');

const CYRILLIC: Readonly<Record<string, string>> = { a: 'а', e: 'е', o: 'о', p: 'р', c: 'с', x: 'х', i: 'і' };
const WORDS = ['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine'];
const middle = (value: string): number => Math.floor(value.length * 0.6);
const base64 = (value: string): string => Buffer.from(value).toString('base64');

/** Hidden in characters: what the *fold* view reads. */
const FOLD: readonly Disguise[] = [
  { name: 'zero-width spaces', apply: (v) => between(v, '\u200b') },
  { name: 'one zero-width joiner', apply: (v) => `${v.slice(0, middle(v))}\u200d${v.slice(middle(v))}` },
  { name: 'soft hyphens', apply: (v) => between(v, '\u00ad') },
  { name: 'NUL, as in UTF-16', apply: (v) => between(v, '\u0000') },
  {
    name: 'the colours of a terminal',
    apply: (v) => `${v.slice(0, middle(v))}\u001b[01;31m${v.slice(middle(v))}\u001b[m\u001b[K`,
  },
  { name: 'word joiners', apply: (v) => between(v, '\u2060') },
  { name: 'variation selectors', apply: (v) => between(v, '\ufe0e') },
  { name: 'tag characters between', apply: (v) => between(v, at(0xe0041)) },
  { name: 'combining marks', apply: (v) => each(v, (c) => (/[a-z0-9]/i.test(c) ? `${c}\u0336` : c)) },
  { name: 'full width', apply: (v) => each(v, (c) => (c > ' ' && c <= '~' ? at(code(c) + 0xfee0) : c)) },
  { name: 'mathematical digits', apply: (v) => (hasDigits(v) ? digitsTo(0x1d7d8)(v) : null) },
  { name: 'Arabic-Indic digits', apply: (v) => (hasDigits(v) ? digitsTo(0x660)(v) : null) },
  { name: 'Devanagari digits', apply: (v) => (hasDigits(v) ? digitsTo(0x966)(v) : null) },
  {
    name: 'superscript digits',
    apply: (v) =>
      hasDigits(v)
        ? each(v, (c) => (/\d/.test(c) ? (['⁰', '¹', '²', '³'][Number(c)] ?? at(0x2070 + Number(c))) : c))
        : null,
  },
  {
    name: 'keycap emoji',
    apply: (v) => (hasDigits(v) ? each(v, (c) => (/\d/.test(c) ? `${c}\ufe0f\u20e3` : c)) : null),
  },
  {
    name: 'circled letters',
    apply: (v) => (/[a-z]{3}/.test(v) ? each(v, (c) => (/[a-z]/.test(c) ? at(0x24d0 + code(c) - 97) : c)) : null),
  },
  {
    name: 'mathematical letters',
    apply: (v) => (/[a-z]{3}/.test(v) ? each(v, (c) => (/[a-z]/.test(c) ? at(0x1d5ba + code(c) - 97) : c)) : null),
  },
  { name: 'Cyrillic look-alikes', apply: (v) => (/[aeopcxi]/.test(v) ? each(v, (c) => CYRILLIC[c] ?? c) : null) },
  { name: 'no-break spaces', apply: (v) => (v.includes(' ') ? v.replaceAll(' ', '\u202f') : null) },
  { name: 'odd hyphens', apply: (v) => (v.includes('-') ? v.replaceAll('-', '\u2011') : null) },
];

/** Written as escapes: what the *decode* view reads. */
const DECODE: readonly Disguise[] = [
  { name: 'decimal references', apply: (v) => each(v, (c) => `&#${code(c)};`) },
  { name: 'hexadecimal references', apply: (v) => each(v, (c) => `&#x${hex(c)};`) },
  {
    name: 'named references',
    apply: (v) => (/[@.]/.test(v) ? v.replaceAll('@', '&commat;').replaceAll('.', '&period;') : null),
  },
  { name: 'percent encoding', apply: (v) => each(v, (c) => `%${hex(c)}`) },
  {
    name: 'percent encoding of signs',
    apply: (v) => (/[@ -]/.test(v) ? v.replace(/[@ -]/g, (c) => `%${hex(c).toUpperCase()}`) : null),
  },
  { name: 'percent encoding twice', apply: (v) => each(v, (c) => `%25${hex(c)}`) },
  { name: 'octal escapes', apply: (v) => each(v, (c) => `\\${code(c).toString(8).padStart(3, '0')}`) },
  { name: 'JSON escapes', apply: (v) => each(v, (c) => `\\u${hex(c, 4)}`) },
  { name: 'hexadecimal escapes', apply: (v) => each(v, (c) => `\\x${hex(c)}`) },
  { name: 'code point escapes', apply: (v) => each(v, (c) => `\\u{${hex(c)}}`) },
  { name: 'quoted-printable', apply: (v) => each(v, (c) => `=${hex(c).toUpperCase()}`) },
  { name: 'soft line break', apply: (v) => `${v.slice(0, middle(v))}=\r\n${v.slice(middle(v))}` },
  { name: 'Markdown backslashes', apply: (v) => (/[@._-]/.test(v) ? v.replace(/[@._-]/g, '\\$&') : null) },
  { name: 'backslash line break', apply: (v) => `${v.slice(0, middle(v))}\\\n${v.slice(middle(v))}` },
];

/** Taken apart: what the *join* view reads. */
const JOIN: readonly Disguise[] = [
  { name: 'at and dot', apply: (v) => (isAddress(v) ? v.replace('@', ' at ').replaceAll('.', ' dot ') : null) },
  { name: 'capital AT and DOT', apply: (v) => (isAddress(v) ? v.replace('@', ' AT ').replaceAll('.', ' DOT ') : null) },
  {
    name: 'bracketed at and dot',
    apply: (v) => (isAddress(v) ? v.replace('@', ' (at) ').replaceAll('.', ' [dot] ') : null),
  },
  { name: 'glued brackets', apply: (v) => (isAddress(v) ? v.replace('@', '[at]').replaceAll('.', '[.]') : null) },
  {
    name: 'arroba and punto',
    apply: (v) => (isAddress(v) ? v.replace('@', ' arroba ').replaceAll('.', ' punto ') : null),
  },
  {
    name: 'blanks around signs',
    apply: (v) => (isAddress(v) ? v.replace('@', ' @ ').replace(/\.(?=[a-z]+$)/, ' . ') : null),
  },
  { name: 'spaced out', apply: (v) => between(v, ' ') },
  { name: 'spaced with hyphens', apply: (v) => (/^[\d -]+$/.test(v) ? between(v.replace(/\D/g, ''), '-') : null) },
  { name: 'one character a line', apply: (v) => between(v.replaceAll(' ', ''), '\n') },
  { name: 'one character a cell', apply: (v) => between(v.replaceAll(' ', ''), ' | ') },
  {
    name: 'digits as words',
    apply: (v) => (/^[\d -]+$/.test(v) ? each(v.replace(/\D/g, ''), (c) => `${WORDS[Number(c)]} `).trim() : null),
  },
  {
    name: 'letters for digits',
    apply: (v) => (/^(?:\d{4} ){3}\d{4}$/.test(v) ? v.replaceAll('0', 'O').replaceAll('1', 'l') : null),
  },
  { name: 'groups in cells', apply: (v) => (grouped(v) ? v.replaceAll(' ', ' | ') : null) },
  { name: 'dots between groups', apply: (v) => (grouped(v) ? v.replaceAll(' ', '.') : null) },
  { name: 'slashes between groups', apply: (v) => (grouped(v) ? v.replaceAll(' ', ' / ') : null) },
  { name: 'underscores between groups', apply: (v) => (grouped(v) ? v.replaceAll(' ', '_') : null) },
  { name: 'line break between groups', apply: (v) => (grouped(v) ? v.replace(/^(.{9}) /, '$1\n') : null) },
  { name: 'line break in an address', apply: (v) => (isAddress(v) ? v.replace(/@(...)/, '@$1\n') : null) },
  { name: 'bold sign', apply: (v) => (isAddress(v) ? v.replace('@', '**@**') : null) },
  { name: 'tags inside', apply: (v) => `${v.slice(0, middle(v))}<b></b>${v.slice(middle(v))}` },
];

/** Encoded whole: what the *open* view reads. */
const OPEN: readonly Disguise[] = [
  { name: 'base64', apply: (v) => base64(v) },
  { name: 'base64 of a sentence', apply: (v) => base64(`Please use ${v} for this.`) },
  { name: 'base64url', apply: (v) => Buffer.from(v).toString('base64url') },
  { name: 'base64 of UTF-16', apply: (v) => Buffer.from(`net use ${v}`, 'utf16le').toString('base64') },
  { name: 'base64 twice', apply: (v) => base64(base64(v)) },
  { name: 'base64 behind a path', prefix: 'upload/files/', apply: (v) => base64(`the value is ${v}`) },
  { name: 'hexadecimal', apply: (v) => Buffer.from(v).toString('hex') },
  { name: 'spaced hexadecimal', apply: (v) => [...v].map((c) => hex(c)).join(' ') },
  { name: 'invisible tag characters', apply: (v) => each(v, (c) => at(0xe0000 + code(c))) },
  { name: 'backwards', apply: (v) => (isAddress(v) ? [...v].reverse().join('') : null) },
];

export const DISGUISES: readonly Disguise[] = [...FOLD, ...DECODE, ...JOIN, ...OPEN];
