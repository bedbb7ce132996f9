import { faker } from '@faker-js/faker';

const FILLER =
  'Please read the following note and answer in two short paragraphs. The customer asked about the renewal of the contract and wants to know which of the options is cheaper over three years. We promised to come back this week with numbers, and the team in finance is waiting for the same summary. Keep the tone friendly, mention that the old price stays valid until the end of the month, and do not promise anything about delivery times. ';

let calls = 0;

/** Chat requests of about 1.3 kB with an e-mail address, a phone number and a name, every one with another text, in every call. */
export function makePrompts(count: number, options: { stream: boolean; model: string; pii: string }): string[] {
  faker.seed(42 + calls++);
  const sentences = FILLER.split('. ').filter(Boolean);
  return Array.from({ length: count }, () => {
    const person = faker.person.fullName();
    let text = `Customer ${person}, ${faker.internet.email()}, ${faker.phone.number({ style: 'international' })}. `;
    while (text.length < 1150) {
      text += `${faker.helpers.arrayElement(sentences)} ${faker.word.adjective()} ${faker.word.noun()} ${faker.number.int(9999)}. `;
    }
    return JSON.stringify({
      model: options.model,
      pii: options.pii,
      ...(options.stream ? { stream: true } : {}),
      messages: [
        { role: 'system', content: 'You are a helpful assistant.' },
        { role: 'user', content: text },
      ],
    });
  });
}
