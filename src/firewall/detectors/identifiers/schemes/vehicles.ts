import { alnumAt, digitAt } from '../../check-digits.ts';
import type { RegionalScheme } from '../scheme.ts';

const WEIGHTS = [8, 7, 6, 5, 4, 3, 2, 10, 0, 9, 8, 7, 6, 5, 4, 3, 2];
/** Values of A to Z: 1 to 8, then 1 to 5, 7, 9, then 2 to 9; I, O and Q are not used. */
const LETTERS = [1, 2, 3, 4, 5, 6, 7, 8, -1, 1, 2, 3, 4, 5, -1, 7, -1, 9, 2, 3, 4, 5, 6, 7, 8, 9];

/** ISO 3779 form: no I, O, Q; a model-year sign in the tenth place; the last four places digits. */
function looksLikeVin(compact: string): boolean {
  return (
    /^[A-HJ-NPR-Z1-9][A-HJ-NPR-Z0-9]{12}\d{4}$/.test(compact) &&
    /[A-Z]/.test(compact.slice(0, 3)) &&
    !/[UZ0]/.test(compact[9] ?? '')
  );
}

/** 49 CFR 565.15: sum of value times weight modulo 11 in the ninth place, X for ten. */
export function isCheckedVin(compact: string): boolean {
  let sum = 0;
  for (let index = 0; index < 17; index++) {
    const digit = digitAt(compact, index);
    const value = digit >= 0 ? digit : (LETTERS[alnumAt(compact, index) - 10] ?? -1);
    if (value < 0) return false;
    sum += value * (WEIGHTS[index] ?? 0);
  }
  const check = compact[8] === 'X' ? 10 : digitAt(compact, 8);
  return sum % 11 === check;
}

export const VEHICLES: readonly RegionalScheme[] = [
  {
    type: 'VIN',
    kind: 'VEHICLE',
    title: 'Vehicle identification number',
    source: 'ISO 3779:2009; check digit 49 CFR 565.15 (North America, China)',
    topic: 'vin',
    forms: { XXXXXXXXXXXXXXXXX: 0.6 },
    words:
      'vin|vin number|vin no|vehicle identification*|chassis*|fahrgestell*|^FIN|bastidor|telaio|serial number of the vehicle',
    check: (compact) => looksLikeVin(compact) && isCheckedVin(compact),
    checked: true,
  },
  {
    type: 'VIN',
    kind: 'VEHICLE',
    title: 'Vehicle identification number',
    source: 'ISO 3779:2009, without check digit (Europe)',
    topic: 'vin',
    forms: { XXXXXXXXXXXXXXXXX: 0 },
    words: 'vin|vin number|vin no|vehicle identification*|chassis*|fahrgestell*|^FIN|bastidor|telaio',
    check: (compact) =>
      /^[A-HJ-NPR-Z0-9]{17}$/.test(compact) && /[A-Z].*[A-Z]/.test(compact) && /\d.*\d.*\d/.test(compact),
  },
];
