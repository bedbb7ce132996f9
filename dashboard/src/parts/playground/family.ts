/** Kinds that belong together share a colour. */
export type Family = 'identity' | 'contact' | 'money' | 'technical' | 'secret';

const FAMILIES: Readonly<Record<string, Family>> = {
  PERSON: 'identity',
  ID: 'identity',
  PASSPORT: 'identity',
  DRIVING_LICENCE: 'identity',
  TAX_ID: 'identity',
  DATE_OF_BIRTH: 'identity',
  MEDICAL_ID: 'identity',
  VEHICLE: 'identity',
  EMAIL: 'contact',
  PHONE: 'contact',
  ADDRESS: 'contact',
  LOCATION: 'contact',
  CARD: 'money',
  IBAN: 'money',
  BANK_ACCOUNT: 'money',
  CRYPTO_WALLET: 'money',
  SECRET: 'secret',
};

/** A workspace's own kinds stand with the technical ones. */
export const familyOf = (kind: string): Family => FAMILIES[kind] ?? 'technical';
