import type { AllowEntrySettings } from '../../contract/detection-policy.ts';
import { compilePattern, type LinearPattern } from './pattern.ts';

/** Values a workspace lets through, ready to ask. */
export interface CompiledAllowList {
  readonly empty: boolean;
  allows(kind: string, value: string): boolean;
}

export const EMPTY_ALLOW_LIST: CompiledAllowList = { empty: true, allows: () => false };

/** Secrets have a list of their own, so that an entry meant for addresses never lets a key out. */
export interface AllowSettings {
  readonly allow: readonly AllowEntrySettings[];
  readonly secrets: readonly ({ readonly value: string } | { readonly pattern: string })[];
}

/** Throws where a pattern does not compile: `allowProblem` comes first. */
export function compileAllowList(settings: AllowSettings): CompiledAllowList {
  if (settings.allow.length === 0 && settings.secrets.length === 0) return EMPTY_ALLOW_LIST;
  const personal = compileEntries(settings.allow, canonical);
  const secrets = compileEntries(settings.secrets, (value) => value);
  return {
    empty: false,
    allows: (kind, value) => (kind === 'SECRET' ? secrets : personal)(kind, value),
  };
}

/** What is wrong with an entry's pattern, or null. */
export function allowProblem(entry: { readonly pattern?: string }): string | null {
  if (entry.pattern === undefined) return null;
  try {
    compilePattern(entry.pattern, true);
    return null;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

/** Longer values are not tried against patterns: what is let through is short. */
const LONGEST_VALUE = 1000;

interface AllowedPattern {
  readonly pattern: LinearPattern;
  readonly kinds: ReadonlySet<string> | null;
}

function compileEntries(
  entries: readonly AllowEntrySettings[],
  form: (value: string) => string,
): (kind: string, value: string) => boolean {
  const values = new Map<string, ReadonlySet<string> | null>();
  const patterns: AllowedPattern[] = [];
  const domains = new Set<string>();
  for (const entry of entries) {
    if ('domain' in entry) domains.add(entry.domain);
    else {
      const kinds = 'kinds' in entry && entry.kinds ? new Set(entry.kinds) : null;
      if ('value' in entry) values.set(form(entry.value), merge(values, form(entry.value), kinds));
      else patterns.push({ pattern: compilePattern(entry.pattern, true), kinds });
    }
  }
  return (kind, value) => {
    const kinds = values.get(form(value));
    if (kinds === null || kinds?.has(kind)) return true;
    if (kind === 'EMAIL' && domains.size > 0 && inDomain(value, domains)) return true;
    if (patterns.length === 0 || value.length > LONGEST_VALUE) return false;
    return patterns.some(
      (allowed) => (allowed.kinds === null || allowed.kinds.has(kind)) && allowed.pattern.matchesAll(value),
    );
  };
}

/** A value given twice, for different kinds, counts for both; without kinds it counts for all. */
function merge(
  values: ReadonlyMap<string, ReadonlySet<string> | null>,
  value: string,
  kinds: ReadonlySet<string> | null,
): ReadonlySet<string> | null {
  const before = values.get(value);
  return before === undefined ? kinds : before === null || kinds === null ? null : new Set([...before, ...kinds]);
}

/** Case and blanks do not count, nor do separators in what is otherwise a number. A dot does: it makes an IP address. */
function canonical(value: string): string {
  const folded = value.normalize('NFC').toLowerCase().replace(/\s+/g, ' ').trim();
  return /^[+\d\s()\-/]+$/.test(folded) ? folded.replace(/[\s()\-/]/g, '') : folded;
}

/** The domain itself and what is below it. */
function inDomain(address: string, domains: ReadonlySet<string>): boolean {
  let host = address.slice(address.lastIndexOf('@') + 1).toLowerCase();
  for (;;) {
    if (domains.has(host)) return true;
    const dot = host.indexOf('.');
    if (dot < 0) return false;
    host = host.slice(dot + 1);
  }
}
