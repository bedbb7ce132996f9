/** `Address: ...`, `"street": "..."`, `Anschrift: ...`: a label vouches for forms the street grammar does not know. */

export interface Labelled {
  readonly start: number;
  readonly end: number;
}

/** Searched with `indexOf`, which is far cheaper than a pattern; the label around each hit is read afterwards. */
const NEEDLES = [
  'ddress',
  'DDRESS',
  'treet"',
  'treet:',
  'treet1',
  'dresse:',
  'dresse"',
  'nschrift',
  'ohnort',
  'irecci',
  'omicilio',
  'ndirizzo',
  'ndereço',
  'ndereco',
  'dres:',
  'adress:',
  'Adress:',
  'soite',
  'дрес',
  'عنوان',
  'כתובת',
  'ιεύθυνση',
  '住所',
  '地址',
  '주소',
  'पता',
  'Địa chỉ',
  'lamat:',
];
const KEY_BEFORE = /[\p{L}_ ./-]{0,28}$/u;
const KEY_AFTER =
  /[\p{L}_]{0,8}(?:[_ ]?(?:line)?[_ ]?[12])?["'*]{0,3}[ \t]{0,3}[:=：][ \t*]{0,4}(?:\r?\n[ \t]{0,4})?["'`]?/uy;
const FORBIDDEN_KEY =
  /(?:e-?mail|mail|ip|mac|ipv[46]|memory|web|url|server|host|bind|listen|remote|local|wallet|contract|mem|net|base|start|virtual|link|bcc|reply|from|to|http|site|block|token|node|socket|peer|btc|eth)[_ .-]?$/iu;
const VALUE = /[^\n"'`<>{}|;\\]{6,140}/uy;

export function findLabelled(text: string, found: (labelled: Labelled) => void): void {
  for (const needle of NEEDLES) {
    for (let at = text.indexOf(needle); at >= 0; at = text.indexOf(needle, at + needle.length)) {
      const key = KEY_BEFORE.exec(text.slice(Math.max(0, at - 28), at))?.[0] ?? '';
      if (FORBIDDEN_KEY.test(key.replace(/[Aa]$/, ''))) continue;
      KEY_AFTER.lastIndex = at + needle.replace(/[":1]$/, '').length;
      if (!KEY_AFTER.test(text)) continue;
      const start = KEY_AFTER.lastIndex;
      VALUE.lastIndex = start;
      const value = VALUE.exec(text)?.[0];
      if (value === undefined) continue;
      const trimmed = trimValue(value);
      if (looksLikeAddress(trimmed)) found({ start, end: start + trimmed.length });
    }
  }
}

/** Ends before a next sentence or field: `. Please`, `, phone:`, `Tel`, two blanks. */
function trimValue(value: string): string {
  const end =
    /\. (?=\p{Lu}[\p{L}]* [a-z])|[,.]? (?:[Pp]hone|[Tt]el|[Ee]-?[Mm]ail|[Dd]ate|[Nn]ame|DOB|SSN|and (?:my|the|his|her))(?![\p{L}])|\s{3,}|\t|,? [\p{L} ]{2,20}:/u.exec(
      value,
    );
  return (end === null ? value : value.slice(0, end.index)).replace(/[\s.,]+$/u, '');
}

/** A house number or postcode beside capitalised (or uncased) words, and nothing that smells of code, URL or number. */
function looksLikeAddress(value: string): boolean {
  if (value.length < 8 || /[@=$()[\]_*#^~]{2}|:\/\/|[@=$_^~]|\d\.\d|::|^\d+[,.\d ]*$|\(\)|->/.test(value)) return false;
  if (!/(?<![\p{L}\d.])\d{1,6}[A-Za-z]?(?![\p{L}\d.])|\d+[号號番丁]|\d{3}-\d{4}/u.test(value)) return false;
  const words = value.match(/\p{L}[\p{L}\p{M}'’.-]{2,}/gu) ?? [];
  const named = words.filter((word) => /^[\p{Lu}\p{Lo}]/u.test(word)).length;
  return named >= 1 && named * 2 >= words.length && words.length <= 16;
}
