/**
 * The catalogue of kinds: the short word a finding, a policy, an audit event and a placeholder share.
 * `[EMAIL_1]` is the first value of kind EMAIL. Types (`US_SSN`, `AWS_ACCESS_KEY` ...) are finer and live with their detectors.
 */
export const PERSONAL_KINDS = [
  'PERSON',
  'EMAIL',
  'PHONE',
  'ADDRESS',
  'CARD',
  'IBAN',
  'BANK_ACCOUNT',
  'ID',
  'PASSPORT',
  'DRIVING_LICENCE',
  'TAX_ID',
  'DATE_OF_BIRTH',
  'IP',
  'MAC',
  'URL_CREDENTIALS',
  'CRYPTO_WALLET',
  'VEHICLE',
  'MEDICAL_ID',
  'LOCATION',
  'ORGANIZATION',
] as const;

export type PersonalKind = (typeof PERSONAL_KINDS)[number];

/** LOCATION and ORGANIZATION exist and are off unless a policy turns them on. */
export const KINDS_OFF_BY_DEFAULT: readonly PersonalKind[] = ['LOCATION', 'ORGANIZATION'];

/** A built-in kind, or the name a workspace gave its own recogniser (`[A-Z][A-Z0-9_]{0,31}`). */
export type Kind = PersonalKind | 'SECRET' | (string & {});
