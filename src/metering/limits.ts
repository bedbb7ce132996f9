import type { Limits } from '../contract/workspace.ts';
import { GatewayError } from '../errors.ts';

/**
 * Limits on requests and tokens in fixed windows of a minute and a day (UTC), for gateway keys and workspaces. Counted in this process:
 * each node holds its own, and a restart begins anew. A request counts when it is admitted, its tokens when the provider has
 * counted them, so the request that passes a limit on tokens is the last one.
 */
export interface Limiter {
  /**
   * Counts one request for every subject, or for none where one of them is at its limit.
   * Throws `rate_limit_exceeded` with `retry-after` and the headers of the limit that was met.
   */
  admit(subjects: readonly LimitedSubject[]): Admission;
}

export interface LimitedSubject {
  /** `key:...` or `workspace:...`. */
  readonly id: string;
  readonly limits: Limits;
}

export interface Admission {
  /** `x-ratelimit-*` of the nearest limit per minute; empty where there is none. */
  readonly headers: Readonly<Record<string, string>>;
  /** Books the tokens of the exchange, once they are known. */
  countTokens(tokens: number): void;
}

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

/** Subjects without a request in their day are forgotten when this many are known. */
const MANY = 50_000;

const UNLIMITED: Admission = { headers: {}, countTokens() {} };

/** @param now epoch milliseconds */
export function createLimiter(now: () => number = Date.now): Limiter {
  const usage = new Map<string, Usage>();
  const usageOf = (id: string, time: number): Usage => {
    let known = usage.get(id);
    if (known === undefined) {
      if (usage.size >= MANY) forgetIdle(usage, time);
      known = { minute: emptyWindow(), day: emptyWindow() };
      usage.set(id, known);
    }
    turn(known.minute, Math.floor(time / MINUTE));
    turn(known.day, Math.floor(time / DAY));
    return known;
  };
  return {
    admit(subjects) {
      if (subjects.length === 0) return UNLIMITED;
      const time = now();
      const counted = subjects.map(({ id, limits }) => ({ limits, usage: usageOf(id, time) }));
      for (const { limits, usage: used } of counted) refuseSpent(limits, used, time);
      for (const { usage: used } of counted) {
        used.minute.requests++;
        used.day.requests++;
      }
      return {
        headers: headersOf(counted, time),
        countTokens(tokens) {
          for (const { usage: used } of counted) {
            used.minute.tokens += tokens;
            used.day.tokens += tokens;
          }
        },
      };
    },
  };
}

interface Window {
  number: number;
  requests: number;
  tokens: number;
}

interface Usage {
  readonly minute: Window;
  readonly day: Window;
}

interface Counted {
  readonly limits: Limits;
  readonly usage: Usage;
}

const emptyWindow = (): Window => ({ number: -1, requests: 0, tokens: 0 });

function turn(window: Window, number: number): void {
  if (window.number === number) return;
  window.number = number;
  window.requests = 0;
  window.tokens = 0;
}

function forgetIdle(usage: Map<string, Usage>, time: number): void {
  const today = Math.floor(time / DAY);
  for (const [id, { day }] of usage) if (day.number !== today) usage.delete(id);
}

function refuseSpent(limits: Limits, { minute, day }: Usage, time: number): void {
  const spent = (used: number, limit: number | undefined) => limit !== undefined && used >= limit;
  const dayMet = spent(day.requests, limits.requestsPerDay) || spent(day.tokens, limits.tokensPerDay);
  const minuteMet = spent(minute.requests, limits.requestsPerMinute) || spent(minute.tokens, limits.tokensPerMinute);
  if (!dayMet && !minuteMet) return;
  const span = dayMet ? DAY : MINUTE;
  const waitMs = span - (time % span);
  throw new GatewayError('rate_limit_exceeded', {
    message: `The limit per ${dayMet ? 'day' : 'minute'} is reached. Try again in ${Math.ceil(waitMs / 1000)} s.`,
    headers: {
      ...headersOf([{ limits, usage: { minute, day } }], time),
      'retry-after': String(Math.ceil(waitMs / 1000)),
      'retry-after-ms': String(waitMs),
      // Nobody should sit and wait for tomorrow.
      ...(dayMet ? { 'x-should-retry': 'false' } : {}),
    },
  });
}

/** OpenAI's header names (platform.openai.com/docs/guides/rate-limits); the reset is a duration. */
function headersOf(counted: readonly Counted[], time: number): Record<string, string> {
  const headers: Record<string, string> = {};
  const reset = `${((MINUTE - (time % MINUTE)) / 1000).toFixed(3)}s`;
  for (const what of ['requests', 'tokens'] as const) {
    let nearest: { limit: number; remaining: number } | undefined;
    for (const { limits, usage } of counted) {
      const limit = what === 'requests' ? limits.requestsPerMinute : limits.tokensPerMinute;
      if (limit === undefined) continue;
      const remaining = Math.max(0, limit - usage.minute[what]);
      if (nearest === undefined || remaining < nearest.remaining) nearest = { limit, remaining };
    }
    if (nearest === undefined) continue;
    headers[`x-ratelimit-limit-${what}`] = String(nearest.limit);
    headers[`x-ratelimit-remaining-${what}`] = String(nearest.remaining);
    headers[`x-ratelimit-reset-${what}`] = reset;
  }
  return headers;
}
