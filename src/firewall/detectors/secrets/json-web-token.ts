import { ALPHABETS, endOfRun } from './charset.ts';

/**
 * The end of a JSON Web Token (RFC 7519, compact form: three base64url parts, five when encrypted) that starts at `at`,
 * or -1. The header has to decode to a JSON object with `alg`.
 */
export const matchJsonWebToken = (text: string, at: number): number => {
  const ends: number[] = [];
  let i = at;
  for (let part = 0; part < 5; part++) {
    const end = endOfRun(text, i, ALPHABETS.u, i + 20_000);
    ends.push(end);
    if (text.charCodeAt(end) !== 46) break;
    i = end + 1;
  }
  const [header, payload, third, fourth, fifth] = ends;
  if (header === undefined || payload === undefined || payload - header < 10) return -1;
  if (header - at > 4000 || !hasAlgorithm(text.slice(at, header))) return -1;
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
