/** 40 sentences with the values in them that the firewall replaces. Every value is made up; domains and numbers are reserved for examples. */
const EMAILS = [
  'anna.smith@corp.example.org',
  'j.doe@mail.example.com',
  'support-desk@example.net',
  'li.wei88@example.org',
];
const PHONES = ['+1 212 555 0142', '+44 20 7946 0958', '+49 30 23125 018', '+33 1 99 00 12 34'];
const CARDS = ['4111 1111 1111 1111', '5555 5555 5555 4444', '3782 822463 10005', '6011 1111 1111 1117'];
const ADDRESSES = ['203.0.113.77', '198.51.100.23', '192.0.2.146', '203.0.113.9'];

/** Each form takes the values of one row: e-mail, phone, card, IP address. */
const FORMS: readonly ((row: Row) => readonly [sentence: string, values: readonly string[]])[] = [
  ({ email }) => [`Please write to ${email} today.`, [email]],
  ({ email }) => [`My email address is ${email}.`, [email]],
  ({ phone }) => [`Call me at ${phone} tomorrow morning.`, [phone]],
  ({ phone }) => [`The phone number of the office is ${phone}.`, [phone]],
  ({ card }) => [`The payment was made with card ${card}.`, [card]],
  ({ address }) => [`The login came from ${address} last night.`, [address]],
  ({ email, phone }) => [`Contact ${email} or call ${phone}.`, [email, phone]],
  ({ email, address }) => [`The user ${email} signed in from ${address}.`, [email, address]],
  ({ card, phone }) => [`Card ${card} belongs to the customer with phone ${phone}.`, [card, phone]],
  ({ email, phone, address }) => [
    `Send the report to ${email}, call ${phone}, and block ${address}.`,
    [email, phone, address],
  ],
];

interface Row {
  readonly email: string;
  readonly phone: string;
  readonly card: string;
  readonly address: string;
}

const ROWS: readonly Row[] = EMAILS.map((email, at) => ({
  email,
  phone: PHONES[at] ?? '',
  card: CARDS[at] ?? '',
  address: ADDRESSES[at] ?? '',
}));

export const SENTENCES = FORMS.flatMap((form) => ROWS.map(form));
