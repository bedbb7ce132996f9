import { describe, expect, test } from 'bun:test';
import { taggerDetector } from '../../src/firewall/tagger/tagger-detector.ts';
import { BLOW_UP_MS, startCpuClock } from '../support/linear-time.ts';

interface Found {
  readonly kind: string;
  readonly value: string;
  readonly score: number;
}

function find(text: string): Found[] {
  const found: Found[] = [];
  taggerDetector.detect(
    text,
    (start, end, kind, _type, score) => {
      if (score >= 0.5) found.push({ kind, value: text.slice(start, end), score });
    },
    { regions: [] },
  );
  return found;
}

const values = (text: string, kind: string): string[] =>
  find(text)
    .filter((one) => one.kind === kind)
    .map((one) => one.value);

/** Sentence, and the people in it. */
const PEOPLE: readonly (readonly [language: string, text: string, names: readonly string[]])[] = [
  ['en', 'Hello, my name is Rebecca Thornhill and I cannot open my account.', ['Rebecca Thornhill']],
  ['en', 'Please forward the invoice to Oluwaseun Adeyemi before Friday.', ['Oluwaseun Adeyemi']],
  ['en', 'The patient, Mr. Tran Van Minh, was admitted with chest pain.', ['Tran Van Minh']],
  ['en', 'Dear Mrs. Kowalczyk,\n\nWe have received your payment.', ['Kowalczyk']],
  ['en', 'Best regards,\nPriyanka Venkataraman\nSenior Analyst', ['Priyanka Venkataraman']],
  ['en', '"The vote was close," said Fatima Al-Khatib on Tuesday.', ['Fatima Al-Khatib']],
  ['en', "Is Siobhan O'Sullivan still the manager of your office?", ["Siobhan O'Sullivan"]],
  ['en', 'Customer: Hiroshi Takeda\nStatus: open', ['Hiroshi Takeda']],
  ['en', 'i am jessica martinez and i want to cancel my order', ['jessica martinez']],
  ['en', 'We had dinner with Marcus and Elena last night.', ['Marcus', 'Elena']],
  ['de', 'Sehr geehrter Herr Lindemann, vielen Dank für Ihre Anfrage.', ['Lindemann']],
  ['de', 'Die Rechnung wurde von Annegret Bachmeier am Montag bezahlt.', ['Annegret Bachmeier']],
  ['de', 'Meine Kollegin Ulrike Steinhoff übernimmt die Besprechung.', ['Ulrike Steinhoff']],
  ['fr', "Bonjour, je m'appelle Mathilde Lefort et je souhaite annuler ma commande.", ['Mathilde Lefort']],
  ['fr', 'Le contrat a été signé par Monsieur Olivier Castagnet hier.', ['Olivier Castagnet']],
  ['es', 'Me llamo Rodrigo Santamaría y no puedo entrar en mi cuenta.', ['Rodrigo Santamaría']],
  ['es', 'La doctora Beatriz Olmedo atenderá al paciente el lunes.', ['Beatriz Olmedo']],
  ['it', 'Buongiorno, sono Giacomo Bertolucci e vorrei un rimborso.', ['Giacomo Bertolucci']],
  ['it', 'Il contratto è stato firmato da Federica Marangoni ieri.', ['Federica Marangoni']],
  ['pt', 'Meu nome é Thiago Vasconcelos e preciso de ajuda com a fatura.', ['Thiago Vasconcelos']],
  ['pt', 'A reunião com Mariana Figueiredo foi adiada para segunda-feira.', ['Mariana Figueiredo']],
  ['nl', 'Mijn naam is Sanne Verbruggen en ik wil mijn bestelling annuleren.', ['Sanne Verbruggen']],
  ['nl', 'De afspraak met Joris van der Velden is verplaatst naar vrijdag.', ['Joris van der Velden']],
  ['pl', 'Nazywam się Katarzyna Wierzbicka i proszę o zwrot pieniędzy.', ['Katarzyna Wierzbicka']],
  ['pl', 'Umowę podpisał wczoraj Tomasz Grabowski.', ['Tomasz Grabowski']],
  ['sv', 'Hej, jag heter Ingrid Sandström och jag vill ändra min beställning.', ['Ingrid Sandström']],
  ['sv', 'Mötet med Gustav Hellström flyttas till fredag.', ['Gustav Hellström']],
  ['da', 'Mit navn er Kirsten Bjerregaard, og jeg kan ikke logge ind.', ['Kirsten Bjerregaard']],
  ['da', 'Aftalen blev underskrevet af Henrik Damgaard i går.', ['Henrik Damgaard']],
  ['hr', 'Zovem se Ivana Kovačević i živim u Zagrebu.', ['Ivana Kovačević']],
];

const ADDRESSES: readonly (readonly [text: string, address: string])[] = [
  ['Please ship it to 4518 Maplewood Drive, Dayton, OH 45402 by Monday.', '4518 Maplewood Drive, Dayton, OH 45402'],
  ['My address is 27B Kensington Gardens, London W8 4PT.', '27B Kensington Gardens, London W8 4PT'],
  ['Send mail to PSC 4821, Box 7713, APO AP 96349 please.', 'PSC 4821, Box 7713, APO AP 96349'],
  ['Our mailing address is P.O. Box 3318.', 'P.O. Box 3318'],
  ['Address:\n88 Orchard Road\nAustin, TX 78701', '88 Orchard Road\nAustin, TX 78701'],
  ['Ich wohne in der Lindenstraße 14, 50674 Köln.', 'Lindenstraße 14, 50674 Köln'],
  ["J'habite au 35 rue de la République, 69002 Lyon.", '35 rue de la République, 69002 Lyon'],
  ['Vivo en la Calle Mayor 12, 28013 Madrid.', 'Calle Mayor 12, 28013 Madrid'],
  ['Abito in Via Garibaldi 21, 20121 Milano.', 'Via Garibaldi 21, 20121 Milano'],
  ['Moro na Rua das Flores, 150, 4050-262 Porto.', 'Rua das Flores, 150, 4050-262 Porto'],
  ['Ik woon op de Kerkstraat 45, 1017 GC Amsterdam.', 'Kerkstraat 45, 1017 GC Amsterdam'],
  ['Mieszkam przy ul. Polnej 8/3, 00-625 Warszawa.', 'ul. Polnej 8/3, 00-625 Warszawa'],
  ['Jag bor på Storgatan 9, 411 38 Göteborg.', 'Storgatan 9, 411 38 Göteborg'],
  ['Jeg bor på Vestergade 23, 8000 Aarhus.', 'Vestergade 23, 8000 Aarhus'],
];

const CLEAN: readonly string[] = [
  'The deployment finished in 42 seconds and all tests passed.',
  'We flew from Paris to Tokyo in March and the hotel was lovely.',
  'Microsoft announced a new version of Windows on Tuesday.',
  'However, the results were not what anybody expected.',
  'import { Router } from "express";\nconst app = new Router();',
  'Chapter 3: Installing the Command Line Tools',
  'Select File, then Export, then choose PDF.',
  'The European Union and the World Bank disagree about the loan.',
  'What is the best way to cook rice without a lid?',
  'ERROR 2024-05-01 12:00:00 Connection refused: retrying in 5 s',
  'SELECT id, total FROM Orders WHERE status = 4;',
  'Die Rechnung ist leider noch nicht bezahlt, bitte prüfen Sie das Konto.',
  'Der Hund der Nachbarin schläft im Garten hinter dem Haus.',
  'Le gouvernement a annoncé une nouvelle loi sur les retraites.',
  'El restaurante estaba cerrado y volvimos al hotel.',
  'La riunione è stata spostata a giovedì mattina.',
  'A reunião foi adiada porque a impressora está quebrada.',
  'De vergadering is verplaatst omdat de trein te laat was.',
  'Spotkanie zostało przeniesione na czwartek rano.',
  'Mötet flyttades eftersom tåget var försenat.',
  'Mødet blev flyttet, fordi toget var forsinket.',
  'Version 2.14.1 fixes a crash when the cache is empty.',
  'Take 200 mg of ibuprofen twice a day with food.',
  'Happy New Year to everybody in the Berlin office!',
];

describe('the tagger finds people', () => {
  for (const [language, text, names] of PEOPLE) {
    test(`${language}: ${names.join(', ')}`, () => expect(values(text, 'PERSON')).toEqual([...names]));
  }
});

describe('the tagger finds addresses as one finding', () => {
  for (const [text, address] of ADDRESSES) {
    test(address.replace('\n', ' / '), () => expect(values(text, 'ADDRESS')).toEqual([address]));
  }
});

describe('the tagger leaves alone', () => {
  for (const text of CLEAN) test(text.slice(0, 60), () => expect(find(text)).toEqual([]));
});

test('offsets hold after emoji, line breaks and other scripts', () => {
  const text = '😀😀 東京 — \r\nMy name is Rebecca Thornhill.';
  expect(values(text, 'PERSON')).toEqual(['Rebecca Thornhill']);
});

test('a name is found wherever a long text is cut', () => {
  const filler = 'the printer is out of paper again and nobody knows why. ';
  const name = 'My name is Rebecca Thornhill. ';
  let wanted = 0;
  let text = '';
  for (let i = 0; i < 400; i++) {
    text += filler.repeat(1 + (i % 7)) + name;
    wanted++;
  }
  expect(values(text, 'PERSON').filter((one) => one === 'Rebecca Thornhill').length).toBe(wanted);
});

test('hostile input is read in linear time and reported in order', () => {
  const long = [
    'a@'.repeat(500_000),
    '1 1 '.repeat(250_000),
    '1-1-'.repeat(250_000),
    '('.repeat(1_000_000),
    'x'.repeat(1_000_000),
    'Anna '.repeat(200_000),
    'A. '.repeat(300_000),
    '12 Main Street, '.repeat(60_000),
    'An\n'.repeat(300_000),
    "O'".repeat(500_000),
    'van der '.repeat(50_000),
    'Anna de la '.repeat(50_000),
    'de Anna von '.repeat(50_000),
    '\u0301'.repeat(500_000),
  ];
  for (const text of long) {
    const spent = startCpuClock();
    let last = 0;
    taggerDetector.detect(
      text,
      (start, end) => {
        expect(end).toBeGreaterThan(start);
        expect(end).toBeLessThanOrEqual(text.length);
        expect(start).toBeGreaterThanOrEqual(last);
        last = start;
      },
      { regions: [] },
    );
    expect(spent()).toBeLessThan(BLOW_UP_MS);
  }
});

test('empty text, blanks and lone surrogates hold nothing', () => {
  for (const text of ['', ' ', '\n\n', '\ud800', '\udc00 \ud800', '____', '....']) expect(find(text)).toEqual([]);
});
