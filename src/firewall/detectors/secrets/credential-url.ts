import { isPlaceholder } from './placeholder.ts';
import { wordShare } from './randomness.ts';

export interface UrlSecret {
  readonly start: number;
  readonly end: number;
  readonly type: string;
  readonly score: number;
}

/** Schemes of data stores and brokers: a password in such a URL makes it a connection string. */
const STORE =
  /^(?:postgres(?:ql)?|pgsql|mysql|mysqlx|mariadb|mongodb|mongodb\+srv|rediss?|amqps?|jdbc|mssql|sqlserver|oracle|cockroachdb|clickhouse|cassandra|couchdb|neo4j|bolt|ldaps?|smtps?|imaps?|pop3s?|mqtts?|nats|kafka|memcached?|influxdb|snowflake|redshift|libsql|cloudinary|vertica|db2|firebird|elasticsearch|postgis|timescaledb|trino|presto|stomp|hive|etcd|rabbitmq)(?:\+[a-z0-9]{1,20})?$/i;

const WEAK =
  /^(?:pass(?:word|wd|code|phrase)?|pwd|pw|user(?:name)?|secret|token|key|api[-_]?key|admin|root|guest|test(?:ing)?|foo|bar|baz|qux|quux|example|host(?:name)?|login|user(?:name)?[-_:]?pass(?:word)?|mypass(?:word)?|my[-_]?password|mypw|x{3,64}|\*{1,64}|x-oauth-basic|x-access-token|postgres|mysql|mongo|redis|rabbitmq|anonymous|credentials?|auth|string|value|p|a|b|c|abc|123|1234|12345|123456|changeit|pa55w0rd|db_?pass(?:word)?|my[-_]?(?:secret|token|key|pwd)|user\d?|pass\d?|password\d?)$/i;

const EXAMPLE_HOST = /(?:^|\.)(?:example(?:\.(?:com|org|net|edu))?|test|invalid|localhost)(?::\d{1,5})?$/i;

const SCHEME = /[a-z][a-z0-9+.-]{1,24}$/i;

/**
 * Reads a URL around its `://` at `colon`: user and password before the host. A basic-auth URL is reported from its scheme to the end of its authority
 * (the path is no secret), a connection string whole.
 */
export const readUrl = (text: string, colon: number): UrlSecret | undefined => {
  const from = colon + 3;
  const limit = Math.min(text.length, from + 600);
  let at = -1;
  let separator = -1;
  let end = from;
  for (; end < limit; end++) {
    const code = text.charCodeAt(end);
    if (
      code <= 32 ||
      code === 34 ||
      code === 39 ||
      code === 96 ||
      code === 60 ||
      code === 62 ||
      code === 92 ||
      code > 0x2000
    )
      break;
    // A slash or question mark ends the authority; a password may hold one, unencoded, when an at sign still follows without a blank.
    if (code === 47 || code === 63) break;
    if (code === 58 && separator < 0) separator = end;
    else if (code === 64) at = end;
  }
  if (at < 0 || separator < 0 || separator > at || at === from) return undefined;
  if (at - separator < 2 || !/[\w[]/.test(text.charAt(at + 1))) return undefined;
  const password = text.slice(separator + 1, at);
  if (
    password.length > 256 ||
    WEAK.test(password) ||
    isPlaceholder(password) ||
    /^[$%{<[:]|[{}<>()]|\$\{/.test(password)
  )
    return undefined;
  const scheme = SCHEME.exec(text.slice(Math.max(0, colon - 26), colon))?.[0] ?? '';
  if (scheme === '') return undefined;
  const user = text.slice(from, separator);
  if (/^[$%{<]/.test(user) || user === password) return undefined;
  if (user === '' && !STORE.test(scheme)) return undefined;
  if (/^anonymous$/i.test(user) || /^(?:[a-z]*[-_])?(?:pass(?:word|wd)?|secret|token|key)$/i.test(password))
    return undefined;
  // RFC 2606 hosts in documentation: a password of plain words there is one too.
  if (EXAMPLE_HOST.test(text.slice(at + 1, end)) && wordShare(password) > 0.9 && !/\d/.test(password)) return undefined;
  const start = colon - scheme.length;
  if (STORE.test(scheme)) {
    const jdbc = text.startsWith('jdbc:', start - 5) ? 5 : 0;
    return { start: start - jdbc, end: endOfUrl(text, at), type: 'CONNECTION_STRING', score: 0.85 };
  }
  return { start, end, type: 'BASIC_AUTH_URL', score: 0.85 };
};

/** Where the URL ends: white space, quotes, brackets; closing punctuation is not part of it. At most 600 characters on. */
const endOfUrl = (text: string, from: number): number => {
  const limit = Math.min(text.length, from + 600);
  let i = from;
  while (i < limit && !isUrlEnd(text.charCodeAt(i))) i++;
  while (i > from && '.,;:!)]}'.includes(text.charAt(i - 1))) i--;
  return i;
};

const isUrlEnd = (code: number): boolean =>
  code <= 32 || code === 34 || code === 39 || code === 96 || code === 60 || code === 62 || code === 92 || code > 0x2000;

const WEBHOOKS: readonly (readonly [type: string, host: string, path: RegExp])[] = [
  [
    'SLACK_WEBHOOK',
    'hooks.slack.com/',
    /(?:services\/T[A-Z0-9]{7,12}\/B[A-Z0-9]{7,12}\/[A-Za-z0-9]{20,28}|workflows\/T?[A-Z0-9]{7,12}\/A?[A-Z0-9]{7,12}\/\d{15,20}\/[A-Za-z0-9]{20,28}|triggers\/T?[A-Z0-9]{7,12}\/\d{8,16}\/[a-z0-9]{30,34})/y,
  ],
  ['DISCORD_WEBHOOK', 'discord.com/', /api\/(?:v\d{1,2}\/)?webhooks\/\d{17,20}\/[\w-]{60,72}/y],
  ['DISCORD_WEBHOOK', 'discordapp.com/', /api\/(?:v\d{1,2}\/)?webhooks\/\d{17,20}\/[\w-]{60,72}/y],
  [
    'TEAMS_WEBHOOK',
    '.webhook.office.com/',
    /webhookb2\/[\w@-]{70,90}\/IncomingWebhook\/[\w-]{32}\/[\w-]{36}(?:\/[\w-]{1,80})?/y,
  ],
  ['ZAPIER_WEBHOOK', 'hooks.zapier.com/', /hooks\/catch\/\d{5,10}\/[a-z0-9]{6,12}/y],
  ['MAKE_WEBHOOK', '.make.com/', /[a-z0-9]{30,34}(?![\w/])/y],
  [
    'GOOGLE_CHAT_WEBHOOK',
    'chat.googleapis.com/',
    /v1\/spaces\/[\w-]{8,16}\/messages\?key=[\w-]{30,45}&token=[\w%-]{30,60}/y,
  ],
  ['IFTTT_WEBHOOK', 'maker.ifttt.com/', /trigger\/[\w{}-]{1,60}\/(?:json\/)?with\/key\/[\w-]{22,44}/y],
  ['FEISHU_WEBHOOK', 'open.feishu.cn/', /open-apis\/bot\/v2\/hook\/[\w-]{30,40}/y],
  ['FEISHU_WEBHOOK', 'open.larksuite.com/', /open-apis\/bot\/v2\/hook\/[\w-]{30,40}/y],
  ['DINGTALK_WEBHOOK', 'oapi.dingtalk.com/', /robot\/send\?access_token=[0-9a-f]{64}/y],
  ['WECOM_WEBHOOK', 'qyapi.weixin.qq.com/', /cgi-bin\/webhook\/send\?key=[\w-]{36}/y],
  ['TELEGRAM_BOT_TOKEN', 'api.telegram.org/', /bot\d{8,10}:AA[\w-]{33}/y],
];

/** A URL that is itself the permission to post (incoming webhooks); the span is the whole URL. */
export const readWebhook = (text: string, colon: number): UrlSecret | undefined => {
  const from = colon + 3;
  const slash = text.slice(from, from + 80).indexOf('/');
  if (slash < 0) return undefined;
  const hostEnd = from + slash + 1;
  for (const [type, host, path] of WEBHOOKS) {
    if (!text.startsWith(host, hostEnd - host.length)) continue;
    path.lastIndex = hostEnd;
    const match = path.exec(text);
    if (!match || isPlaceholder(match[0])) continue;
    const scheme = SCHEME.exec(text.slice(Math.max(0, colon - 8), colon))?.[0] ?? '';
    return { start: colon - scheme.length, end: path.lastIndex, type, score: 0.95 };
  }
  return undefined;
};
