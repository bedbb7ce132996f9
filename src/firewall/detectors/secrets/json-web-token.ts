import { ALPHABETS, endOfRun } from './charset.ts';

const LONGEST_HEADER = 4000;

/**
 * The end of a JSON Web Token (RFC 7519, compact form: three base64url parts, five when encrypted) that starts at `at`,
 * or -1. The header has to decode to a JSON object with `alg`.
 */
export const matchJsonWebToken = (text: string, at: number): number => {
  const ends: number[] = [];
  let i = at;
  for (let part = 0; part < 5; part++) {
    // A header that is longer is none; what follows is read to its end, so that no tail is left.
    const end = endOfRun(text, i, ALPHABETS.u, part === 0 ? i + LONGEST_HEADER + 1 : text.length);
    ends.push(end);
    if (text.charCodeAt(end) !== 46) break;
    i = end + 1;
  }
  const [header, payload, third, fourth, fifth] = ends;
  if (header === undefined || payload === undefined || payload - header < 10) return -1;
  if (header - at > LONGEST_HEADER || !hasAlgorithm(text.slice(at, header))) return -1;
  if (fifth !== undefined && fourth !== undefined && fifth - fourth > 10) return fifth;
  if (third !== undefined && third - payload > 17) return third;
  return third !== undefined && third === payload + 1 ? third : payload;
};

const hasAlgorithm = (encoded: string): boolean => {
  try {
    const header: unknown = JSON.parse(atob(encoded.replace(/-/g, '+').replace(/_/g, '/')));
    return typeof header === 'object' && header !== null && 'alg' in header;
  } catch {
    return false;
  }
};
