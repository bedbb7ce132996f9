/** Post office boxes (national postal operators' guides) and US military addresses (USPS Publication 28, section 238). */

export interface Box {
  readonly start: number;
  readonly end: number;
  readonly type: 'PO_BOX' | 'MILITARY_ADDRESS';
  /** `PSC 12, Box 34` and `P.O. Box` say it all; `Casella` or `Apartado` less. */
  readonly sure: boolean;
}

const BOX_BEFORE =
  /(?<![\p{L}\d_])(?:(P\. ?O\. ?Box|PO Box|P\.?O\.? BOX|Post Office Box|G\.?P\.?O\.? Box|Postfach|Boîte [Pp]ostale|B\.P\.|Apartado de [Cc]orreos|Apartado [Pp]ostal|Apdo\.(?: de [Cc]orreos)?|Casella [Pp]ostale|C\.P\.|Caixa [Pp]ostal|Postbus|Postboks|Postbox|Skrytka pocztowa|skr\. poczt\.|Posta Kutusu|P\.K\.|Poštanski pretinac|P\.P\.|Pf\.|PL|Box|BP|Private Bag|Locked Bag|Rural Route|RR|HC|а\/я|абонентский ящик|صندوق بريد|ص\.ب\.?|ת\.ד\.|私書箱|ตู้ ปณ\.)(?: ?(?:No\.?|Nr\.?|#|№|n[°º]))?[ :]{0,2})$/u;
const SURE =
  /^(?:P\. ?O|PO B|P\.?O\.? B|Post Office|G\.?P|Postfach|Bo[iî]te|Apartado|Apdo|Casella|Caixa|Postbus|Postboks|Skrytka|skr|Posta |Poš|Private|Locked|а\/я|аб|ص|ת|私|ต)/u;
const NUMBER = /\d[\d ]{0,8}(?:, Box \d{1,6}| Box \d{1,6})?(?![\p{L}\d])/uy;
const LAST_LINE = /(?<![A-Za-z])(?:APO|FPO|DPO),? (?:AA|AE|AP),? $/;
const DELIVERY =
  /(?<![\p{L}\d])((?:PSC|CMR|OMC|UMR|Unit|UNIT)[ ]\d{1,6}(?:,? Box \d{1,6}|,? BOX \d{1,6})?|(?:USS|USNS|USNV|USCGC) [A-Z][A-Za-z. -]{1,30}(?: ?Box \d{1,5})?)[ \t]{0,2}(?:,|,?\r?\n|,?\\n|,? )[ \t]{0,6}$/u;

export const LAST_WORDS: ReadonlySet<string> = new Set(
  'box postfach postale bp b.p. correos postal apdo apdo. c.p. postbus postboks postbox pocztowa poczt. kutusu p.k. pretinac p.p. pf. pl bag route rr hc а/я ящик بريد ص.ب ص.ب. ת.ד. 私書箱 ปณ. no no. nr nr. # №'.split(
    ' ',
  ),
);

const LONGEST_LAST_WORD = Math.max(...[...LAST_WORDS].map((word) => word.length));

/** By the low five bits of the first and the last character, which capitals and small letters share. */
const WORD_MARKS = new Uint8Array(1024);
for (const word of LAST_WORDS) WORD_MARKS[markOf(word, 0, word.length)] = 1;

function markOf(text: string, start: number, end: number): number {
  return ((text.charCodeAt(start) & 31) << 5) | (text.charCodeAt(end - 1) & 31);
}

/** Tells most words by their ends and length; what begins or ends beyond ASCII is asked for. */
export function mayEndBox(text: string, start: number, end: number): boolean {
  if (end - start > LONGEST_LAST_WORD) return false;
  const plain = text.charCodeAt(start) < 128 && text.charCodeAt(end - 1) < 128;
  return !plain || WORD_MARKS[markOf(text, start, end)] === 1;
}

/** A box whose number starts at `start`. Looks back at most 28 characters. */
export function readBox(text: string, start: number, end: number): Box | undefined {
  let wordEnd = start;
  while (wordEnd > start - 3 && (text.charCodeAt(wordEnd - 1) === 32 || text.charCodeAt(wordEnd - 1) === 58)) wordEnd--;
  let wordStart = wordEnd;
  while (wordStart > 0 && wordEnd - wordStart < 10 && isWordChar(text.charCodeAt(wordStart - 1))) wordStart--;
  if (!mayEndBox(text, wordStart, wordEnd)) return undefined;
  if (!LAST_WORDS.has(text.slice(wordStart, wordEnd).toLowerCase())) return undefined;
  const before = text.slice(Math.max(0, start - 28), start);
  const label = BOX_BEFORE.exec(before)?.[0];
  if (label === undefined) return undefined;
  NUMBER.lastIndex = start;
  const number = NUMBER.exec(text)?.[0].trimEnd() ?? text.slice(start, end);
  return { start: start - label.length, end: start + number.length, type: 'PO_BOX', sure: SURE.test(label) };
}

/** `PSC n, Box n / APO AE nnnnn`, read back from its ZIP code. */
export function readMilitary(text: string, start: number, end: number): Box | undefined {
  if (end - start !== 5) return undefined;
  // AA, AE and AP begin alike; a comma may follow.
  if (text.charCodeAt(start - (text.charCodeAt(start - 2) === 44 ? 4 : 3)) !== 65) return undefined;
  const before = text.slice(Math.max(0, start - 14), start);
  const office = LAST_LINE.exec(before)?.[0];
  if (office === undefined) return undefined;
  const plusFour = /^-\d{4}(?!\d)/.test(text.slice(end, end + 6)) ? 5 : 0;
  const officeStart = start - office.length;
  const delivery = DELIVERY.exec(text.slice(Math.max(0, officeStart - 60), officeStart))?.[0] ?? '';
  return { start: officeStart - delivery.length, end: end + plusFour, type: 'MILITARY_ADDRESS', sure: true };
}

function isWordChar(code: number): boolean {
  return (
    (code >= 97 && code <= 122) ||
    (code >= 65 && code <= 90) ||
    code === 46 ||
    code === 47 ||
    code === 35 ||
    code >= 0xc0
  );
}
