import { existsSync, readFileSync } from 'node:fs';
import { dirname, isAbsolute, resolve } from 'node:path';
import type { z } from 'zod';
import { detectionPolicyProblems } from '../firewall/policy.ts';
import { type Config, configSchema } from './config-schema.ts';
import { type ConfigProblem, readYaml, resolveReferences, type YamlSource } from './yaml-source.ts';

export type Environment = Readonly<Record<string, string | undefined>>;

export interface LoadedConfig {
  readonly config: Config;
  /** The file it came from; undefined where everything is default or environment. */
  readonly file: string | undefined;
  /** Relative paths of the configuration start here: the file's folder, else the working directory. */
  readonly folder: string;
  /** `${NAME}` references to variables that are not set, where `missingSecrets` allows them. */
  readonly missing: readonly ConfigProblem[];
}

/** The configuration cannot be used. `problems` say why, each with line and field. */
export class ConfigError extends Error {
  readonly problems: readonly ConfigProblem[];
  constructor(file: string | undefined, found: readonly ConfigProblem[]) {
    const problems = found.toSorted((a, b) => (a.line ?? 0) - (b.line ?? 0));
    super(problems.map((problem) => describeProblem(file, problem)).join('\n'));
    this.name = 'ConfigError';
    this.problems = problems;
  }
}

export interface LoadOptions {
  /** From `--config`; else ONEFIREWALL_CONFIG; else `./onefirewall.yaml` where it exists. */
  readonly file?: string | undefined;
  readonly environment: Environment;
  /** What an unset `${NAME}` means: an error, or a field left out (commands that call no provider). */
  readonly missingSecrets?: 'error' | 'leave-out';
}

/** Reads file and environment (which wins), and checks every setting. Throws ConfigError. */
export function loadConfig(options: LoadOptions): LoadedConfig {
  const file = chooseFile(options);
  const source = file === undefined ? EMPTY : readYaml(readFile(file));
  if (source.problems.length > 0) throw new ConfigError(file, source.problems);
  if (typeof source.value !== 'object' || source.value === null || Array.isArray(source.value)) {
    throw new ConfigError(file, [{ line: 1, field: '', message: 'must be a mapping of settings' }]);
  }
  const missing: ConfigProblem[] = [];
  const resolved = resolveReferences(source.value, options.environment, (path, name) => {
    missing.push({ line: source.lineOf(path), field: fieldName(path), message: `the variable ${name} is not set` });
  }) as Record<string, unknown>;
  if (missing.length > 0 && options.missingSecrets !== 'leave-out') throw new ConfigError(file, missing);
  const { problems, variables } = overlayEnvironment(resolved, options.environment);
  const checked = configSchema.safeParse(resolved);
  if (!checked.success) problems.push(...checked.error.issues.flatMap((issue) => problemsOf(issue, source, variables)));
  if (problems.length > 0 || !checked.success) throw new ConfigError(file, problems);
  const wrong = crossCheck(checked.data, source);
  if (wrong.length > 0) throw new ConfigError(file, wrong);
  return { config: checked.data, file, folder: file === undefined ? process.cwd() : dirname(file), missing };
}

/** A path of the configuration as an absolute one. */
export function pathIn(folder: string, path: string): string {
  return isAbsolute(path) ? path : resolve(folder, path);
}

export function describeProblem(file: string | undefined, problem: ConfigProblem): string {
  if (problem.variable !== undefined) return `environment: ${problem.variable}: ${problem.message} (${problem.field})`;
  const place = [file ?? 'configuration', problem.line].filter((part) => part !== undefined).join(':');
  return `${place}: ${problem.field === '' ? '' : `${problem.field}: `}${problem.message}`;
}

const EMPTY: YamlSource = { value: {}, problems: [], lineOf: () => undefined };

function chooseFile(options: LoadOptions): string | undefined {
  const named = options.file ?? options.environment.ONEFIREWALL_CONFIG;
  if (named !== undefined && named !== '') return resolve(named);
  const usual = resolve('onefirewall.yaml');
  return existsSync(usual) ? usual : undefined;
}

function readFile(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    const message = code === 'ENOENT' ? 'there is no such file' : `cannot be read (${String(code)})`;
    throw new ConfigError(file, [{ line: undefined, field: '', message }]);
  }
}

const SECTIONS = ['server', 'storage', 'log', 'upstream', 'firewall', 'organization'] as const;
type Section = (typeof SECTIONS)[number];

interface Overlay {
  readonly problems: ConfigProblem[];
  /** Which variable set which field. */
  readonly variables: ReadonlyMap<string, string>;
}

/** ONEFIREWALL_SERVER_MAX_BODY_MB sets `server.maxBodyMb`; DATABASE_URL and PORT are understood as platforms set them. */
function overlayEnvironment(settings: Record<string, unknown>, environment: Environment): Overlay {
  const problems: ConfigProblem[] = [];
  const variables = new Map<string, string>();
  const set = (section: Section, key: string, name: string): void => {
    const current = settings[section];
    const target = typeof current === 'object' && current !== null ? { ...current } : {};
    settings[section] = { ...target, [key]: valueFor(section, key, environment[name] ?? '') };
    variables.set(`${section}.${key}`, name);
  };
  if (environment.DATABASE_URL) set('storage', 'url', 'DATABASE_URL');
  if (environment.PORT) set('server', 'port', 'PORT');
  if (environment.ONEFIREWALL_DATA_DIR) settings.dataDir = environment.ONEFIREWALL_DATA_DIR;
  for (const [name, text] of Object.entries(environment)) {
    if (!name.startsWith('ONEFIREWALL_') || text === undefined || text === '') continue;
    const rest = name.slice('ONEFIREWALL_'.length).toLowerCase();
    const section = SECTIONS.find((candidate) => rest.startsWith(`${candidate}_`));
    if (section === undefined) continue;
    const key = rest.slice(section.length + 1).replace(/_([a-z])/g, (_all, letter: string) => letter.toUpperCase());
    const field = `${section}.${key}`;
    if (key in sectionShape(section)) set(section, key, name);
    else problems.push({ line: undefined, field, message: 'there is no such setting', variable: name });
  }
  return { problems, variables };
}

function sectionShape(section: Section): Readonly<Record<string, z.ZodType>> {
  return configSchema.shape[section].unwrap().shape;
}

/** The text itself where the setting is a text, else the number or boolean that it spells. */
function valueFor(section: Section, key: string, text: string): string | number | boolean {
  if (sectionShape(section)[key]?.safeParse(text).success === true) return text;
  if (text === 'true' || text === 'false') return text === 'true';
  return /^\d+(?:\.\d+)?$/.test(text) ? Number(text) : text;
}

function problemsOf(
  issue: z.core.$ZodIssue,
  source: YamlSource,
  variables: ReadonlyMap<string, string>,
): ConfigProblem[] {
  const path = issue.path.filter((step) => typeof step !== 'symbol');
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({
      line: source.lineOf([...path, key]),
      field: fieldName([...path, key]),
      message: 'there is no such setting',
    }));
  }
  const field = fieldName(path);
  const variable = variables.get(field);
  return [{ line: variable === undefined ? source.lineOf(path) : undefined, field, message: issue.message, variable }];
}

/** What no single field can tell: names that repeat, targets and members that point nowhere, recognisers that do not work. */
function crossCheck(config: Config, source: YamlSource): ConfigProblem[] {
  const problems: ConfigProblem[] = [];
  const say = (path: readonly (string | number)[], message: string) =>
    problems.push({ line: source.lineOf(path), field: fieldName(path), message });
  const unique = (list: readonly string[], section: string, key: string) =>
    list.forEach((name, index) => {
      if (list.indexOf(name) !== index) say([section, index, key], `${name} is declared twice`);
    });
  const providers = config.providers.map((provider) => provider.name);
  const emails = config.users.map((user) => user.email.toLowerCase());
  unique(providers, 'providers', 'name');
  unique(emails, 'users', 'email');
  const methods = config.signIn.openid.map((method) => method.name);
  methods.forEach((name, index) => {
    if (methods.indexOf(name) !== index) say(['signIn', 'openid', index, 'name'], `${name} is declared twice`);
  });
  if (config.signIn.passwords === 'owners' && !config.signIn.openid.some(({ enabled }) => enabled)) {
    say(['signIn', 'passwords'], 'nobody but owners could sign in: declare an issuer under signIn.openid too');
  }
  unique(
    config.workspaces.map((workspace) => workspace.name),
    'workspaces',
    'name',
  );
  config.workspaces.forEach((workspace, at) => {
    const rules = workspace.detection === undefined ? [] : detectionPolicyProblems(workspace.detection);
    for (const { field, message } of rules) {
      const steps = field.split(/[.[\]]+/).filter((step) => step !== '');
      say(['workspaces', at, 'detection', ...steps.map((step) => (/^\d+$/.test(step) ? Number(step) : step))], message);
    }
    workspace.detection?.external.forEach((name, index) => {
      if (config.firewall[name] === undefined) {
        say(['workspaces', at, 'detection', 'external', index], `firewall.${name} is not set in this file`);
      }
    });
    workspace.targets.forEach((target, index) => {
      if (!providers.includes(target.provider)) {
        say(['workspaces', at, 'targets', index, 'provider'], `there is no provider ${target.provider} in this file`);
      }
    });
    workspace.members.forEach((member, index) => {
      if (!emails.includes(member.email.toLowerCase())) {
        say(['workspaces', at, 'members', index, 'email'], `there is no user ${member.email} in this file`);
      }
    });
  });
  return problems;
}

function fieldName(path: readonly (string | number)[]): string {
  return path.map((step, index) => (typeof step === 'number' ? `[${step}]` : index === 0 ? step : `.${step}`)).join('');
}
