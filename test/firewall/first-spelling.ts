import { createPhoneBook } from '../../src/firewall/masking/canonical-phone.ts';
import { canonicalValue } from '../../src/firewall/masking/canonical-value.ts';

/** What masking and restoring must give back: every text with each value in the spelling it had first. */
export function inFirstSpelling(
  texts: readonly string[],
  find: (text: string) => readonly { readonly start: number; readonly end: number; readonly kind: string }[],
): string[] {
  const first = new Map<string, string>();
  const phones = createPhoneBook();
  const firstOf = (kind: string, value: string): string => {
    const key = `${kind} ${canonicalValue(kind, value)}`;
    const known = (kind === 'PHONE' ? phones.find(value) : undefined) ?? first.get(key);
    if (known !== undefined) return known;
    first.set(key, value);
    if (kind === 'PHONE') phones.add(value, value);
    return value;
  };
  return texts.map((text) => {
    let out = '';
    let from = 0;
    for (const { start, end, kind } of find(text)) {
      const value = text.slice(start, end);
      out += text.slice(from, start) + (kind === 'SECRET' ? value : firstOf(kind, value));
      from = end;
    }
    return out + text.slice(from);
  });
}
