/** Words that announce a name in languages with capitals: titles, introductions, greetings, closings and labels. */

/** Titles by their lower-case form without dot. `dot`: only with its dot; `capital`: only written with a capital. */
export type TitleForm = 'any' | 'dot' | 'capital';

const forms = (form: TitleForm, words: string): [string, TitleForm][] => words.split(' ').map((word) => [word, form]);

export const TITLES: ReadonlyMap<string, TitleForm> = new Map<string, TitleForm>([
  ...forms(
    'capital',
    'mr mrs ms miss mx dr prof professor sir madam madame mister lady lord rev reverend capt captain sgt sergeant lt lieutenant ' +
      'colonel judge justice nurse officer detective pastor rabbi imam coach uncle aunt auntie grandma grandpa principal ' +
      'herr frau fräulein herrn hr fru frk señor señora señorita don doña mme mlle monsieur mademoiselle dhr mevr mw meneer mevrouw ' +
      'sig signor signora signorina dott dottor dottoressa avv senhor senhora dona pan pani panu pana paní slečna ' +
      'domnul doamna dl dna doamnei domnului gospodin gospođa gospa gospod sayın bapak ibu pak encik puan cik ông bà anh chị shri smt kumari sheikh ' +
      'г-н г-жа господин госпожа гражданин гражданка пан пані доктор профессор товарищ κύριος κυρία κύριε κυρίου κος κα',
  ),
  ...forms(
    'any',
    'señor señora señorita monsieur senhor senhora signor signora dottor dottoressa meneer mevrouw herra rouva ' +
      'г-н г-жа г-ну г-жи господин госпожа господина госпожу гражданин гражданка пан пані доктор профессор',
  ),
  ...forms(
    'dot',
    'sr sra srta sres d dña m mm me sig.ra dott.ssa arch avv p gen col maj cpl hon fr bp κ κα dra pn tn sdr bc ing mgr judr mudr',
  ),
]);

/** Phrases by the last word. `loose` ones need a given name from the list, or two words and an end after them. */
export interface Phrase {
  readonly words: string;
  readonly loose: boolean;
}

const SURE_PHRASES = [
  'my name is',
  "my name's",
  'i am called',
  'call me',
  'signed by',
  'on behalf of mr',
  'speaking with',
  'je m’appelle',
  "je m'appelle",
  "m'appelle",
  'mon nom est',
  'ich heiße',
  'ich heisse',
  'heiße',
  'mein name ist',
  'me llamo',
  'mi nombre es',
  'se llama',
  'mi chiamo',
  'il mio nome è',
  'si chiama',
  'meu nome é',
  'me chamo',
  'chamo-me',
  'o meu nome é',
  'nazywam się',
  'mam na imię',
  'nazywa się',
  'jag heter',
  'mitt namn är',
  'jeg hedder',
  'mit navn er',
  'jeg heter',
  'mitt navn er',
  'navnet mitt er',
  'nimeni on',
  'olen nimeltäni',
  'ik heet',
  'mijn naam is',
  'jmenuji se',
  'mé jméno je',
  'moje jméno je',
  'volám sa',
  'moje meno je',
  'zovem se',
  'moje ime je',
  'ime mi je',
  'moje ime je',
  'mă numesc',
  'mă cheamă',
  'numele meu este',
  'a nevem',
  'nevem',
  'benim adım',
  'adım',
  'ismim',
  'tên tôi là',
  'tôi tên là',
  'tên là',
  'nama saya',
  'nama saya adalah',
  'saya bernama',
  'jina langu ni',
  'ang pangalan ko ay',
  'minu nimi on',
  'mani sauc',
  'mano vardas',
  'меня зовут',
  'моё имя',
  'мое имя',
  'его зовут',
  'её зовут',
  'ее зовут',
  'мене звати',
  'моє ім’я',
  "моє ім'я",
  'казвам се',
  'зовем се',
  'με λένε',
  'ονομάζομαι',
  'το όνομά μου είναι',
  'my wife',
  'my husband',
  'his wife',
  'her husband',
  'my son',
  'my daughter',
  'my brother',
  'my sister',
  'my boss',
  'my manager',
  'my colleague',
  'my coworker',
  'my doctor',
  'my girlfriend',
  'my boyfriend',
  'my fiancé',
  'my fiancée',
  'my cousin',
  'my neighbor',
  'my neighbour',
  'my landlord',
  'my tenant',
  'my client',
  'my friend',
  'my roommate',
  'my mother',
  'my father',
  'my patient',
  'her son',
  'her daughter',
  'his son',
  'his daughter',
  'our colleague',
  'our client',
  'meine frau',
  'mein mann',
  'mi esposa',
  'mi esposo',
  'mi marido',
  'ma femme',
  'mon mari',
  'mia moglie',
  'mio marito',
  'minha esposa',
  'meu marido',
  'the patient',
  'the defendant',
  'the plaintiff',
  'the applicant',
  'cardholder',
  'account holder',
];

const LOOSE_PHRASES = [
  'name is',
  'name ist',
  'i am',
  "i'm",
  'i’m',
  'this is',
  'named',
  'ich bin',
  'hier ist',
  'je suis',
  'soy',
  'sono',
  'sou o',
  'sou a',
  'eu sou',
  'jestem',
  'jag är',
  'jeg er',
  'ik ben',
  'olen',
  'sunt',
  'jsem',
  'som',
  'я',
  'patient',
  'customer',
  'client',
  'employee',
  'applicant',
  'tenant',
  'plaintiff',
  'defendant',
  'witness',
  'contact',
  'attn',
  'c/o',
  'ask for',
  'speak to',
  'speak with',
  'spoke with',
  'met with',
  'paciente',
  'patientin',
  'kunde',
  'kundin',
  'paziente',
  'cliente',
  'пациент',
  'пациентка',
  'клиент',
  'гражданин',
];

const GREETINGS =
  'dear dearest liebe lieber querido querida estimado estimada cher chère caro cara prezado prezada drogi droga kära käre kære beste geachte kedves dragă milý milá ' +
  'уважаемый уважаемая дорогой дорогая шановний шановна αγαπητέ αγαπητή hi hello hey hallo hola ciao olá oi bonjour salut hej cześć привет thanks merci danke gracias';

/** Greetings that stand before a name and hardly ever before anything else. */
export const FORMAL_GREETINGS: ReadonlySet<string> = new Set(
  'dear dearest liebe lieber querido querida estimado estimada chère prezado prezada kära kære kedves dragă уважаемый уважаемая дорогой дорогая шановний шановна αγαπητέ αγαπητή'.split(
    ' ',
  ),
);
export const GREETING_WORDS: ReadonlySet<string> = new Set(GREETINGS.split(' '));

export const PHRASES: ReadonlyMap<string, readonly Phrase[]> = byLastWord();

function byLastWord(): Map<string, Phrase[]> {
  const map = new Map<string, Phrase[]>();
  const add = (words: string, loose: boolean): void => {
    const last = words.slice(words.lastIndexOf(' ') + 1);
    const list = map.get(last) ?? [];
    list.push({ words, loose });
    map.set(last, list);
  };
  for (const words of SURE_PHRASES) add(words, false);
  for (const words of LOOSE_PHRASES) add(words, true);
  return map;
}

/** Closing formulas, lower case, without comma. */
export const CLOSINGS: ReadonlySet<string> = new Set([
  'sincerely',
  'yours sincerely',
  'sincerely yours',
  'regards',
  'best regards',
  'kind regards',
  'warm regards',
  'kindest regards',
  'with kind regards',
  'best',
  'best wishes',
  'many thanks',
  'thanks',
  'thank you',
  'cheers',
  'yours truly',
  'yours faithfully',
  'yours',
  'respectfully',
  'cordially',
  'warmly',
  'love',
  'thanks and regards',
  'all the best',
  'thanks & regards',
  'mit freundlichen grüßen',
  'mit freundlichen grüssen',
  'viele grüße',
  'liebe grüße',
  'beste grüße',
  'herzliche grüße',
  'mfg',
  'cordialement',
  'bien cordialement',
  'bien à vous',
  'salutations',
  'saludos',
  'un saludo',
  'atentamente',
  'saludos cordiales',
  'cordialmente',
  'un abrazo',
  'cordiali saluti',
  'distinti saluti',
  'saluti',
  'atenciosamente',
  'abraços',
  'cumprimentos',
  'com os melhores cumprimentos',
  'z poważaniem',
  'pozdrawiam',
  'med vänlig hälsning',
  'med vänliga hälsningar',
  'vänliga hälsningar',
  'hälsningar',
  'mvh',
  'venlig hilsen',
  'med venlig hilsen',
  'hilsen',
  'ystävällisin terveisin',
  'terveisin',
  'met vriendelijke groet',
  'met vriendelijke groeten',
  'groeten',
  's pozdravem',
  'üdvözlettel',
  'cu stimă',
  'saygılarımla',
  'с уважением',
  'з повагою',
  'με εκτίμηση',
  'trân trọng',
  'hormat saya',
  'salam',
]);

/** Labels and keys: lower case, without blanks, underscores and hyphens. */
export const SURE_LABELS: ReadonlySet<string> = new Set(
  (
    'firstname lastname fullname surname givenname givennames familyname middlename maidenname forename legalname customername clientname patientname employeename ' +
    'contactname cardholder cardholdername nameoncard accountholder accountholdername accountname applicantname policyholder insuredname ownername tenantname guestname passengername ' +
    'studentname buyername sellername recipientname sendername billingname shippingname contactperson emergencycontact nextofkin beneficiaryname patient yourname myname ' +
    'vorname nachname familienname geburtsname ansprechpartner kontoinhaber karteninhaber prénom prenom nomdefamille nometprénom apellido apellidos nombrecompleto nombreyapellidos titular ' +
    'cognome nomeecognome nomecompleto sobrenome intestatario imię nazwisko imięinazwisko pacjent jméno příjmení jménoapříjmení meno priezvisko név teljesnév keresztnév vezetéknév ' +
    'förnamn efternamn fornavn etternavn etunimi sukunimi voornaam achternaam adsoyad adısoyadı isim soyadı nume prenume ' +
    'имя фамилия отчество фио пациент клиент імʼя ім’я прізвище піб фамилияимяотчество όνομα επώνυμο ονοματεπώνυμο họtên họvàtên namalengkap ' +
    'bemutató paciente paziente patientin'
  ).split(' '),
);

/** Names of anything: two capitalised words on a line of their own, or a known given name. */
export const LOOSE_LABELS: ReadonlySet<string> = new Set(
  (
    'name nom nombre nome naam namn navn nimi nafn nama ad nombres jmeno ime име название customer client employee applicant tenant insured beneficiary payee recipient sender billto shipto ' +
    'contact owner holder student guest passenger driver doctor physician nurse witness attendee assignee manager supervisor cliente kunde kundin attn attention signed signature titolare ' +
    'vendedor comprador mieter patientename arzt médico interviewer interviewee caller agent'
  ).split(' '),
);

export const MAIL_HEADERS: ReadonlySet<string> = new Set(
  'from to cc bcc replyto sender von an kopie de para fra til från till od do'.split(' '),
);
