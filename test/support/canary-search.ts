import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Everything a place holds, to be searched for values. */
export interface SearchedPlace {
  readonly name: string;
  readonly bytes: Buffer;
}

/** A value found where none may be, and how it was written there. */
export interface CanaryFound {
  readonly value: string;
  readonly place: string;
  readonly form: string;
}

/** All places in which any of the values stands, plain or encoded. Values of fewer than five characters are no evidence. */
export function searchCanaries(values: readonly string[], places: readonly SearchedPlace[]): CanaryFound[] {
  const forms = values.flatMap((value) => {
    if (value.length < PREFIX) throw new Error(`${value} is too short to be a canary`);
    return formsOf(value).map((form) => ({ ...form, value }));
  });
  const exact = byPrefix(forms.filter((form) => form.exact));
  const folded = byPrefix(
    forms.filter((form) => !form.exact).map((form) => ({ ...form, needle: form.needle.toLowerCase() })),
  );
  return places.flatMap(({ name, bytes }) => {
    const text = bytes.toString('latin1');
    const found = [...standsIn(text, exact), ...standsIn(text.toLowerCase(), folded)];
    return found.map(({ value, form }) => ({ value, place: name, form }));
  });
}

/** So many characters at the beginning of a needle are looked up at every position of a text: it is gone through once for all needles. */
const PREFIX = 5;

type Needle = Form & { readonly value: string };

function byPrefix(needles: readonly Needle[]): ReadonlyMap<string, readonly Needle[]> {
  const groups = new Map<string, Needle[]>();
  for (const needle of needles) {
    const prefix = needle.needle.slice(0, PREFIX);
    const group = groups.get(prefix);
    if (group === undefined) groups.set(prefix, [needle]);
    else group.push(needle);
  }
  return groups;
}

function standsIn(text: string, groups: ReadonlyMap<string, readonly Needle[]>): Set<Needle> {
  const found = new Set<Needle>();
  for (let at = 0; at + PREFIX <= text.length; at++) {
    const group = groups.get(text.slice(at, at + PREFIX));
    if (group === undefined) continue;
    for (const needle of group) if (text.startsWith(needle.needle, at)) found.add(needle);
  }
  return found;
}

/** Every file below a folder. */
export function filesBelow(folder: string): SearchedPlace[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => {
      const path = join(entry.parentPath, entry.name);
      return { name: path, bytes: readFileSync(path) };
    });
}

interface Form {
  readonly form: string;
  /** Bytes as latin1. */
  readonly needle: string;
  /** Base64 has capitals of its own. */
  readonly exact: boolean;
}

function formsOf(value: string): Form[] {
  const forms = new Map<string, string>();
  const json = JSON.stringify(value).slice(1, -1);
  forms.set('plain', value);
  forms.set('JSON', json);
  forms.set('JSON in JSON', JSON.stringify(json).slice(1, -1));
  forms.set('JSON, escaped to ASCII', escapedToAscii(json));
  forms.set('percent', encodeURIComponent(value.toWellFormed()));
  forms.set('form', encodeURIComponent(value.toWellFormed()).replaceAll('%20', '+'));
  forms.set(
    'HTML',
    value.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`),
  );
  forms.set(
    'HTML names',
    value.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;'),
  );
  forms.set('hex', Buffer.from(value).toString('hex'));
  forms.set('UTF-16', Buffer.from(value, 'utf16le').toString('latin1'));
  const digits = value.replace(/\D/g, '');
  if (digits.length >= 9 && digits.length > value.length / 2) forms.set('digits alone', digits);
  const list = [...forms].map(([form, text]) => ({
    form,
    needle: form === 'UTF-16' ? text : Buffer.from(text).toString('latin1'),
    exact: false,
  }));
  const seen = new Set<string>();
  return [...list, ...base64Forms(value)].filter(({ needle }) => !seen.has(needle) && seen.add(needle));
}

/** What is left of a value wherever it begins within three bytes of base64 or base64url. */
function base64Forms(value: string): Form[] {
  return [0, 1, 2].flatMap((offset) => {
    const bytes = Buffer.concat([Buffer.alloc(offset), Buffer.from(value)]);
    const usable = Math.floor((bytes.length * 8) / 6);
    const whole = bytes.toString('base64').slice(Math.ceil((offset * 8) / 6), usable);
    return [
      { form: `base64 at ${offset}`, needle: whole, exact: true },
      { form: `base64url at ${offset}`, needle: whole.replaceAll('+', '-').replaceAll('/', '_'), exact: true },
    ];
  });
}

function escapedToAscii(text: string): string {
  return text.replace(/[\u0080-\uffff]/g, (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`);
}
