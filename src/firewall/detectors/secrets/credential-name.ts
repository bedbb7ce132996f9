/**
 * How telling the name is to which a value is assigned. `password`: any plausible password counts. `secret`: a value that is not
 * words. `token`: a long random value only.
 */
export type NameClass = 'password' | 'secret' | 'token';

/** Names with separators removed and in lower case, by how they end. German, French, Spanish, Portuguese, Italian, Dutch, Nordic, Polish, Turkish too. */
const PASSWORD_ENDS = [
  'password',
  'passwd',
  'passwort',
  'passphrase',
  'passcode',
  'passw',
  'pwd',
  'passord',
  'kennwort',
  'lösenord',
  'losenord',
  'adgangskode',
  'wachtwoord',
  'motdepasse',
  'mdp',
  'contraseña',
  'contrasena',
  'senha',
  'hasło',
  'haslo',
  'salasana',
  'jelszo',
  'jelszó',
  'heslo',
  'parola',
  'lozinka',
  'sifre',
  'şifre',
  'userpass',
  'dbpass',
  'adminpass',
  'rootpass',
  'smtppass',
  'mailpass',
  'mysqlpass',
  'pgpass',
  'ftppass',
  'loginpass',
  'dbpw',
  'rootpw',
  'adminpw',
  'userpw',
  'пароль',
  '密码',
  '密碼',
  'パスワード',
  '비밀번호',
];
const SECRET_ENDS = [
  'secret',
  'secretkey',
  'secretaccesskey',
  'apikey',
  'apitoken',
  'apisecret',
  'accesskey',
  'accesstoken',
  'authtoken',
  'authkey',
  'refreshtoken',
  'bearertoken',
  'privatekey',
  'encryptionkey',
  'signingkey',
  'signingsecret',
  'masterkey',
  'accountkey',
  'storagekey',
  'sharedaccesskey',
  'secrettoken',
  'sessiontoken',
  'sessionsecret',
  'clientsecret',
  'consumersecret',
  'appsecret',
  'jwtsecret',
  'webhooksecret',
  'cookiesecret',
  'secretkeybase',
  'appkey',
  'applicationkey',
  'servicekey',
  'servicerolekey',
  'subscriptionkey',
  'functionkey',
  'adminkey',
  'serverkey',
  'deploykey',
  'licensekey',
  'licencekey',
  'integrationkey',
  'restkey',
  'restapikey',
  'bottoken',
  'usertoken',
  'accesstokensecret',
  'personaltoken',
  'patoken',
  'ghtoken',
  'githubtoken',
  'gitlabtoken',
  'npmtoken',
  'deploytoken',
  'servicetoken',
  'admintoken',
  'roottoken',
  'credential',
  'credentials',
  'hmackey',
  'keydata',
  'cryptokey',
  'aeskey',
  'keysecret',
  'oauthtoken',
  'identitytoken',
  'idtoken',
  'apiauth',
  'geheimnis',
];
/** Passwords only as the whole name: English, French, Spanish. */
const WHOLE_NAMES: readonly string[] = ['pass', 'pw', 'passe', 'clave'];
const VENDOR_ENDS = ['passe', 'clave', 'api', 'dsn', 'sig'];
const TOKEN_ENDS = ['token', 'auth', 'key', 'pat', 'pass', 'pw', 'jwt', 'webhook'];

/** Words after the credential word that leave the value a credential: `DB_PASSWORD_PROD`, `secret_value`. */
const TAIL_WORDS: readonly string[] =
  'prod production dev development staging stage test testing live sandbox local value string str val raw plain plaintext text default master main base new old current previous primary secondary backup b64 base64 encoded'.split(
    ' ',
  );

/** Tokens that are words about keys: they name no secret. */
const PUBLIC =
  /public|primarykey$|foreignkey|sortkey|partitionkey|cachekey|objectkey|publishable|csrf|xsrf|anti(?:forgery)?|pagetoken|nexttoken|continuationtoken|forwardtoken|backwardtoken|start(?:ing)?token|changetoken|updatetoken|locktoken|unittoken|paginationtoken|resumetoken|synctoken|clienttoken|requesttoken|idempotency|s3key|filekey|cancel|tokentype|hotkey|shortcut|keyboard|i18n|locale|monkey|keyword|turkey|hockey|compass|bypass|encompass|surpass|trespass|renderpass|author$|oauth$|spawn|example|dummy|sample|fake|mock|placeholder|checksum|integrity|digest|hash|fingerprint|etag|revision|commit|pubkey|sitekey|clientkey$|anonkey$/;

/** Whether a name may end with these two characters (codes, any case): rules out most names before they are read. */
export const mayEndName = (beforeLast: number, last: number): boolean =>
  last > 127 || beforeLast > 127 || (last >= 48 && last <= 57) || ENDINGS[((beforeLast | 32) << 7) | (last | 32)] === 1;

const SEPARATOR = /[-_.\s[\]'"]/;
const SEPARATORS = /[-_.\s[\]'"]/g;

/** Lower case, separators and a final number removed: `DB_PASSWORD_1` is `dbpassword`. At most 64 characters. */
export const plainName = (name: string): string => {
  let end = name.length;
  while (end > 0 && name.length - end < 5 && isSeparatorOrDigit(name.charCodeAt(end - 1))) end--;
  let plain = name.slice(Math.max(0, end - 64), end).toLowerCase();
  if (SEPARATOR.test(plain)) plain = plain.replace(SEPARATORS, '');
  return plain;
};

const isSeparatorOrDigit = (code: number): boolean =>
  (code >= 48 && code <= 57) || code === 95 || code === 45 || code === 46;

/**
 * The class of a name given as `plainName` makes it, with the word before it where the name alone is short (`API key`);
 * undefined when it names no credential.
 */
export const classifyName = (plain: string, before: string): NameClass | undefined => {
  if (plain === '') return undefined;
  const alone = ownClass(plain);
  if (alone === 'password' || alone === 'secret' || before === '' || plain.length > 8) {
    return alone === undefined || plain === 'key' || PUBLIC.test(plain) ? undefined : alone;
  }
  const both = before + plain;
  const joined = endClass(both);
  return joined === undefined || (joined === 'token' && plain === 'key') || PUBLIC.test(both) ? undefined : joined;
};

const ownClass = (plain: string): NameClass | undefined => {
  const direct = endClass(plain);
  if (direct) return direct;
  const tail = TAILS_BY_ENDING.get(plain.slice(-2))?.find((word) => plain.endsWith(word));
  return tail === undefined ? undefined : endClass(plain.slice(0, -tail.length));
};

const endClass = (plain: string): NameClass | undefined => {
  if (WHOLE_NAMES.includes(plain)) return 'password';
  return BY_ENDING.get(plain.slice(-2))?.find(([end]) => plain.endsWith(end))?.[1];
};

const TAILS_BY_ENDING = Map.groupBy(TAIL_WORDS, (word) => word.slice(-2));

const BY_ENDING = new Map<string, [string, NameClass][]>();
const listed: readonly (readonly [readonly string[], NameClass])[] = [
  [PASSWORD_ENDS, 'password'],
  [SECRET_ENDS, 'secret'],
  [TOKEN_ENDS, 'token'],
];
for (const [ends, kind] of listed) {
  for (const end of ends) {
    const last = end.slice(-2);
    BY_ENDING.set(last, [...(BY_ENDING.get(last) ?? []), [end, kind]]);
  }
}

const ENDINGS = new Uint8Array(128 * 128);
for (const word of [...PASSWORD_ENDS, ...SECRET_ENDS, ...TOKEN_ENDS, ...VENDOR_ENDS, ...TAIL_WORDS]) {
  ENDINGS[((word.charCodeAt(word.length - 2) & 127) << 7) | (word.charCodeAt(word.length - 1) & 127)] = 1;
}
