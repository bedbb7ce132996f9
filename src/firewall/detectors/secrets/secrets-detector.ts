import type { Detector, Report } from '../detector.ts';
import { type Assigned, readAssignment } from './assignment.ts';
import { ALPHABETS, endOfRun } from './charset.ts';
import { endsWithCrc32 } from './checksum.ts';
import { readUrl, readWebhook } from './credential-url.ts';
import { matchJsonWebToken } from './json-web-token.ts';
import { scanKeywords } from './keyword-scan.ts';
import { readKeyword } from './keyword-secret.ts';
import { isCounting, isDocumentation, isUniform } from './placeholder.ts';
import { matchPrivateKey, matchPuttyKey } from './private-key.ts';
import { wordShare } from './randomness.ts';
import { SECRET_TYPES } from './secret-types.ts';
import { matchVendorToken, scanTokenRuns, type TokenMatch } from './token-runs.ts';

/**
 * Credentials: vendor tokens, private keys, JSON Web Tokens, URLs with passwords, headers, values assigned to credential-like names. Three cheap
 * passes look for anchors (long runs of token characters, `=` and `:`, a few words); bounded code looks outward from each.
 */
export const secretsDetector: Detector = {
  name: 'secrets',
  tier: 'T0',
  types: SECRET_TYPES,
  detect(text, report) {
    const found = new Found(text.length, report);
    findKeyBlocks(text, found);
    findTokens(text, found);
    findAtOperators(text, found);
    findAtKeywords(text, found);
  },
};

/** What was reported so far, so that a token is not reported again as the value of its name. */
class Found {
  private painted: Uint8Array | undefined;
  private readonly length: number;
  private readonly report: Report;

  constructor(length: number, report: Report) {
    this.length = length;
    this.report = report;
  }

  add(start: number, end: number, type: string, score: number): void {
    if (score < 0.3) return;
    if (this.painted?.subarray(start, end).includes(1)) return;
    if (score >= 0.5) {
      this.painted ??= new Uint8Array(this.length);
      this.painted.fill(1, start, end);
    }
    this.report(start, end, 'SECRET', type, score);
  }
}

const findKeyBlocks = (text: string, found: Found): void => {
  for (let at = text.indexOf('BEGIN '); at >= 0; at = text.indexOf('BEGIN ', at + 6)) {
    let start = at;
    while (at - start < 6 && (text.charCodeAt(start - 1) === 45 || (start === at && text.charCodeAt(start - 1) === 32)))
      start--;
    const block = at - start >= 4 ? matchPrivateKey(text, Math.max(start, at - 6)) : undefined;
    if (!block) continue;
    found.add(block.start, block.end, block.type, 0.98);
    at = block.end - 6;
  }
};

const findTokens = (text: string, found: Found): void => {
  /** So far an encoded key goes: a run inside it is not read to its end again. */
  let encoded = 0;
  scanTokenRuns(text, (start, end) => {
    if (text.startsWith('PuTTY-User-Key-File-', start)) {
      const block = matchPuttyKey(text, start);
      if (block) found.add(block.start, block.end, block.type, 0.98);
      return;
    }
    if (start >= encoded && text.startsWith(ENCODED_PEM, start)) encoded = addEncodedKey(text, start, found);
    if (text.startsWith('eyJ', start) || !addVendorToken(text, start, end, found))
      addJsonWebToken(text, start, end, found);
  });
};

/** Base64 of `-----BEGIN `: keys in kubeconfig files and environment variables; certificates look alike and are none. */
const ENCODED_PEM = 'LS0tLS1CRUdJTi';

/** @returns where the key ends; `start` where there is none */
const addEncodedKey = (text: string, start: number, found: Found): number => {
  const head = text.slice(start, start + 56);
  if (!/^[A-Za-z0-9+/]{56}$/.test(head) || !atob(head).includes('PRIVATE KEY')) return start;
  const end = endOfRun(text, start, ALPHABETS.B, text.length);
  if (end - start >= 76) found.add(start, end, 'PRIVATE_KEY', 0.95);
  return end;
};

const addVendorToken = (text: string, start: number, end: number, found: Found): boolean => {
  const match = matchVendorToken(text, start, end);
  if (match) found.add(match.start, match.end, match.format.type, scoreToken(text, match));
  return match !== undefined;
};

const addJsonWebToken = (text: string, start: number, end: number, found: Found): void => {
  // Searched within the run: from `start` to the end of the text would be quadratic.
  const inRun = end - start < 36 ? -1 : text.slice(start, end).indexOf('eyJ');
  if (inRun < 0) return;
  const last = matchJsonWebToken(text, start + inRun);
  if (last > 0) found.add(start + inRun, last, 'JWT', 0.9);
};

/** Base64 of `OpenAI`: the middle of every project, service account and admin key; a short one without it may be cut or mistyped. */
const OPENAI_MARK = 'T3BlbkFJ';

/** Near 1 for a token as its vendor makes it, 0 for a documentation example, words, counting or repetition. */
const scoreToken = (text: string, { start, end, format, literal }: TokenMatch): number => {
  const token = text.slice(start, end);
  const separator = Math.max(
    token.lastIndexOf('_'),
    token.lastIndexOf('-'),
    token.lastIndexOf('.'),
    token.lastIndexOf(':'),
  );
  const body = token.slice(Math.max(separator + 1, token.length - literal.length < 8 ? 0 : literal.length));
  const random = body.length >= 12 ? body : token;
  if (isUniform(random) || isDocumentation(token)) return 0;
  // Capitals and digits run together whatever the generator: only the mixed alphabets can be told from words.
  const words = random === random.toUpperCase() ? 0 : wordShare(random);
  if (words > 0.6 || (!/\d/.test(random) && (words > 0.3 || random === random.toUpperCase()))) return 0;
  // A counted body is a fixture more often than a key, and it has the exact form: above the threshold, barely.
  if (isCounting(random)) return literal.length >= 3 && random.length >= 20 ? 0.55 : 0;
  if (token.length > 120 && format.provider === 'OpenAI' && !token.includes(OPENAI_MARK)) return 0.45;
  if (format.check === 'context' && !nearby(text, start, format.words ?? [])) return 0.4;
  if (format.check === 'crc32') return endsWithCrc32(body) ? 0.99 : 0.75;
  return 0.95;
};

const nearby = (text: string, start: number, words: readonly string[]): boolean => {
  const before = text.slice(Math.max(0, start - 80), start).toLowerCase();
  return words.some((word) => before.includes(word));
};

const findAtKeywords = (text: string, found: Found): void => {
  scanKeywords(text, (start, end) => {
    const secret = readKeyword(text, start, end);
    if (secret) found.add(secret.start, secret.end, secret.type, secret.score);
  });
};

const OPERATORS = /[:=]/g;

const findAtOperators = (text: string, found: Found): void => {
  OPERATORS.lastIndex = 0;
  while (OPERATORS.test(text)) {
    const at = OPERATORS.lastIndex - 1;
    const isUrl = text.startsWith('://', at);
    const secret: Assigned | undefined = isUrl
      ? (readUrl(text, at) ?? readWebhook(text, at))
      : readAssignment(text, at);
    if (secret) found.add(secret.start, secret.end, secret.type, secret.score);
  }
};
