import { digitAt, luhnValid } from './check-digits.ts';
import { type ContextStrength, contextStrength, contextWords } from './context-words.ts';
import type { Detector, DetectorOptions, Report, TypeEntry } from './detector.ts';
import {
  clusterDigits,
  type DigitCluster,
  digitRuns,
  digitsFrom,
  isAlnum,
  isWordCode,
  readCluster,
} from './digit-runs.ts';

const TYPES: readonly TypeEntry[] = [
  {
    type: 'CARD',
    kind: 'CARD',
    title: 'Payment card number',
    source: 'ISO/IEC 7812-1 (form, Luhn); issuer ranges as the card schemes publish them',
  },
];

const WORDS = contextWords(
  'card|cards|cardnumber|cardno|creditcard|credit card|debit card|cc|ccn|ccnum|ccnumber|pan|visa|mastercard|amex|american express|discover|diners|maestro|jcb|unionpay|rupay|mir|cvv|cvc|cvv2|expiry|expires|exp|charge|charged|charges|billing|payment|payments|pay|paid|paying|purchase|purchased|refund|declined|carte|cb|carta|tarjeta|cartão|cartao|karte*|kreditkart*|kartennummer|kaart*|kreditkort|kort*|betalkort|karta|karty|kartę|karcie|karton*|kart|kartı|kredi|luottokort*|kártya|карт*|cartelă|card de credit|κάρτα*|بطاقة|البطاقة|כרטיס|कार्ड|信用卡|银行卡|卡号|銀行卡|カード|카드|บัตร|thẻ',
);

const GROUPS = { gap: 2, most: 10 };
const FEWEST_DIGITS = 12;

/** Payment card numbers: 12 to 19 digits in an issuer's range with a valid check digit, or card-shaped beside a word for a card. */
export const cardDetector: Detector = {
  name: 'card',
  tier: 'T0',
  types: TYPES,
  detect(text: string, report: Report, options: DetectorOptions): void {
    const runs = options.digits ?? digitRuns(text);
    let free = 0;
    for (let run = 0; run < runs.starts.length; run++) {
      const start = runs.starts[run]!;
      // Every scheme prints four digits or more first.
      if (start < free || runs.ends[run]! - start < 4 || digitsFrom(runs, run, GROUPS) < FEWEST_DIGITS) continue;
      free = reportCards(text, readCluster(text, start, isCardSeparator, GROUPS), report);
    }
  },
};

function isCardSeparator(code: number): boolean {
  return code === 32 || code === 45 || code === 0xa0 || code === 0x2011 || code === 0x202f || code === 46;
}

/** Tries the card that begins at the first group; returns where to go on. */
function reportCards(text: string, cluster: DigitCluster, report: Report): number {
  const start = cluster.starts[0] ?? 0;
  if (!opensNumber(text, start)) return 0;
  let best: { end: number; score: number; type: number } | undefined;
  let digits = '';
  for (let group = 0; group < cluster.starts.length; group++) {
    digits += clusterDigits(text, cluster, group, group);
    if (digits.length > 19) break;
    if (digits.length < FEWEST_DIGITS) continue;
    const end = cluster.ends[group] ?? start;
    if (!closesNumber(text, end, group + 1 < cluster.starts.length)) continue;
    const score = cardScore(text, start, end, digits, groupSizes(cluster, group));
    if (score >= 0.3 && (best === undefined || score > best.score)) best = { end, score, type: group };
  }
  if (best === undefined) return 0;
  report(start, best.end, 'CARD', 'CARD', best.score);
  return best.end;
}

function opensNumber(text: string, start: number): boolean {
  const before = text.charCodeAt(start - 1);
  if (isWordCode(before) || before === 43) return false;
  if (before !== 46 && before !== 45 && before !== 44) return true;
  // Behind a point, comma or hyphen the digits belong to what stands before it.
  return !isAlnum(text.charCodeAt(start - 2));
}

function closesNumber(text: string, end: number, more: boolean): boolean {
  const after = text.charCodeAt(end);
  if (isWordCode(after)) return false;
  if ((after === 46 || after === 44 || after === 45) && isAlnum(text.charCodeAt(end + 1))) return more && after !== 46;
  return true;
}

function groupSizes(cluster: DigitCluster, last: number): string {
  let sizes = '';
  for (let group = 0; group <= last; group++) sizes += `${(cluster.ends[group] ?? 0) - (cluster.starts[group] ?? 0)}-`;
  return sizes.slice(0, -1);
}

// How schemes print their numbers.
const PRINTED = new Set([
  '4-4-4-4',
  '4-6-5',
  '4-6-4',
  '4-4-4-4-3',
  '4-4-4-4-2',
  '4-4-4-4-1',
  '4-4-4-1',
  '6-13',
  '4-4-5',
  '4-4-4',
  '4-4-4-3',
  '8-8',
  '6-10',
]);

function cardScore(text: string, start: number, end: number, digits: string, sizes: string): number {
  const length = digits.length;
  const grouped = sizes !== `${length}`;
  if (grouped && !PRINTED.has(sizes)) return 0;
  if (isOneDigit(digits)) return 0;
  const issuer = issuerFits(digits);
  const valid = luhnValid(digits);
  if (valid && issuer === 'usual') {
    if (grouped) return 0.96;
    if (length === 16 || length === 15) return 0.9;
    return context(text, start, end) > 0 ? 0.9 : length === 14 ? 0.55 : 0.4;
  }
  if (!valid && (issuer === 'none' || (length !== 16 && length !== 15 && length !== 14))) return 0;
  const near = context(text, start, end);
  if (valid && issuer === 'rare') return near > 0 ? 0.85 : grouped && length >= 16 ? 0.55 : 0.35;
  if (valid) return near === 2 && length >= 15 ? 0.65 : 0;
  // A mistyped or invented number: the check digit is wrong, everything else is a card.
  if (near === 0) return sizes === '4-4-4-4' && issuer === 'usual' && !isInRow(text, start, end) ? 0.55 : 0;
  return grouped ? 0.65 : near === 2 && issuer === 'usual' ? 0.6 : 0.45;
}

/** Further numbers beside it, blanks between: a table. */
function isInRow(text: string, start: number, end: number): boolean {
  const before = text.charCodeAt(start - 1) <= 32 && digitAt(text, start - 2) >= 0;
  return before || (text.charCodeAt(end) <= 32 && digitAt(text, end + 1) >= 0);
}

function context(text: string, start: number, end: number): ContextStrength {
  return contextStrength(text, start, end, WORDS);
}

function isOneDigit(digits: string): boolean {
  for (let index = 1; index < digits.length; index++) if (digits[index] !== digits[0]) return false;
  return true;
}

/** Whether the leading digits and the length are an issuer's. `rare`: lengths and ranges seldom seen, or shared with other numbers. */
function issuerFits(digits: string): 'usual' | 'rare' | 'none' {
  const length = digits.length;
  const two = Number(digits.slice(0, 2));
  const four = Number(digits.slice(0, 4));
  // Visa
  if (two >= 40 && two <= 49)
    return length === 16 || length === 13 ? 'usual' : length === 19 ? 'rare' : maestro(four, length);
  // Mastercard, also the series 2 of 2017
  if ((two >= 51 && two <= 55) || (four >= 2221 && four <= 2720)) return length === 16 ? 'usual' : 'none';
  // American Express
  if (two === 34 || two === 37) return length === 15 ? 'usual' : 'none';
  // Diners Club, 36 and 38-39 with 14 digits or more, 300-305 and 3095
  if (two === 36 || two === 38 || two === 39 || (four >= 3000 && four <= 3059) || four === 3095) {
    return length === 14 ? 'usual' : length === 16 ? 'rare' : 'none';
  }
  // JCB
  if (four >= 3528 && four <= 3589) return length === 16 ? 'usual' : length > 16 ? 'rare' : 'none';
  if ((four === 2131 || four === 1800) && length === 15) return 'usual';
  // Mir
  if (four >= 2200 && four <= 2204) return length === 16 ? 'usual' : length > 16 ? 'rare' : 'none';
  // Discover, and the 622126-622925 it shares with UnionPay
  if (four === 6011 || (four >= 6440 && four <= 6599)) return length === 16 ? 'usual' : length > 16 ? 'rare' : 'none';
  // UnionPay
  if (two === 62 || two === 81) return length === 16 ? 'usual' : length > 16 ? 'rare' : 'none';
  // RuPay 60, 6521, 6522, 81, 82, 508; Maestro 50, 56-69; Troy 9792; Verve 5060-5079
  if (two === 60 || two === 82 || four === 9792) return length === 16 ? 'rare' : maestro(four, length);
  return maestro(four, length);
}

function maestro(four: number, length: number): 'rare' | 'none' {
  const two = Math.floor(four / 100);
  if (two !== 50 && (two < 56 || two > 69) && four !== 4903 && four !== 4911 && four !== 4936) return 'none';
  return length >= 12 && length <= 19 ? 'rare' : 'none';
}
