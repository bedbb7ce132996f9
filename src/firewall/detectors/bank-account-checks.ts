import { onlyDigits, weightedSum } from './check-digits.ts';

const ABA_WEIGHTS = [3, 7, 1, 3, 7, 1, 3, 7, 1];

/** ABA routing number: weights 3 7 1, a multiple of ten, and a first pair that a Federal Reserve district uses. ANSI X9.102. */
export function abaValid(digits: string): boolean {
  if (digits.length !== 9 || !onlyDigits(digits)) return false;
  const district = Number(digits.slice(0, 2));
  const used =
    district <= 12 || (district >= 21 && district <= 32) || (district >= 61 && district <= 72) || district === 80;
  return used && digits !== '000000000' && weightedSum(digits, ABA_WEIGHTS) % 10 === 0;
}

const CLABE_WEIGHTS = [3, 7, 1, 3, 7, 1, 3, 7, 1, 3, 7, 1, 3, 7, 1, 3, 7];

/** CLABE: each product modulo ten, the sum subtracted from ten. Bank codes begin at 002. */
export function clabeValid(digits: string): boolean {
  if (digits.length !== 18 || !onlyDigits(digits) || digits.startsWith('000')) return false;
  let sum = 0;
  for (let place = 0; place < 17; place++) sum += (Number(digits[place]) * (CLABE_WEIGHTS[place] ?? 0)) % 10;
  return (10 - (sum % 10)) % 10 === Number(digits[17]);
}

// ISO 3166-1 alpha-2, and XK, which SWIFT uses for Kosovo.
const COUNTRIES = new Set(
  'AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT BW BY BZ CA CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG EH ER ES ET FI FJ FK FM FO FR GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GT GU GW GY HK HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE JM JO JP KE KG KH KI KM KN KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO MP MQ MR MS MT MU MV MW MX MY MZ NA NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW PY QA RE RO RS RU RW SA SB SC SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TG TH TJ TK TL TM TN TO TR TT TV TW TZ UA UG US UY UZ VA VC VE VG VI VN VU WF WS XK YE YT ZA ZM ZW'.split(
    ' ',
  ),
);

export function isCountryCode(code: string): boolean {
  return COUNTRIES.has(code);
}
