/**
 * Chinese names without a segmenter: a surname and one or two given characters, weighed by what stands to the left and
 * right; and transliterated names, known by the middle dot between their parts (GB/T 15834, 5.1.14).
 */
import type { Report } from '../detector.ts';
import { AMBIGUOUS, DOUBLE_SURNAMES, GIVEN, SOUNDS, SURNAMES, WORDS } from './chinese-tables.ts';

const ROLE_BEFORE =
  /(?:总统|總統|主席|总理|總理|首相|总书记|书记|書記|市长|市長|省长|省長|部长|部長|局长|局長|校长|校長|院长|院長|会长|會長|议员|議員|委员|委員|将军|將軍|司令|元帅|元帥|教授|博士|院士|导演|導演|演员|演員|歌手|作家|诗人|詩人|画家|畫家|记者|記者|球员|球員|选手|選手|教练|教練|主持人|律师|律師|医生|醫生|老师|老師|先生|女士|小姐|经理|經理|总裁|總裁|董事长|董事長|创始人|作者|编剧|編劇|制作人|音乐家|音樂家|科学家|科學家|学者|學者|皇帝|皇后|国王|國王|女王|王子|公主|大臣|宰相|丞相|将领|將領|同学|同學|同志|妻子|丈夫|儿子|兒子|女儿|女兒|父亲|父親|母亲|母親|弟弟|哥哥|姐姐|妹妹|长子|長子|次子|名叫|名为|名為|叫做|我叫|姓名|患者|客户|客戶|联系人|聯絡人|收件人|嘉宾|嫌疑人|被告|原告|巨星|明星|艺人|藝人|演員|主演|饰演|飾演|队长|隊長|前锋|门将|後衛|团员|成员|成員|族人|大师|大師|军阀|軍閥|弟子|之子|之女|名将|名將)[：:\s]?$/u;
const LINK_BEFORE = /[由和与與及给給被向对對为為叫让讓请請找同跟、，。；：:“「（(《…！？!?\s\n]$/u;
const TITLE_AFTER =
  /^(?:先生|女士|小姐|老师|老師|教授|博士|总经理|總經理|经理|經理|主任|医生|醫生|医师|醫師|律师|律師|同学|同學|同志|总统|總統|主席|总理|總理|市长|市長|将军|將軍|院士|校长|校長|法官|警官|导演|導演|太太|夫人|师傅|師傅|书记|書記|部长|部長|局长|局長|院长|院長|会长|會長|董事长|董事長|总裁|總裁|议员|議員|委员|委員|司令|公子)/u;
const VERB_AFTER =
  /^(?:说|說|表示|认为|認為|指出|称|稱|问|問|答|出生|毕业|畢業|担任|擔任|任|获|獲|率|饰|飾|主演|演唱|执导|執導|导演|撰|著|创|創|写|寫|当选|當選|宣布|提出|曾|去世|逝世|病逝|死|即位|登基|领|領|带|帶|与|與|和|等|则|則|也|亦|又|便|就|及|的|是|在|于|於|为|為|被|把|向|对|對|将|將|以|从|從|自|因|所|之|并|並|不|没|沒|还|還|开始|決定|决定|加入|发现|發現)/u;
const PUNCTUATION_AFTER = /^(?:$|[、，。；：:（()）《》」”“！？!?\s\n·—-])/u;
const DATES_AFTER = /^[（(](?:[^）)]{0,20}\d{3,4}|[A-Z][a-z]|本名|原名)/u;
const TITLE_AFTER_SOUND =
  /^(?:王子|公主|伯爵|公爵|侯爵|男爵|子爵|爵士|博士|先生|夫人|女士|小姐|教授|上校|少校|上尉|中尉|将军|將軍|总统|總統|主教|神父|医生|醫生|上将|上將)/u;
const CENTURIES = '[一二三四五六七八九十]{1,3}世';
const REGNAL = new RegExp(`^${CENTURIES}(?!紀|纪|界|代)`, 'u');

/** Measured on encyclopaedic text: 0.93 precise here; 0.3 more gains two points and loses a fifth of the names. */
const THRESHOLD = 1.7;

export function detectChinese(text: string, report: Report): void {
  let done = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === 0xb7 || code === 0x30fb || code === 0x2022 || code === 0x2027 || code === 0xff0e) {
      const span = readDotted(text, at, done);
      if (span !== undefined) {
        report(span.start, span.end, 'PERSON', 'PERSON', 0.8);
        done = span.end;
        at = done - 1;
      }
      continue;
    }
    if (code < 0x4e00 || code > 0x9fff || at < done) continue;
    const name = readSurnameFirst(text, at);
    if (name !== undefined) {
      report(at, name.end, 'PERSON', 'PERSON', name.score);
      if (name.score >= 0.5) done = name.end;
      continue;
    }
    const regnal = readRegnal(text, at);
    if (regnal > 0) {
      report(at, regnal, 'PERSON', 'PERSON', 0.6);
      done = regnal;
    }
  }
}

const DOT = /[·・•‧．]/;
const OTHER_NAMES = /^(?:[号號日月年]|战争|戰爭|事件)/u;

/** Runs of transliteration characters around a middle dot; the outer edges end where another kind of character stands. */
function readDotted(text: string, dot: number, floor: number): { start: number; end: number } | undefined {
  let start = dot;
  while (start > floor && dot - start < 7 && SOUNDS.has(text.charAt(start - 1))) start--;
  if (start === dot && isLatin(text.charCodeAt(dot - 1))) {
    while (start > floor && dot - start < 4 && isLatin(text.charCodeAt(start - 1))) start--;
  }
  if (start === dot) return undefined;
  let end = dot;
  for (let part = 0; part < 4 && DOT.test(text.charAt(end)); part++) {
    const from = end + 1;
    let to = from;
    while (
      to - from < 7 &&
      (SOUNDS.has(text.charAt(to)) || isLatin(text.charCodeAt(to)) || (to - from < 3 && GIVEN.has(text.charAt(to))))
    )
      to++;
    if (to === from) break;
    end = to;
  }
  if (end === dot || !/[\u4e00-\u9fff]/.test(text.slice(start, end)) || OTHER_NAMES.test(text.slice(end, end + 2)))
    return undefined;
  const regnal = REGNAL.exec(text.slice(end, end + 4));
  return { start, end: end + (regnal?.[0].length ?? 0) };
}

interface Weighed {
  readonly end: number;
  readonly score: number;
}

function readSurnameFirst(text: string, at: number): Weighed | undefined {
  const first = text.charAt(at);
  const double = DOUBLE_SURNAMES.has(text.slice(at, at + 2)) ? 2 : DOUBLE_SURNAMES.has(text.slice(at, at + 4)) ? 4 : 0;
  if (double === 0 && !SURNAMES.has(first) && !AMBIGUOUS.has(first)) return undefined;
  const surname = double || 1;
  if (double === 0 && WORDS.has(text.slice(at, at + 2))) return undefined;
  const before = text.slice(Math.max(0, at - 5), at);
  let left = 0;
  if (ROLE_BEFORE.test(before)) left = 1.6;
  else if (at === 0 || LINK_BEFORE.test(before)) left = 0.8;
  // A surname that is a common word as well needs a word or mark before it, or a title after.
  const doubtful = double === 0 && AMBIGUOUS.has(first);
  if (
    doubtful &&
    left === 0 &&
    !TITLE_AFTER.test(text.slice(at + 1, at + 5)) &&
    !TITLE_AFTER.test(text.slice(at + 2, at + 6)) &&
    !TITLE_AFTER.test(text.slice(at + 3, at + 7))
  ) {
    return undefined;
  }
  const base = double > 0 ? 1.5 : doubtful ? 0 : 0.5;
  let best: Weighed | undefined;
  let bestWeight = THRESHOLD;
  for (const given of [2, 1, 0]) {
    const end = at + surname + given;
    const weight = weigh(text, at + surname, end, base + left, left > 0);
    if (weight >= bestWeight) {
      bestWeight = weight + 0.01;
      best = { end, score: Math.min(0.85, 0.5 + (weight - THRESHOLD) * 0.15) };
    }
  }
  return best;
}

function weigh(text: string, from: number, end: number, base: number, left: boolean): number {
  if (end > text.length) return 0;
  let weight = base;
  for (let i = from; i < end; i++) {
    const code = text.charCodeAt(i);
    if (code < 0x4e00 || code > 0x9fff) return 0;
    weight += GIVEN.has(text.charAt(i)) ? 0.55 : -0.8;
  }
  if (end - from === 1) weight += 0.1;
  else if (end - from === 2 && GIVEN.has(text.charAt(from)) && GIVEN.has(text.charAt(from + 1))) weight += 0.4;
  // The most that a title after it could add does not make a name of it.
  if (weight + 1.6 < THRESHOLD) return 0;
  const after = text.slice(end, end + 24);
  const titled = TITLE_AFTER.test(after);
  if (from === end) return titled && base > 0.4 ? base + 1.5 : 0;
  if (titled) weight += 1.6;
  else if (DATES_AFTER.test(after)) weight += 1.2;
  else if (VERB_AFTER.test(after)) weight += 0.7;
  else if (PUNCTUATION_AFTER.test(after)) weight += 0.7;
  else weight -= left ? 0.3 : 0.7;
  return weight;
}

/** A transliteration before a number or title: `X四世`, `X博士`. */
function readRegnal(text: string, at: number): number {
  if (!SOUNDS.has(text.charAt(at)) || SOUNDS.has(text.charAt(at - 1))) return -1;
  let end = at;
  while (end - at < 8 && SOUNDS.has(text.charAt(end))) end++;
  if (end - at < 2) return -1;
  const number = REGNAL.exec(text.slice(end, end + 4));
  if (number !== null) return end + number[0].length;
  for (let to = end; to > at + 1; to--) if (TITLE_AFTER_SOUND.test(text.slice(to, to + 2))) return to;
  return -1;
}

function isLatin(code: number): boolean {
  return (code >= 65 && code <= 90) || (code >= 97 && code <= 122) || code === 46;
}
