/** `Address: ...`, `"street": "..."`, `Anschrift: ...`: a label vouches for forms the street grammar does not know. */

export interface Labelled {
  readonly start: number;
  readonly end: number;
}

/** Keys and labels by their last word, lower case. */
export const LABELS: ReadonlySet<string> = new Set(
  (
    'address addr street street1 street2 streetaddress addressline addressline1 addressline2 address1 address2 homeaddress mailingaddress postaladdress ' +
    'billingaddress shippingaddress deliveryaddress residence location adresse anschrift wohnort straße strasse rue dirección direccion domicilio calle indirizzo ' +
    'residenza via endereço endereco morada logradouro rua adres ulica adress gatuadress osoite cím lakcím adresa adresă bydliště trvalýpobyt διεύθυνση адрес адреса ' +
    'عنوان العنوان כתובת 住所 ご住所 地址 通讯地址 通訊地址 收货地址 家庭住址 住址 주소 पता ที่อยู่ chỉ alamat anwani'
  ).split(' '),
);
/** `E-mail address`, `IP address`, `wallet_address` ... hold no postal address. */
const NOT_POSTAL =
  /(?:e-?mail|mail|ip|mac|ipv[46]|memory|web|url|server|host|bind|listen|remote|local|wallet|contract|mem|net|base|start|virtual|link|bcc|reply|from|to|http|site|block|token|node|socket|peer|btc|eth|bitcoin|ethereum)[_ .-]?$/iu;
const OPENING = /[ \t*"']{0,4}(?:\r?\n[ \t]{0,4})?["'`]?/uy;
const VALUE = /[^\n"'`<>{}|;\\]{6,140}/uy;

/** A colon or equals sign stands at `mark`: is the word before it an address label, and its value an address? */
export function readLabelled(text: string, mark: number): Labelled | undefined {
  let end = mark;
  while (end > mark - 4 && isQuoteOrBlank(text.charCodeAt(end - 1))) end--;
  let from = end;
  while (from > 0 && end - from < 20 && isKeyChar(text.charCodeAt(from - 1))) from--;
  if (end - from < 2 || !mayEndLabel(text, end)) return undefined;
  const word = text.slice(from, end).toLowerCase();
  if (!LABELS.has(word.replaceAll('_', '')) && !LABELS.has(word.slice(word.lastIndexOf('_') + 1))) return undefined;
  if (NOT_POSTAL.test(word.replace(/_?addr(?:ess)?(?:es)?$/, '')) && word.length > 7) return undefined;
  if (NOT_POSTAL.test(text.slice(Math.max(0, from - 14), from))) return undefined;
  OPENING.lastIndex = mark + 1;
  const start = OPENING.test(text) ? OPENING.lastIndex : mark + 1;
  VALUE.lastIndex = start;
  const value = VALUE.exec(text)?.[0];
  if (value === undefined) return undefined;
  const trimmed = trimValue(value);
  return looksLikeAddress(trimmed) ? { start, end: start + trimmed.length } : undefined;
}

/** The last two letters of every label that ends with letters or digits of ASCII, without their case. */
const LABEL_ENDS = new Uint8Array(1024);
for (const label of LABELS) LABEL_ENDS[endOf(label, label.length)] = 1;

function endOf(text: string, end: number): number {
  return ((text.charCodeAt(end - 2) & 31) << 5) | (text.charCodeAt(end - 1) & 31);
}

/** Tells most words before a colon by their last two letters. Letters beyond ASCII and underscores, which labels may do without, are all asked for. */
export function mayEndLabel(text: string, end: number): boolean {
  const last = text.charCodeAt(end - 1);
  const before = text.charCodeAt(end - 2);
  return last > 127 || before > 127 || last === 95 || before === 95 || LABEL_ENDS[endOf(text, end)] === 1;
}

function isQuoteOrBlank(code: number): boolean {
  return code === 32 || code === 34 || code === 39 || code === 42 || code === 96;
}

function isKeyChar(code: number): boolean {
  return (
    (code >= 97 && code <= 122) ||
    (code >= 65 && code <= 90) ||
    code === 95 ||
    (code >= 48 && code <= 57) ||
    code >= 0xc0
  );
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
  if (value.length < 8 || /[@=$()[\]_*#^~]{2}|:\/\/|[@=$_^~]|\d\.\d|::|^\d+[,.\d ]*$|\w\(|->/.test(value)) return false;
  if (!/(?<![\p{L}\d.])\d{1,6}[A-Za-z]?(?![\p{L}\d.])|\d+[号號番丁]|\d{3}-\d{4}/u.test(value)) return false;
  const words = value.match(/\p{L}[\p{L}\p{M}'’.-]{2,}/gu) ?? [];
  if (!words.some((word) => /^(?:\p{Lu}\p{M}?[\p{Ll}'’-]|\p{Lo})/u.test(word))) return false;
  const named = words.filter((word) => /^[\p{Lu}\p{Lo}]/u.test(word)).length;
  return named >= 1 && named * 2 >= words.length && words.length <= 16;
}
