import { contextStrength, contextWords } from './context-words.ts';
import {
  base58CheckPayload,
  base58Length,
  bech32Valid,
  eip55Valid,
  RIPPLE_ALPHABET,
  stellarValid,
} from './crypto-wallet-checks.ts';
import type { Detector, Report, TypeEntry } from './detector.ts';
import { isAlnum, isWordCode } from './digit-runs.ts';

const TYPES: readonly TypeEntry[] = [
  {
    type: 'BTC_ADDRESS',
    kind: 'CRYPTO_WALLET',
    title: 'Bitcoin address',
    source: 'Base58Check of Bitcoin; BIP 173 and BIP 350',
  },
  { type: 'ETH_ADDRESS', kind: 'CRYPTO_WALLET', title: 'Ethereum address', source: 'ERC-55 mixed-case checksum' },
  {
    type: 'LTC_ADDRESS',
    kind: 'CRYPTO_WALLET',
    title: 'Litecoin address',
    source: 'Litecoin chain parameters, Base58Check; BIP 173',
  },
  {
    type: 'COIN_ADDRESS',
    kind: 'CRYPTO_WALLET',
    title: 'Address of Dogecoin, Dash, Zcash, Tron and other chains with a check sum',
    source: 'SLIP-0173 prefixes; chain parameters, Base58Check',
  },
  { type: 'XRP_ADDRESS', kind: 'CRYPTO_WALLET', title: 'XRP Ledger address', source: 'XRPL address encodings' },
  { type: 'XLM_ADDRESS', kind: 'CRYPTO_WALLET', title: 'Stellar account', source: 'SEP-0023 strkey' },
  { type: 'XMR_ADDRESS', kind: 'CRYPTO_WALLET', title: 'Monero address', source: 'Monero standard address' },
  { type: 'SOL_ADDRESS', kind: 'CRYPTO_WALLET', title: 'Solana address', source: 'Solana: an Ed25519 key in Base58' },
];

const WORDS = contextWords(
  'wallet|wallets|walletaddress|wallet address|address|addresses|btc|bitcoin|eth|ethereum|ether|ltc|litecoin|xmr|monero|sol|solana|xrp|ripple|crypto|cryptocurrency|coin|coins|usdt|usdc|tether|token|erc20|send|deposit|withdraw|donate|donation|donations|payout|metamask|phantom|blockchain|brieftasche|geldbörse|portefeuille|cartera|monedero|portafoglio|carteira|кошелек|кошелёк|钱包|ウォレット|지갑',
);

const SHORTEST = 25;
const LONGEST = 120;

/** Addresses of crypto-currencies: long words with a check sum. Every 25th character is looked at, since none is shorter. */
export const cryptoWalletDetector: Detector = {
  name: 'crypto-wallet',
  tier: 'T0',
  types: TYPES,
  detect(text: string, report: Report): void {
    let floor = 0;
    for (let at = SHORTEST - 1; at < text.length; at += SHORTEST) {
      if (at < floor || !isAlnum(text.charCodeAt(at))) continue;
      let start = at;
      while (start > floor && at - start < LONGEST && isAlnum(text.charCodeAt(start - 1))) start--;
      let end = at + 1;
      while (end - start <= LONGEST && isAlnum(text.charCodeAt(end))) end++;
      if (end - start > LONGEST) {
        // A longer word is no address: go on behind it.
        while (isAlnum(text.charCodeAt(end))) end++;
        floor = end;
        continue;
      }
      floor = end;
      if (end - start < SHORTEST || isWordCode(text.charCodeAt(start - 1)) || isWordCode(text.charCodeAt(end)))
        continue;
      const found = judge(text.slice(start, end), () => contextStrength(text, start, end, WORDS) > 0);
      if (found !== undefined) report(start, end, 'CRYPTO_WALLET', found.type, found.score);
    }
  },
};

interface Judged {
  readonly type: string;
  readonly score: number;
}

function judge(word: string, isNamed: () => boolean): Judged | undefined {
  if (word.startsWith('0x')) return word.length === 42 ? ethereum(word.slice(2), isNamed) : undefined;
  const segwit = segwitType(word);
  if (segwit !== undefined)
    return bech32Valid(word) ? { type: segwit, score: 0.97 } : isNamed() ? { type: segwit, score: 0.6 } : undefined;
  if (word.length <= 35) return legacy(word, isNamed);
  if (word.length === 56 && word[0] === 'G')
    return stellarValid(word) ? { type: 'XLM_ADDRESS', score: 0.97 } : undefined;
  if (word.length === 95 && (word[0] === '4' || word[0] === '8') && base58Length(word) !== undefined) {
    return { type: 'XMR_ADDRESS', score: isNamed() ? 0.9 : 0.7 };
  }
  if (word.length === 40 && /^[0-9a-fA-F]{40}$/.test(word)) return undefined;
  if (word.length >= 43 && word.length <= 44 && base58Length(word) === 32 && /[0-9]/.test(word) && isNamed()) {
    return { type: 'SOL_ADDRESS', score: 0.7 };
  }
  return undefined;
}

/** Twenty bytes in hexadecimal. With the case right, ERC-55's check stands; in one case only a word near it tells. */
function ethereum(hex: string, isNamed: () => boolean): Judged | undefined {
  if (!/^[0-9a-fA-F]{40}$/.test(hex) || /^([0-9a-fA-F])\1{39}$/.test(hex) || /^0{24}/.test(hex)) return undefined;
  const mixed = /[a-f]/.test(hex) && /[A-F]/.test(hex);
  if (mixed && eip55Valid(hex)) return { type: 'ETH_ADDRESS', score: 0.97 };
  return { type: 'ETH_ADDRESS', score: isNamed() ? 0.85 : 0.45 };
}

// Human-readable parts of SLIP-0173.
const SEGWIT: ReadonlyMap<string, string> = new Map([
  ['bc', 'BTC_ADDRESS'],
  ['tb', 'BTC_ADDRESS'],
  ['bcrt', 'BTC_ADDRESS'],
  ['ltc', 'LTC_ADDRESS'],
  ['tltc', 'LTC_ADDRESS'],
  ['addr', 'COIN_ADDRESS'],
  ['stake', 'COIN_ADDRESS'],
  ['cosmos', 'COIN_ADDRESS'],
  ['osmo', 'COIN_ADDRESS'],
  ['terra', 'COIN_ADDRESS'],
  ['bnb', 'COIN_ADDRESS'],
  ['zs', 'COIN_ADDRESS'],
  ['vtc', 'COIN_ADDRESS'],
  ['dgb', 'COIN_ADDRESS'],
]);

function segwitType(word: string): string | undefined {
  const one = word.indexOf('1');
  return one >= 2 && one <= 6 ? SEGWIT.get(word.slice(0, one).toLowerCase()) : undefined;
}

/** Base58Check: the version byte names the chain. */
function legacy(word: string, isNamed: () => boolean): Judged | undefined {
  const payload = base58CheckPayload(word);
  if (payload !== undefined && payload.length >= 21 && payload.length <= 22) {
    const type = chainOf(payload[0] ?? 0, payload[1] ?? 0, payload.length);
    if (type !== undefined) return { type, score: 0.97 };
  }
  if (word[0] === 'r' && base58CheckPayload(word, RIPPLE_ALPHABET)?.length === 21)
    return { type: 'XRP_ADDRESS', score: 0.97 };
  // An invented address: the form and a word near it.
  const shaped =
    /^[13LMDXT][1-9A-HJ-NP-Za-km-z]{24,33}$/.test(word) &&
    /[0-9]/.test(word) &&
    /[a-z]/.test(word) &&
    /[A-Z]/.test(word);
  return shaped && isNamed()
    ? { type: word[0] === '1' || word[0] === '3' ? 'BTC_ADDRESS' : 'COIN_ADDRESS', score: 0.65 }
    : undefined;
}

function chainOf(version: number, second: number, length: number): string | undefined {
  if (length === 22) return version === 0x1c && (second === 0xb8 || second === 0xbd) ? 'COIN_ADDRESS' : undefined;
  if (version === 0x00 || version === 0x05 || version === 0x6f || version === 0xc4) return 'BTC_ADDRESS';
  if (version === 0x30 || version === 0x32) return 'LTC_ADDRESS';
  // Two each of Dogecoin and Dash; then Tron, Digibyte, Ravencoin and Qtum.
  return [0x1e, 0x16, 0x4c, 0x10, 0x41, 0x3f, 0x3c, 0x3a].includes(version) ? 'COIN_ADDRESS' : undefined;
}
