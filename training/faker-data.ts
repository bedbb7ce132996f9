import { allLocales } from '@faker-js/faker';

/** A leaf of faker's locale data as a flat list of strings, whatever form it has: list, weighted list, list per sex. */
export function fakerList(locale: string, module: string, entry: string): string[] {
  const locales = allLocales as unknown as Record<string, Record<string, Record<string, unknown>>>;
  return flatten(locales[locale]?.[module]?.[entry]);
}

function flatten(data: unknown): string[] {
  if (typeof data === 'string') return [data];
  if (Array.isArray(data)) return data.flatMap(flatten);
  if (typeof data !== 'object' || data === null) return [];
  if ('value' in data && 'weight' in data) return flatten(data.value);
  return [...new Set(Object.values(data).flatMap(flatten))];
}

/** The same over several locales, without repeats, patterns or other scripts. */
export function fakerWords(locales: readonly string[], module: string, entry: string): string[] {
  const words = locales.flatMap((locale) => fakerList(locale, module, entry)).map((word) => word.trim());
  return [...new Set(words)].filter((word) => /^[\p{Script=Latin}\p{M}'’. -]+$/u.test(word) && word.length > 1);
}
