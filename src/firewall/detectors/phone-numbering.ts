import type { CountryCode, MetadataJson } from 'libphonenumber-js/core';

type Core = typeof import('libphonenumber-js/core');

interface Numbering {
  readonly core: Core;
  readonly metadata: MetadataJson;
}

/**
 * Regions whose national forms are read when nothing else is said, the likeliest first: every one costs a parse of about
 * 5 us for a number that none before it knows.
 */
export const DEFAULT_PHONE_REGIONS: readonly string[] =
  'US GB DE FR ES IT PT NL IN BR MX CA AU BE CH AT IE PL SE DK NO FI CZ GR HU RO JP KR CN RU UA TR ZA AR CO NZ IL SA AE EG ID PH VN TH'.split(
    ' ',
  );

let loaded: Numbering | undefined;

/**
 * The numbering plans of libphonenumber, loaded by the first number that needs them: 15 to 40 ms and 12 MB that a process
 * which never sees such a number does not pay. By `require`, which loads at once and which the bundler of the executable
 * follows. The largest set, since it alone tells valid numbers from possible ones.
 */
function numbering(): Numbering {
  loaded ??= {
    core: require('libphonenumber-js/core') as Core,
    metadata: require('libphonenumber-js/max/metadata') as MetadataJson,
  };
  return loaded;
}

/** How well digits agree with the numbering plans of the world. */
export type Standing = 'valid' | 'possible' | 'unknown';

/** Parsing is bounded per text: what comes after this many parses is judged by its form alone. */
export interface ParseBudget {
  left: number;
}

/** Standing of digits that begin with a country calling code. ITU-T E.164. */
export function internationalStanding(digits: string, budget: ParseBudget): Standing {
  if (digits.charCodeAt(0) === 49) return americanStanding(digits);
  return parse(`+${digits}`, undefined, budget);
}

/**
 * The North American plan covers twenty-five countries, and a parse tries the patterns of each. Its own rule tells as much: area code and
 * exchange begin with 2 to 9 and neither ends in 11 (ATIS-0300051).
 */
function americanStanding(digits: string): Standing {
  if (digits.length !== 11) return 'unknown';
  const opens = (at: number): boolean => digits.charCodeAt(at) >= 50 && !digits.startsWith('11', at + 1);
  return opens(1) && opens(4) ? 'valid' : 'possible';
}

/** Whether digits are a number of one of the regions, dialled from inside it. */
export function isNational(digits: string, regions: readonly string[], budget: ParseBudget): boolean {
  for (const region of regions) if (parse(digits, region, budget) === 'valid') return true;
  return false;
}

function parse(number: string, region: string | undefined, budget: ParseBudget): Standing {
  if (budget.left <= 0) return 'unknown';
  const { core, metadata } = numbering();
  if (region !== undefined && !isPossibleLength(number, region)) return 'unknown';
  budget.left--;
  const options = region === undefined ? { extract: false } : { defaultCountry: region as CountryCode, extract: false };
  const parsed = core.parsePhoneNumberFromString(number, options, metadata);
  if (parsed === undefined) return 'unknown';
  // A national form that the parser took for an international one of another country is no number of this region.
  if (region !== undefined && parsed.country !== undefined && parsed.country !== region) return 'unknown';
  if (parsed.isValid()) return 'valid';
  return parsed.isPossible() ? 'possible' : 'unknown';
}

const lengths = new Map<string, ReadonlySet<number>>();

/** Whether the region has numbers so long, with or without the digit dialled before an area code. */
function isPossibleLength(digits: string, region: string): boolean {
  let possible = lengths.get(region);
  if (possible === undefined) {
    possible = new Set(possibleLengths(region));
    lengths.set(region, possible);
  }
  return possible.has(digits.length) || (/^[018]/.test(digits) && possible.has(digits.length - 1));
}

function possibleLengths(region: string): number[] {
  const { core, metadata } = numbering();
  if (!core.isSupportedCountry(region as CountryCode, metadata)) return [];
  const plans = new core.Metadata(metadata);
  plans.selectNumberingPlan(region as CountryCode);
  return plans.numberingPlan?.possibleLengths() ?? [];
}
