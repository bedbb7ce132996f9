/** Words for birth, as labels and in sentences. */
export const BIRTH_LIST = [
  'born|dob|d o b|dateofbirth|birthdate|birth|birthday|birthdays|bday|b day|date of birth|birth date|birthyear|yob|bdate|dobirth|birthed',
  'geboren|geb|geburt*|geborene|geborener|gebdatum|gebdat',
  'né|née|ne le|nee le|nés|naissance|anniversaire|datenaissance|ddn',
  'nacido|nacida|nací|naci|nació|nacimiento|cumpleaños|fechanacimiento|fdn|nacimento',
  'nato|nata|nascita|nati|compleanno|datanascita|nasce',
  'nascido|nascida|nasci|nasceu|nascimento|aniversário|aniversario|datanascimento',
  'geboortedatum|geboorte|verjaardag|geboren op|gebdat',
  'urodzony|urodzona|urodzenia|urodził|urodziła|ur|urodzin*|urodz',
  'född|född|född den|födelse*|fødselsdato|født|fødselsdag|fødsel*|fødd|födelsedag|syntynyt|syntymä*|synt|s\u00edntymäaika|fæddur|fædd|kennitala',
  'narozen|narozena|narození|narozen*|narodený|narodená|narodenia|született|szül|születési|születés*|născut|născută|nașterii|naşterii|născ*|rođen|rođena|rođenja|datum rođenja|rojen|rojena|rojstva|roden',
  'родился|родилась|рожден*|родив*|народ*|народи*|рождения|др|д р|день рождения|дата народження|γεννήθηκε|γέννησης|γεννήσεως|γενεθλ*|γεννη*',
  'doğum|doğumlu|doğdu|dogum|doğumtarihi|doğum*|sinh|ngày sinh|sinh ngày|lahir|tanggal lahir|kelahiran|tarikh lahir|ipinanganak|kuzaliwa',
  'ميلاد|الميلاد|مواليد|ولد|ولدت|وُلد|تولد|نولد|נולד|נולדה|לידה|जन्म|जन्मतिथि|जन्मदिन|পৈদা|জন্ম|जन्म तिथि',
  '生年月日|誕生日|生まれ|出生|生日|出生日期|生于|生於|생년월일|생일|출생|태어|เกิด|วันเกิด',
].join('|');

/** Words for other dates. */
export const OTHER_DATE_LIST =
  'version|release|build|issued|issue|expires|expiry|expiration|expired|admitted|admission|discharged|visit|visited|appointment|hired|hire|joined|started|start|signed|updated|created|effective|invoice|order|died|death|deceased|graduated|married|divorced|moved|since|valid|until|published|released|founded|established|ausgestellt|gültig|aufgenommen|gestorben|entlassen|délivré|expire|décédé|mort|emitido|caduca|falleció|murió|rilasciato|scadenza|morto|emitida|validade|faleceu|afgegeven|overleden|wydany|zmarł|utfärdat|död|død|выдан|умер|発行|有効|没|签发|逝世|去世';

const MONTHS = [
  'january february march april may june july august september october november december',
  'januar jänner februar feber märz mai juni juli oktober dezember',
  'janvier février fevrier mars avril juin juillet août aout septembre octobre novembre décembre decembre',
  'enero febrero marzo abril mayo junio julio agosto septiembre setiembre octubre noviembre diciembre',
  'gennaio febbraio aprile maggio giugno luglio settembre ottobre dicembre',
  'janeiro fevereiro março maio junho julho setembro outubro novembro dezembro',
  'januari februari maart mei augustus',
  'stycznia lutego marca kwietnia maja czerwca lipca sierpnia września października listopada grudnia',
  'augusti maj marts tammikuuta helmikuuta maaliskuuta huhtikuuta toukokuuta kesäkuuta heinäkuuta elokuuta syyskuuta lokakuuta marraskuuta joulukuuta desember',
  'ledna února března dubna května června července srpna září října listopadu prosince',
  'января февраля марта апреля мая июня июля августа сентября октября ноября декабря',
  'січня лютого березня квітня травня червня липня серпня вересня жовтня листопада грудня',
  'ocak şubat mart nisan mayıs haziran temmuz ağustos eylül ekim kasım aralık',
  'ianuarie februarie martie aprilie iunie iulie septembrie octombrie noiembrie decembrie',
  'január február március április május június július augusztus szeptember október december',
  'ιανουαρίου φεβρουαρίου μαρτίου απριλίου μαΐου ιουνίου ιουλίου αυγούστου σεπτεμβρίου οκτωβρίου νοεμβρίου δεκεμβρίου',
  'siječnja veljače ožujka travnja svibnja lipnja srpnja kolovoza rujna listopada studenoga prosinca',
  'jan feb mar apr jun jul aug sep sept oct nov dec mär okt dez janv févr avr juil déc ene abr ago dic gen mag giu lug set ott fev out',
  'يناير فبراير مارس أبريل مايو يونيو يوليو أغسطس سبتمبر أكتوبر نوفمبر ديسمبر जनवरी फरवरी मार्च अप्रैल मई जून जुलाई अगस्त सितंबर अक्टूबर नवंबर दिसंबर',
  'ינואר פברואר מרץ אפריל מאי יוני יולי אוגוסט ספטמבר אוקטובר נובמבר דצמבר',
]
  .join(' ')
  .split(' ');

const MONTH_NAMES: ReadonlySet<string> = new Set(MONTHS);

/**
 * The forms, without a look at the words: a word between day and year is checked against the names of months afterwards,
 * which keeps the pattern small. Every repeat is bounded, so a match costs a bounded number of steps.
 */
export function datePattern(): RegExp {
  return new RegExp(FORMS, 'giu');
}

const YEAR = '(?:18|19|20)[0-9]{2}';
const WORD = '\\p{L}{3,14}';
const FORMS = [
  `(?<![0-9])${YEAR}(?:-[01]?[0-9]-|/[01]?[0-9]/|\\.[01]?[0-9]\\.| [01]?[0-9] )[0-3]?[0-9](?![0-9])`,
  `(?<![0-9])${YEAR} ?[年년] ?[01]?[0-9] ?[月월] ?[0-3]?[0-9] ?[日일]?`,
  `(?:昭和|平成|令和|大正) ?[0-9元]{1,2} ?年 ?[01]?[0-9] ?月 ?[0-3]?[0-9] ?日`,
  `(?<![0-9])[0-3]?[0-9] ?(?:-|/|\\.|–) ?[0-3]?[0-9] ?(?:-|/|\\.|–) ?(?:${YEAR}|[0-9]{2})(?![0-9])`,
  `(?<![0-9])[0-3]?[0-9] [0-3]?[0-9] ${YEAR}(?![0-9])`,
  `(?<![0-9])[0-3]?[0-9](?:st|nd|rd|th|er|º|°|ª|\\.)?[ -]{0,2}(?:day )?(?:of |de |di |do |d')?${WORD}\\.?,?[ -]{0,2}(?:of |de |del |do )?(?:${YEAR}|'[0-9]{2}|’[0-9]{2}|(?<=-)[0-9]{2})(?![0-9])`,
  `(?<!\\p{L})${WORD}\\.?[ -]{1,2}(?:the )?[0-3]?[0-9](?:st|nd|rd|th|\\.)?,?[ -]{1,2}(?:of )?(?:${YEAR}|'[0-9]{2})(?![0-9])`,
  `(?<![0-9])${YEAR}[,.]?[ -]${WORD}\\.?[ -][0-3]?[0-9](?:\\.|st|nd|rd|th)?(?![0-9])`,
  `(?<![0-9])${YEAR}[01][0-9][0-3][0-9](?![0-9])`,
  `(?<![0-9])[0-3][0-9][0-3][0-9]${YEAR}(?![0-9])`,
].join('|');

/** Whether the numbers of a date in one of the forms make a day, and its word, if it has one, is a month. */
export function isBirthDate(date: string): boolean {
  const words = date.toLowerCase().match(/\p{L}+/gu) ?? [];
  const names = words.filter((word) => MONTH_NAMES.has(word));
  const cjk = /[年년]/u.test(date);
  const long = words.filter((word) => word.length >= 3 && word !== 'the' && word !== 'day' && word !== 'del');
  if (!cjk && long.length > 0 && names.length === 0) return false;
  const numbers = (date.match(/[0-9]+/g) ?? []).map(Number);
  if (names.length > 0) return numbers.some((value) => value >= 1 && value <= 31);
  if (cjk) return numbers.slice(-2).every((value) => value >= 1 && value <= 31);
  const digits = date.match(/[0-9]+/g) ?? [];
  const parts = digits.length === 1 ? splitCompact(digits[0] ?? '') : digits.map(Number);
  const small = parts.filter((value, place) => (digits[place]?.length ?? 2) < 3 && value < 100);
  const [first = 0, second = 0] = parts[0] !== undefined && parts[0] > 1000 ? parts.slice(1) : parts;
  return small.length >= 2 && isDayAndMonth(first, second);
}

function isDayAndMonth(first: number, second: number): boolean {
  return first >= 1 && second >= 1 && first <= 31 && second <= 31 && (first <= 12 || second <= 12);
}

/** `19840312` or `12031984`. */
function splitCompact(digits: string): number[] {
  const yearFirst = /^(?:19|20)/.test(digits) && Number(digits.slice(4, 6)) <= 12;
  const cuts = yearFirst ? [0, 4, 6, 8] : [0, 2, 4, 8];
  return [0, 1, 2].map((place) => Number(digits.slice(cuts[place], cuts[place + 1])));
}
