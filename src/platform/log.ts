/**
 * Structured logs: one JSON object a line on stderr (stdout belongs to command results). Fields are ids, counts, codes and
 * durations; a prompt, key or detected value has no field to be in. An error is logged by its class and code, never by its text,
 * because texts of foreign errors quote what they choked on.
 */
export const LOG_LEVELS = ['debug', 'info', 'warn', 'error', 'silent'] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];
export type LogFields = Readonly<Record<string, string | number | boolean | null | undefined>>;

export interface Log {
  readonly level: LogLevel;
  debug(event: string, fields?: LogFields): void;
  info(event: string, fields?: LogFields): void;
  warn(event: string, fields?: LogFields): void;
  error(event: string, fields?: LogFields): void;
}

export function createLog(level: LogLevel, write: (line: string) => void = writeStderr): Log {
  const threshold = LOG_LEVELS.indexOf(level);
  const at = (name: LogLevel) => {
    if (LOG_LEVELS.indexOf(name) < threshold) return () => {};
    return (event: string, fields?: LogFields) => {
      write(`${JSON.stringify({ time: new Date().toISOString(), level: name, event, ...fields })}\n`);
    };
  };
  return { level, debug: at('debug'), info: at('info'), warn: at('warn'), error: at('error') };
}

/** What may be said of an error in a log: its class and, where it has one, its code. */
export function describeError(error: unknown): { error: string; code?: string } {
  if (!(error instanceof Error)) return { error: typeof error };
  const code = 'code' in error && typeof error.code === 'string' ? error.code : undefined;
  const cause = error.cause instanceof Error ? ` < ${error.cause.name}` : '';
  return code === undefined ? { error: error.name + cause } : { error: error.name + cause, code };
}

function writeStderr(line: string): void {
  process.stderr.write(line);
}
