import type { Kind } from '../../contract/kinds.ts';
import { ipv6Groups } from '../detectors/ip-address-v6.ts';
import { foldEdits } from '../views/fold.ts';
import { type Edit, editedLayer, originalLayer } from '../views/layer.ts';
import { spokenAddressEdits } from '../views/spoken-address.ts';
import { spokenDigitEdits } from '../views/spoken-digits.ts';
import { scanTriggers } from '../views/triggers.ts';

/**
 * What all spellings of one value have in common: two values of a kind with the same canonical form are one value and share a
 * placeholder. The value itself where its kind has no such form (a custom kind, credentials) or it does not look like one of its kind,
 * so that nothing is taken for the same by mistake. Telephone numbers have rules of their own (`canonical-phone.ts`).
 */
export function canonicalValue(kind: Kind, value: string): string {
  return FORMS.get(kind)?.(value) ?? value;
}

/** A value as it is usually typed: no invisible or styled characters, marks on their letters (NFC). */
function folded(value: string): string {
  return NON_ASCII.test(value) ? edited(value, foldEdits(value)).normalize('NFC') : value;
}

/** A number folded, its digits not spoken. Values with markup or line ends inside are left: those have to come back with the value. */
export function inDigits(value: string, isPlain: (folded: string) => boolean): string {
  const plain = folded(value);
  return isPlain(plain) ? plain : edited(plain, spokenDigitEdits(plain));
}

const NON_ASCII = /[^\0-\x7f]/;

const edited = (text: string, edits: readonly Edit[]): string =>
  edits.length === 0 ? text : editedLayer(originalLayer(text), edits).text;

type Form = (value: string) => string | undefined;

/** Host names have no case (RFC 4343); that a local part has is a rule no provider keeps (RFC 5321, 2.4). */
const email: Form = (value) => {
  const typed = folded(value);
  if (isAddress(typed)) return typed.toLowerCase();
  const plain = edited(typed, spokenAddressEdits(typed, scanTriggers(typed)));
  return isAddress(plain) ? plain.toLowerCase() : undefined;
};

const isAddress = (text: string): boolean => /^[^\s@<>%&\\]+@[^\s@<>%&\\]+$/.test(text);

/** Blanks, hyphens, dots and slashes part the groups of a number and are no part of it. */
const number: Form = (value) => {
  const plain = inDigits(value, isNumber).replace(SEPARATORS, '').toUpperCase();
  return /^[\p{L}\p{N}]{4,}$/u.test(plain) ? plain : undefined;
};

const SEPARATORS = /[\s\-./]+/g;

const isNumber = (text: string): boolean => /^[\p{L}\p{N}\s\-./]+$/u.test(text) && /\d{1}.*\d/s.test(text);

/** Where a plate is parted is part of it: `B-AB 12` and `BA-B 12` are two vehicles. */
const plate: Form = (value) => {
  const plain = inDigits(value, isNumber).replace(SEPARATORS, ' ').toUpperCase();
  return /^[\p{L}\p{N} ]{4,}$/u.test(plain) ? plain : undefined;
};

const words =
  (gap: RegExp): Form =>
  (value) => {
    const plain = folded(value).replace(gap, ' ').trim().toLowerCase();
    return /[\p{L}\p{N}]{2}/u.test(plain) ? plain : undefined;
  };

/** RFC 5952 writes an IPv6 address one way; its eight groups, each as one character, say the same with less work. A zone or prefix length stays. */
const address: Form = (value) => {
  const plain = folded(value).toLowerCase();
  const [, host = '', rest = ''] = /^\[?([0-9a-f:.]+)\]?([%/].*)?$/.exec(plain) ?? [];
  if (!host.includes(':')) return host === '' ? undefined : plain;
  const groups = ipv6Groups(host);
  return groups === undefined ? undefined : `v6 ${String.fromCharCode(...groups)}${rest}`;
};

const hardware: Form = (value) => {
  const plain = folded(value)
    .replace(/[\s:.-]/g, '')
    .toLowerCase();
  return /^[0-9a-f]{12,16}$/.test(plain) ? plain : undefined;
};

/** Case is a check sum in ERC-55 and has no meaning in Bech32 (BIP-173); everywhere else it does. */
const wallet: Form = (value) =>
  /^(?:0x[0-9a-f]{40}|(?:bc|tb|ltc)1[0-9a-z]{8,87})$/i.test(value) ? value.toLowerCase() : undefined;

const name = words(/\s+/g);

const FORMS: ReadonlyMap<string, Form> = new Map([
  ['EMAIL', email],
  ['CARD', number],
  ['IBAN', number],
  ['BANK_ACCOUNT', number],
  ['ID', number],
  ['PASSPORT', number],
  ['DRIVING_LICENCE', number],
  ['TAX_ID', number],
  ['MEDICAL_ID', number],
  ['VEHICLE', plate],
  ['PERSON', name],
  ['LOCATION', name],
  ['ORGANIZATION', name],
  ['DATE_OF_BIRTH', name],
  ['ADDRESS', words(/[\s,]+/g)],
  ['IP', address],
  ['MAC', hardware],
  ['CRYPTO_WALLET', wallet],
]);
