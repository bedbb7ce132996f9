import { isBareEnd, isCodePath, quotedValue, trimBare } from './assigned-value.ts';
import { ALPHABETS, inSet } from './charset.ts';
import { classifyName, type NameClass, plainName } from './credential-name.ts';
import { isPlaceholder } from './placeholder.ts';
import { wordShare } from './randomness.ts';
import { judgeValue } from './secret-value.ts';

export interface KeywordSecret {
  readonly start: number;
  readonly end: number;
  readonly type: string;
  readonly score: number;
}

/** Reads outward from a keyword that starts at `at` and ends at `end`. */
export const readKeyword = (text: string, at: number, end: number): KeywordSecret | undefined => {
  switch (text.charCodeAt(at) | 32) {
    case 98:
      return readBearer(text, end);
    case 99:
      if (text.charCodeAt(end - 1) === 32) return readCurlUser(text, end);
      break;
    case 97:
      if (end - at === 13) return readAuthorization(text, end);
      break;
    case 109:
      if (end - at === 5) return readCommand(text, end, MYSQL_OPTION);
      break;
    case 115:
      if (text.charCodeAt(end - 1) === 32) return judged(text, afterSpaces(text, end), 'password', 0.5);
      if (text.startsWith('sshpass', at)) return readCommand(text, end, SSHPASS_OPTION);
      break;
    case 105:
    case 114:
      if (text.startsWith('redis-cli', at)) return readCommand(text, end, REDIS_OPTION);
      return judged(text, afterSpaces(text, end), 'password', 0);
  }
  return readNamed(text, at, text.charCodeAt(at + 4) === 32 && end - at === 7 ? end - 3 : end);
};

const isNameCode = (code: number): boolean => inSet(code, ALPHABETS.u) || (code > 0xbf && code < 0x2000);

const readNamed = (text: string, at: number, keywordEnd: number): KeywordSecret | undefined => {
  let end = keywordEnd;
  while (end - keywordEnd < 32 && isNameCode(text.charCodeAt(end))) end++;
  let start = at;
  while (at - start < 40 && isNameCode(text.charCodeAt(start - 1))) start--;
  const plain = text.charCodeAt(at) > 0x2000 ? 'password' : plainName(text.slice(start, end));
  const kind =
    classifyName(plain, '') ?? (/^(?:\u043f\u0430\u0440\u043e\u043b|contrase)/i.test(plain) ? 'password' : undefined);
  if (!kind) return undefined;
  const next = text.charAt(end);
  if (next === '>') return text.charAt(start - 1) === '<' ? betweenTags(text, end + 1, kind) : undefined;
  if (next === ' ' && text.startsWith('--', start)) return judged(text, afterSpaces(text, end), kind, 0);
  if (next === '(' || next === '"' || next === "'") return asArgument(text, end, kind);
  return spoken(text, start, end, kind);
};

const afterSpaces = (text: string, at: number): number => {
  let i = at;
  while (i - at < 8 && (text.charCodeAt(i) === 32 || text.charCodeAt(i) === 9)) i++;
  return i;
};

const typeOf = (kind: NameClass): string => (kind === 'password' ? 'PASSWORD' : 'GENERIC_SECRET');

/** The quoted or bare value at `at`, judged as on a line of its own; below `least` it does not count. */
const judged = (text: string, at: number, kind: NameClass, least: number): KeywordSecret | undefined => {
  const limit = Math.min(text.length, at + 400);
  const quoted = quotedValue(text, at, limit);
  let end = quoted?.end ?? at;
  const start = quoted?.start ?? at;
  if (!quoted) {
    while (end < limit && !isBareEnd(text.charCodeAt(end))) end++;
    end = trimBare(text, start, end);
  }
  if (end <= start || (!quoted && text.charCodeAt(at) === 45)) return undefined;
  const value = text.slice(start, end);
  if (!quoted && isCodePath(value)) return undefined;
  const score = judgeValue(value, kind, quoted ? 'quoted' : 'line');
  return score >= Math.max(least, 0.3) ? { start, end, type: typeOf(kind), score } : undefined;
};

const betweenTags = (text: string, from: number, kind: NameClass): KeywordSecret | undefined => {
  const end = text.slice(from, from + 300).indexOf('</');
  if (end <= 0) return undefined;
  const value = text.slice(from, from + end);
  const score = judgeValue(value, kind, 'quoted');
  return score >= 0.3 ? { start: from, end: from + end, type: typeOf(kind), score } : undefined;
};

const ARGUMENT =
  /(?:\(\s{0,4}|["']\s{0,4}(?:,\s{0,4}(?:["']?value["']?\s{0,2}[:=]\s{0,2})?|\s{1,4}value\s{0,2}=\s{0,2}))(?=["'])/y;
const NEXT_LINE_VALUE = /["']?\s{0,4}\n[ \t]{0,24}value:[ \t]{1,4}/y;

/** `setPassword("...")`, `("password", "...")`, `key="Password" value="..."`; strong values only. */
const asArgument = (text: string, at: number, kind: NameClass): KeywordSecret | undefined => {
  ARGUMENT.lastIndex = at;
  const found = ARGUMENT.test(text) ? judged(text, ARGUMENT.lastIndex, kind, 0.7) : undefined;
  return found && text.slice(found.start, found.end).includes(':') ? undefined : found;
};

/** Words that link a credential to its value. `to` and `as` only close to a verb of setting, which no sentence about passwords lacks. */
const LINKS = new Set(
  'is was are be remains equals to as es era ist war lautet est etait \u00e9tait \u00e9 e \u00e8 \u00e4r var er jest to je on is: -> \u2014 \u2013 olarak'.split(
    ' ',
  ),
);
const AFTER_LINK = new Set(
  'now still currently set to just the following just always actually probably jetzt ahora agora maintenant nu:'.split(
    ' ',
  ),
);
const STOP = /[.!?;\n]$/;

/** `the password for the staging server is ...`, `password hunter2` in a list of accounts; up to seven words between. */
const spoken = (text: string, start: number, end: number, kind: NameClass): KeywordSecret | undefined => {
  NEXT_LINE_VALUE.lastIndex = end;
  if (NEXT_LINE_VALUE.test(text)) return judged(text, NEXT_LINE_VALUE.lastIndex, kind, 0.6);
  if (text.charCodeAt(start) > 0x2000) return adjoined(text, end, kind);
  let at = end;
  while (at - end < 3 && '"\'`*_)'.includes(text.charAt(at) || '-')) at++;
  const limit = Math.min(text.length, end + 100);
  let linked = false;
  for (let n = 0; n < 8 && at < limit; n++) {
    const from = afterSpaces(text, at);
    let to = from;
    while (to < limit && text.charCodeAt(to) > 32) to++;
    if (to === from || (to === limit && limit < text.length)) return undefined;
    const word = text.slice(from, to);
    if (linked && !AFTER_LINK.has(word.toLowerCase())) {
      const value = spokenValue(text, from, kind);
      if (value) return value;
      linked = false;
    }
    if (n === 0 && from > at && (text.charAt(from) === "'" || text.charAt(from) === '"'))
      return judged(text, from, kind, 0.7);
    if (n === 0 && from > at && !word.endsWith(':')) {
      const adjacent = judged(text, from, kind, kind === 'password' ? 0.85 : 0.75);
      if (adjacent) return { ...adjacent, score: 0.65 };
    }
    if (n === 0 && !linked && isNetrc(text, start)) return judged(text, from, kind, 0);
    linked ||= LINKS.has(word.toLowerCase());
    if (STOP.test(word)) return undefined;
    if (word.endsWith(':') && word.length > 1) linked = true;
    at = to;
  }
  return undefined;
};

const isNetrc = (text: string, start: number): boolean =>
  /(?:login|user|account)\s+\S{1,80}\s{1,20}$/.test(text.slice(Math.max(0, start - 110), start));

/** The value in a sentence: in quotes, back-ticks or bold, or a bare word that no sentence holds. */
const spokenValue = (text: string, from: number, kind: NameClass): KeywordSecret | undefined => {
  let start = from;
  while (start - from < 3 && '*_([{'.includes(text.charAt(start) || '-')) start++;
  const quoted = quotedValue(text, start, Math.min(text.length, start + 200));
  let end = quoted?.end ?? start;
  if (quoted) start = quoted.start;
  else {
    while (end < text.length && end - start < 300 && !isBareEnd(text.charCodeAt(end))) end++;
    while (end > start && '.,;:?)]}*_'.includes(text.charAt(end - 1))) end--;
  }
  const entity = text.slice(start, end).search(/[.,!?]?&(?:quot|lt|gt|amp|nbsp|#\d{1,4});?/);
  if (entity >= 0) end = start + entity;
  if (end <= start) return undefined;
  const value = text.slice(start, end);
  if (/^[a-z\d]+(?:[-/_.][a-z\d]+)+$/i.test(value) && wordShare(value) >= 0.4) return undefined;
  if (/[()<>{}[\]]|\/.*\//.test(value) || (!quoted && isCodePath(value))) return undefined;
  const score = judgeValue(value, kind, quoted ? 'quoted' : 'line');
  return score >= 0.5 ? { start, end, type: typeOf(kind), score: Math.min(score, 0.8) } : undefined;
};

/** Scripts without spaces: the value is the next run of ASCII within six characters. */
const adjoined = (text: string, from: number, kind: NameClass): KeywordSecret | undefined => {
  let start = from;
  while (start - from < 8 && (text.charCodeAt(start) > 126 || ' :"\'`='.includes(text.charAt(start) || '-'))) start++;
  if (start === from || start - from >= 8) return undefined;
  return spokenValue(text, start, kind);
};

const BEARER_VALUE = /["'\s:=]{1,3}([A-Za-z0-9._~+/=-]{16,4000})/y;

/** RFC 6750: `Bearer` and a b64token. */
const readBearer = (text: string, end: number): KeywordSecret | undefined => {
  BEARER_VALUE.lastIndex = end;
  const value = BEARER_VALUE.exec(text)?.[1];
  if (value === undefined) return undefined;
  const start = BEARER_VALUE.lastIndex - value.length;
  if (isPlaceholder(value) || !/\d/.test(value) || wordShare(value) > 0.5 || /^\d*$|\/.*\/.*\//.test(value))
    return undefined;
  return { start, end: trimBare(text, start, start + value.length), type: 'BEARER_TOKEN', score: 0.85 };
};

const SCHEME =
  /["'\]\\]{0,3}\s{0,3}[:=,]\s{0,3}[\\"'`]{0,3}(basic|token|apikey|api-key|key|bot|ssws|digest|negotiate|snowflake|genie[kK]ey|splunk|bearer)?[ =]{0,2}([A-Za-z0-9._~+/=-]{12,4000})/iy;

/** RFC 9110 section 11.6.2 and RFC 7617: `Authorization: Basic` with user and password, other schemes with a token. */
const readAuthorization = (text: string, end: number): KeywordSecret | undefined => {
  SCHEME.lastIndex = end;
  const match = SCHEME.exec(text);
  const value = match?.[2];
  if (!match || value === undefined) return undefined;
  const start = SCHEME.lastIndex - value.length;
  const scheme = (match[1] ?? '').toLowerCase();
  const span = { start, end: trimBare(text, start, SCHEME.lastIndex) };
  if (scheme === 'basic')
    return isUserAndPassword(value) ? { ...span, type: 'BASIC_AUTH_HEADER', score: 0.9 } : undefined;
  const score = judgeValue(value, scheme === '' ? 'token' : 'secret', 'quoted');
  return score >= 0.5
    ? { ...span, type: scheme === 'bearer' ? 'BEARER_TOKEN' : 'AUTHORIZATION_HEADER', score }
    : undefined;
};

const isUserAndPassword = (encoded: string): boolean => {
  try {
    const [, user, password] = /^([\x20-\x7e]{0,200}?):([\x20-\x7e]{1,300})$/.exec(atob(encoded)) ?? [];
    if (user === undefined || password === undefined) return false;
    return !/^(?:pass(?:word)?|pwd|secret|x|test|open sesame)$/i.test(password) && !isTemplate(password);
  } catch {
    return false;
  }
};

const isTemplate = (password: string): boolean => /^[<{$%[]/.test(password);

const MYSQL_OPTION = /\s-p([^\s"'`\\]{5,80})/y;
const SSHPASS_OPTION = /\s-p ?["']?([^\s"'`\\]{5,80})/y;
const REDIS_OPTION = /\s-a ["']?([^\s"'`\\]{5,80})/y;

/** `mysql -psecret`, `sshpass -p secret`: the option within 120 characters of the command, on its line. */
const readCommand = (text: string, from: number, option: RegExp): KeywordSecret | undefined => {
  const limit = Math.min(text.length, from + 120);
  for (let at = from; at < limit && text.charCodeAt(at) !== 10; at++) {
    if (text.charCodeAt(at + 1) !== 45) continue;
    option.lastIndex = at;
    const password = option.exec(text)?.[1];
    if (password === undefined) continue;
    const score = judgeValue(password, 'password', 'line');
    const start = option.lastIndex - password.length;
    return score >= 0.5 ? { start, end: option.lastIndex, type: 'PASSWORD', score } : undefined;
  }
  return undefined;
};

const USER_OPTION = /\s(?:-u|--user|--proxy-user|-U)[ =]{0,2}["']?([\w.@+-]{0,80}):([^\s"'`\\]{3,120})/y;

/** `curl -u user:password`: options within 300 characters of the command. */
const readCurlUser = (text: string, from: number): KeywordSecret | undefined => {
  const limit = Math.min(text.length, from + 300);
  for (let at = from - 1; at < limit; at++) {
    if (text.charCodeAt(at + 1) !== 45) continue;
    USER_OPTION.lastIndex = at;
    const match = USER_OPTION.exec(text);
    const password = match?.[2];
    if (!match || password === undefined) continue;
    const start = USER_OPTION.lastIndex - password.length;
    if (isPlaceholder(password) || /^(?:pass(?:word)?|pwd|secret|token|x)$/i.test(password)) return undefined;
    const score = judgeValue(password, 'password', 'line');
    return { start, end: start + password.length, type: 'PASSWORD', score: score >= 0.5 ? score : 0.4 };
  }
  return undefined;
};
