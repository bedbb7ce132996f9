/** Times and numbers as the reader's browser writes them. */
const recent = new Intl.DateTimeFormat(undefined, {
  month: 'short',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
  hourCycle: 'h23',
});
const time = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'medium' });
/** With milliseconds and the zone: what is compared with another log. */
const exact = new Intl.DateTimeFormat(undefined, {
  year: 'numeric',
  month: 'short',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
  fractionalSecondDigits: 3,
  hourCycle: 'h23',
  timeZoneName: 'short',
});
const day = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium' });
const number = new Intl.NumberFormat();
const short = new Intl.NumberFormat(undefined, { notation: 'compact', maximumFractionDigits: 1 });
const monthDay = new Intl.DateTimeFormat(undefined, { month: 'short', day: 'numeric' });
const hourMinute = new Intl.DateTimeFormat(undefined, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
const relative = new Intl.RelativeTimeFormat('en', { numeric: 'auto' });

const UNITS = [
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
] as const;

export function formatTime(iso: string): string {
  return time.format(new Date(iso));
}

export function formatExact(iso: string): string {
  return exact.format(new Date(iso));
}

/** Without the year, where lines stand below each other. */
export function formatRecent(iso: string): string {
  return recent.format(new Date(iso));
}

export function formatDay(iso: string): string {
  return day.format(new Date(iso));
}

export function formatNumber(value: number): string {
  return number.format(value);
}

/** "1.2M" for what has many digits; the exact number belongs beside it. */
export function formatShort(value: number): string {
  return value < 10_000 ? formatNumber(value) : short.format(value);
}

/** The beginning of a stretch of so many seconds: the hour, the day, or both. */
export function formatBucket(iso: string, seconds: number): string {
  const at = new Date(iso);
  if (seconds >= 86_400) return monthDay.format(at);
  return seconds <= 900 ? hourMinute.format(at) : `${monthDay.format(at)}, ${hourMinute.format(at)}`;
}

/** "5 minutes ago"; dates beyond a month. */
export function formatAgo(iso: string, now = Date.now()): string {
  const seconds = (Date.parse(iso) - now) / 1000;
  if (Math.abs(seconds) > 30 * 86_400) return formatDay(iso);
  for (const [unit, size] of UNITS) {
    if (Math.abs(seconds) >= size) return relative.format(Math.trunc(seconds / size), unit);
  }
  return relative.format(0, 'second');
}

/** Millionths of a US dollar; with more digits where there is little. */
export function formatCost(microUsd: number): string {
  const dollars = microUsd / 1_000_000;
  if (dollars > 0 && dollars < 0.0001) return '< $0.0001';
  const digits = dollars > 0 && dollars < 1 ? 4 : 2;
  return `$${dollars.toLocaleString(undefined, { minimumFractionDigits: digits, maximumFractionDigits: digits })}`;
}

/** Milliseconds below a second, seconds above. */
export function formatDuration(ms: number): string {
  if (ms > 0 && ms < 0.05) return `< ${number.format(0.1)} ms`;
  if (ms < 10) return `${number.format(Math.round(ms * 10) / 10)} ms`;
  return ms < 1000 ? `${number.format(Math.round(ms))} ms` : `${number.format(Math.round(ms / 100) / 10)} s`;
}

export function formatTarget({ provider, model }: { readonly provider: string; readonly model: string }): string {
  return `${provider} / ${model}`;
}

/** "openai / gpt-4o, echo / echo": where a workspace sends, in order. */
export function formatTargets(targets: readonly { readonly provider: string; readonly model: string }[]): string {
  return targets.map(formatTarget).join(', ');
}
