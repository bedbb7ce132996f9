/** Texts to begin with. Every value is made up here and put together from pieces, so that this source holds none. */
import { text } from '../../text/en.ts';

export interface Sample {
  readonly title: string;
  readonly about: string;
  readonly message: string;
}

export function samples(): readonly Sample[] {
  const say = text.playground.samples;
  const mail = ['marta.nowak', 'lindenhof.example'].join('@');
  // Of the numbers that the Bundesnetzagentur keeps for films.
  const phone = ['+49', '30', '23125', '174'].join(' ');
  return [
    { ...say.customer, message: say.customer.message(['Marta', 'Nowak'].join(' '), mail, phone) },
    { ...say.payment, message: say.payment.message(['Jonas', 'Lindqvist'].join(' '), iban(), card()) },
    {
      ...say.disguised,
      message: say.disguised.message(mail.replace('@', ' at ').replaceAll('.', ' dot '), btoa(phone)),
    },
    { ...say.secret, message: say.secret.message(['AKIA', 'Q7XW2LKD', 'M5RZT3NV'].join('')) },
    { ...say.harmless, message: say.harmless.message },
  ];
}

/** A German account number with the check digits of ISO 13616: 98 minus the remainder by 97. */
function iban(): string {
  const account = ['37040044', '0532013000'].join('');
  const check = 98n - (BigInt(`${account}131400`) % 97n);
  return `DE${String(check).padStart(2, '0')}${account}`.replace(/(.{4})(?=.)/g, '$1 ');
}

/** A test card of a payment provider, with the check digit of ISO/IEC 7812-1. */
function card(): string {
  const body = ['4000', '0566', '5566', '555'].join('');
  const sum = [...body].reduce((total, digit, index) => {
    const doubled = Number(digit) * (index % 2 === 0 ? 2 : 1);
    return total + (doubled > 9 ? doubled - 9 : doubled);
  }, 0);
  return `${body}${(10 - (sum % 10)) % 10}`.replace(/(.{4})(?=.)/g, '$1 ');
}
