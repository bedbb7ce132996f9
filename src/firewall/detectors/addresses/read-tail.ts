/** What may follow the street: unit, district, town, region, postcode, country, on the same line or the next ones. */
import { COUNTRIES, REGION_CODES, REGION_NAMES } from './regions.ts';

export interface Tail {
  readonly end: number;
  /** Parts that only stand in addresses: unit 1, region with postcode 2, postcode with town 2, country 1, lone region 1. */
  readonly strength: number;
  /** A postcode together with its town or region stands in it, on a part of its own. */
  readonly town: boolean;
}

const CAPITALISED = String.raw`(?:(?:St|Ste|Mt|Ft|Bad|Kr|Kr\.)\.? )?\p{Lu}[\p{L}\p{M}'’-]{0,24}`;
const TOWN = String.raw`${CAPITALISED}(?:[ -](?:(?:de|del|la|las|los|do|da|dos|of|upon|on|am|an|der|im|sur|les|le|und|nad|du|en|in|d['’])[ -]){0,2}${CAPITALISED}){0,3}(?: (?:lido|terme|ligure|veneto|umbro|sardo|laziale|calabro|salentino|a mare|al mare)(?![\p{L}]))?(?: \d{1,2}(?![\p{L}\d.,-]))?`;
/** Capitalised words that begin the next sentence, field or address instead of a town. */
const NOT_TOWN_WORDS =
  'I|The|This|That|My|Your|Our|His|Her|He|She|It|We|They|You|Please|And|But|If|When|Dear|Name|Names?|Phone|Tel|' +
  'Telephone|Mobile|Fax|Email|E-Mail|E-mail|Mail|Date|Attn|SSN|Card|Order|Born|Note|From|To|Cc|Subject|Thanks|' +
  'Thank|Regards|Kind|Best|Contact|Customer|Patient|Website|Web|Amount|Total|Invoice|Account|Client|IBAN|DOB|' +
  'Sincerely|Hi|Hello|PSC|CMR|Unit|USS|USNS|USNV|USCGC|PO|Box|APO|FPO|DPO|Apt|Suite';
const US_ZIP = String.raw`\d{5}(?:-\d{4})?`;
const UK_POSTCODE = String.raw`[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}`;
/** An outward and inward part with a digit or letter too many, as test data has it, and the Irish Eircode. */
const LOOSE_POSTCODE = String.raw`[A-Z]{1,2}\d{1,2} \d{1,2}[A-Z]{1,2}|[A-Z]\d[\dW] ?[A-Z\d]{4}`;
const CA_POSTCODE = String.raw`[A-Z]\d[A-Z][ -]?\d[A-Z]\d`;
/** Forms with a mark of their own: 12-345, 123 45, 1234-567, 12345-678, 1234 AB, 123 456. */
const MARKED_POSTCODE = String.raw`(?:\d{2}-\d{3}|\d{3} \d{2}|\d{4}-\d{3}|\d{5}-\d{3}|\d{4} ?[A-Z]{2}|\d{3} \d{3}|\d{2} \d{3})`;
const COUNTRY_PREFIX = `(?:(?:A|B|CH|D|DK|F|FI|FIN|I|L|LV|LT|N|NL|P|PL|S|SE|SI|SK|E|CZ|HU|H|RO|EE|GR)-)?`;
const EUROPEAN_POSTCODE = `${COUNTRY_PREFIX}(?:${MARKED_POSTCODE}|\\d{4,6})`;
const ANY_POSTCODE = `(?:${UK_POSTCODE}|${LOOSE_POSTCODE}|${CA_POSTCODE}|${MARKED_POSTCODE}|${US_ZIP}|\\d{6}|\\d{4})`;
const STOP = String.raw`(?![\p{L}\p{M}\d_@])`;

const sticky = (source: string): RegExp => new RegExp(source, 'uy');

/** A year, or an abbreviation in capitals (`RFC 9881`), is no postcode with its town. */
const NO_TOWN = /^(?:(?:19|20)\d\d |\p{Lu}{2})/u;

const SEPARATOR = sticky(
  String.raw`[ \t]{0,3}(?:[,;][ \t]{0,3}(?:\r?\n|\\r?\\n|\\n|<br ?/?>)?[ \t]{0,8}|(?:\r?\n|\\r\\n|\\n|<br ?/?>)[ \t]{0,8}|[|•·–-][ \t])|[ \t]{1,3}|(?=\()`,
);
const UNIT_WORD =
  'Apartment|apartment|Apartamento|Apto|apto|Appartement|Appt|Apt|apt|APT|Suite|suite|SUITE|Ste|STE|Unit|unit|UNIT|Flat|flat|Floor|floor|Fl|Room|room|Rm|' +
  'Building|Bldg|Dept|Lot|Spc|Space|Trlr|Level|Block|Depto|depto|Departamento|Oficina|Bloque|Bloco|bloco|Escalera|Bâtiment|Bât|Wohnung|Whg|Top|Stiege|' +
  'Zimmer|Hus|Lgh|Oppgang|Leil|Bloc|bloc|Bl|bl|Ap|ap|Lote|Piano|Appartamento|Puerta|Esc|Casa|Γρ|Όροφος|' +
  'bus|boîte|Scala|Interno|int|Int|квартира|корпус|офис|корп|стр|кв|оф|kv|lok|Daire|Kat|asunto|lgh|lokal';
const UNIT = sticky(
  `(?:(?:${UNIT_WORD})(?:\\.?:? ?(?:No\\.? ?)?#?\\d[\\dA-Za-z-]{0,5}|\\.?:? #?[A-Z]\\d{0,4})|[KD]: ?\\d{1,3}|#[ ]?\\d{1,5}[A-Z]?|` +
    String.raw`[A-H] \d{1,3}|(?:Ground|First|Second|Third|Fourth|Fifth|Sixth|Seventh|Eighth|Ninth|Tenth|Top|\d{1,2}(?:st|nd|rd|th)) (?:Floor|Fl\.?|floor)|(?:Piso|piso|Planta|planta) \d{1,2}[ºª°]?(?: ?[A-Z](?![\p{L}]))?|\d{1,2} ?[ºª°](?: ?(?:[A-Z](?![\p{L}])|izq\w{0,6}\.?|dcha\.?|izda\.?))?|\d{1,2}\. (?:sal|tv|th|mf|OG|Stock|Etage|em|emelet)\.?|\d{1,2}(?:[eè](?:me|r)?)? étage|\d{1,2}\.? ?(?:OG|em|hoog(?: (?:achter|voor))?)|\d{1,2}e verdieping|II|III|I|bis|Ισ|m\. ?\d{1,4}|PH ?\d{0,3})${STOP}`,
);
const POSTCODE_TOWN = sticky(
  `${EUROPEAN_POSTCODE} (?!(?:${NOT_TOWN_WORDS})${STOP})${TOWN}(?: \\([A-Z]{2}\\)| [A-Z]{2}${STOP})?`,
);
const TOWN_REGION_POSTCODE = sticky(
  `(?:${TOWN}[ ]?,?[ ]{1,2})??(?:${REGION_CODES}|${REGION_NAMES}),?[ ]{1,3}(?:${US_ZIP}|${CA_POSTCODE}|${UK_POSTCODE}|\\d{4}|\\d{6})${STOP}`,
);
const TOWN_POSTCODE = sticky(
  `${TOWN},?[ ](?:[-–] ?)?(?:${UK_POSTCODE}|${CA_POSTCODE}|${MARKED_POSTCODE}|${US_ZIP}|\\d{6}|\\d{4})${STOP}`,
);
const TOWN_STATE = sticky(
  `${TOWN}(?:[ ]?,[ ]{0,2}|[ ])(?:${REGION_CODES}|${REGION_NAMES})${STOP}|${TOWN} ?[-/–] ?[A-Z]{2}${STOP}|${TOWN} \\((?:[A-Z]{2}|\\p{Lu}\\p{L}{2,12})\\)`,
);
const LONE_POSTCODE = sticky(`${ANY_POSTCODE}(?![\\p{L}\\d_@]|[-.,:/]\\d)`);
const CEP = sticky(
  String.raw`(?:CEP|C\.P\.|CP|PIN|Pin|ZIP|zip|Zip|PLZ|Postcode|postcode|zip code|Zip code|ZIP code|Pincode)[: -]{1,3}\d{4,6}(?:-\d{3,4})?${STOP}`,
);
const STATE = sticky(`(?:${REGION_CODES}|${REGION_NAMES})${STOP}`);
const COUNTRY = sticky(`(?:${COUNTRIES})${STOP}`);
const LONE_TOWN = sticky(`${TOWN}${STOP}`);
const CYRILLIC_TOWN = sticky(String.raw`(?:г\.|гор\.|с\.|м\.|обл\.) ?${TOWN}(?: (?:обл|край|область)\.?)?`);
const NOT_TOWN = new RegExp(`^(?:${NOT_TOWN_WORDS})(?![\\p{L}\\p{M}])`, 'u');

/** Reads on from the end of a street. At most eight parts, one line break between two. */
export function readTail(text: string, from: number): Tail {
  let end = from;
  let at = from;
  let strength = 0;
  let weakTowns = 0;
  let postcode = false;
  let town = false;
  for (let count = 0; count < 8; count++) {
    SEPARATOR.lastIndex = at;
    const separator = SEPARATOR.exec(text)?.[0];
    if (separator === undefined) break;
    const start = at + separator.length;
    const spaceOnly = separator.trim() === '' && !separator.includes('\n');
    const isNotTown = NOT_TOWN.test(text.slice(start, start + 12));
    const newLine = /[\n<\\]/.test(separator);
    const part = readPart(text, start, { isNotTown, spaceOnly, newLine, first: count === 0, postcode });
    let next = part?.end ?? -1;
    if (part !== undefined) {
      strength += part.strength;
      postcode ||= part.postcode;
      town ||= part.postcode && part.strength === 2 && !spaceOnly && !NO_TOWN.test(text.slice(start, start + 6));
    }
    if (next > 0) {
      at = end = next;
      continue;
    }
    if (spaceOnly || isNotTown || (postcode && newLine) || weakTowns >= 3) break;
    next = match(LONE_TOWN, text, start);
    if (next < 0) break;
    weakTowns++;
    at = next;
    // After a comma a town belongs to the address; on a line of its own only when something surer follows.
    if (!newLine) end = next;
  }
  return { end, strength, town };
}

interface Surroundings {
  readonly isNotTown: boolean;
  readonly spaceOnly: boolean;
  readonly newLine: boolean;
  readonly first: boolean;
  /** A postcode was read already: what follows on a new line is the next address. */
  readonly postcode: boolean;
}

interface Part {
  readonly end: number;
  readonly strength: number;
  readonly postcode: boolean;
}

function readPart(text: string, at: number, around: Surroundings): Part | undefined {
  const { isNotTown, spaceOnly, newLine, first, postcode } = around;
  const closed = postcode && newLine;
  if (!closed) {
    const unit = match(UNIT, text, at);
    if (unit > 0) return { end: unit, strength: 1, postcode: false };
  }
  if (isNotTown) return undefined;
  if (!postcode) {
    const end = townAndPostcode(text, at);
    if (end > 0) return { end, strength: 2, postcode: true };
  }
  const country = match(COUNTRY, text, at);
  if (country > 0) return { end: country, strength: 1, postcode: false };
  if (closed) return undefined;
  const townState = match(TOWN_STATE, text, at);
  if (townState > 0) return { end: townState, strength: spaceOnly ? 0.5 : 1, postcode: false };
  for (const pattern of [STATE, CYRILLIC_TOWN]) {
    const end = match(pattern, text, at);
    if (end > 0) return { end, strength: 1, postcode: false };
  }
  if (postcode || (first && spaceOnly)) return undefined;
  const end = match(LONE_POSTCODE, text, at);
  return end > 0 ? { end, strength: 0, postcode: true } : undefined;
}

function match(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : -1;
}

function townAndPostcode(text: string, at: number): number {
  const next = Math.max(
    match(TOWN_REGION_POSTCODE, text, at),
    match(POSTCODE_TOWN, text, at),
    match(TOWN_POSTCODE, text, at),
  );
  return next > 0 ? next : match(CEP, text, at);
}
