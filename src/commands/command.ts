import { parseArgs } from 'node:util';
import { type LoadedConfig, loadConfig } from '../configuration/load-config.ts';

export const FAILED = 1;
export const USAGE_ERROR = 2;

/** The words of the command line are wrong; `main` prints the message and exits with 2. */
export class UsageError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'UsageError';
  }
}

export interface OptionDeclaration {
  readonly type: 'string' | 'boolean';
  readonly short?: string;
}

export interface ParsedOptions {
  readonly values: Readonly<Record<string, string | boolean | undefined>>;
  readonly words: readonly string[];
}

/** Parses options, with no other words allowed; `--help` prints `help` and gives undefined. Throws UsageError. */
export function parseOptions(
  args: readonly string[],
  help: string,
  options: Readonly<Record<string, OptionDeclaration>>,
): ParsedOptions | undefined {
  const parsed = parseWordsAndOptions(args, help, options);
  const extra = parsed?.words[0];
  if (extra !== undefined) throw new UsageError(`${JSON.stringify(extra)} is one word too many`);
  return parsed;
}

/** The same, where words are part of the command. */
export function parseWordsAndOptions(
  args: readonly string[],
  help: string,
  options: Readonly<Record<string, OptionDeclaration>>,
): ParsedOptions | undefined {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      options: { ...options, help: { type: 'boolean', short: 'h' } },
      allowPositionals: true,
    });
    if (values.help !== true) return { values: values as ParsedOptions['values'], words: positionals };
  } catch (error) {
    throw new UsageError(error instanceof Error ? firstSentence(error.message) : 'wrong options');
  }
  process.stdout.write(help);
  return undefined;
}

/** Of Node's text the part that says what is wrong, without its advice. */
function firstSentence(text: string): string {
  const sentence = (text.split('\n')[0] ?? '').split(/\. (?=[A-Z])/)[0] ?? '';
  return sentence.charAt(0).toLowerCase() + sentence.slice(1).replace(/\.$/, '');
}

export function textOption(options: ParsedOptions, name: string): string | undefined {
  const value = options.values[name];
  return typeof value === 'string' ? value : undefined;
}

export function requiredOption(options: ParsedOptions, name: string): string {
  const value = textOption(options, name);
  if (value === undefined || value === '') throw new UsageError(`--${name} is missing`);
  return value;
}

export function readConfig(options: ParsedOptions, missingSecrets: 'error' | 'leave-out'): LoadedConfig {
  return loadConfig({ file: textOption(options, 'config'), environment: process.env, missingSecrets });
}

/** One clear line (or one a problem) on stderr, and the exit code. */
export function fail(error: unknown): number {
  if (error instanceof UsageError) {
    process.stderr.write(`onefirewall: ${error.message}; see --help\n`);
    return USAGE_ERROR;
  }
  process.stderr.write(`onefirewall: ${explain(error)}\n`);
  return FAILED;
}

function explain(error: unknown): string {
  if (!(error instanceof Error)) return 'failed for an unknown reason';
  const code = 'code' in error && typeof error.code === 'string' ? error.code : undefined;
  const path = 'path' in error && typeof error.path === 'string' ? error.path : undefined;
  if (path !== undefined && (code === 'EACCES' || code === 'EROFS' || code === 'EPERM'))
    return `${path} is not writable (${code})`;
  if (path !== undefined && code === 'ENOTDIR') return `${path} cannot be made: part of it is not a folder`;
  if (path !== undefined && code === 'ENOSPC') return `${path} cannot be written: the disk is full`;
  if (path !== undefined && code !== undefined) return `${path} cannot be used (${code})`;
  return error.message;
}
