import { contextWords } from './context-words.ts';

/** Words for a bank account and its number. */
const ACCOUNT = [
  'account|accounts|acct|accountno|accountnumber|acctno|accnumber|accno|acc no|acc num|acc number|a c|checking|savings|bank account|direct deposit|bankaccount|bban',
  'konto|kontonummer|kontonr|kto|ktonr|bankkonto|kontoverbindung|bankverbindung|girokonto|sparkonto',
  'compte|numéro de compte|no de compte|rib',
  'cuenta|cuentas|nro de cuenta|cta',
  'conto|conto corrente|c c',
  'conta|conta corrente|conta bancária|conta poupança',
  'rekening|rekeningnummer|bankrekening|rek',
  'rachunek|rachunku|rachunek bankowy|konta|nr konta',
  'bankkonto|kontonummer|tilinumero|tili|tilille|bankgiro|plusgiro|clearingnummer',
  'účet|účtu|číslo účtu|bankovní|számlaszám|bankszámla*|cont|contul|cont bancar|račun|računa',
  'счет|счёт|счета|счёта|расчетный|расчётный|р с|рахунок|рахунку|λογαριασμός|λογαριασμού',
  'hesap|hesap no|hesap numarası|tài khoản|stk|số tài khoản|rekening bank|nomor rekening|akaun',
  'حساب|الحساب|חשבון|खाता|खाते|खाता संख्या|账号|帐号|账户|帳戶|帳號|银行账|口座|口座番号|계좌|계좌번호|บัญชี',
].join('|');

export const ACCOUNT_WORDS = contextWords(ACCOUNT);

const ROUTING = 'routing|aba|rtn|routingnumber|routing no|transit number|ach|fedwire|abartn';
export const ROUTING_WORDS = contextWords(ROUTING);
const SORT_CODE = 'sort code|sortcode|sorting code|sort codes';
export const SORT_CODE_WORDS = contextWords(SORT_CODE);
const BSB = 'bsb|bsbs|bank state branch';
export const BSB_WORDS = contextWords(BSB);
const TRANSIT = 'transit|institution|branch|transit number';
export const TRANSIT_WORDS = contextWords(TRANSIT);
const CLABE = 'clabe|interbancaria|cuenta|transferencia|spei|banco';
export const CLABE_WORDS = contextWords(CLABE);
export const IFSC_WORDS = contextWords('ifsc|neft|rtgs|imps|branch|bank');
export const BIC_WORDS = contextWords('bic|swift|swiftcode|bic code|swift code|biccode|bic swift|スイフト');

/** All words of numbers: what stands near none of them is not looked at further. */
export const ANY_WORDS = contextWords([ACCOUNT, ROUTING, SORT_CODE, BSB, TRANSIT, CLABE].join('|'));
