import { type Document, isAlias, isMap, isScalar, isSeq, LineCounter, parseDocument, visit } from 'yaml';

/** One thing wrong with the configuration, said with its place. */
export interface ConfigProblem {
  /** 1-based; undefined where the setting came from the environment or is missing altogether. */
  readonly line: number | undefined;
  /** `workspaces[0].targets[1].provider`; empty for the file as a whole. */
  readonly field: string;
  readonly message: string;
  /** The environment variable that set the field. */
  readonly variable?: string | undefined;
}

export interface YamlSource {
  readonly value: unknown;
  readonly problems: readonly ConfigProblem[];
  /** The line of a field, or of the nearest parent that the file has. */
  lineOf(path: readonly (string | number)[]): number | undefined;
}

/** Reads YAML 1.2 (yaml.org/spec/1.2.2), keeping where each field stands. Duplicate keys are problems, like any syntax error. */
export function readYaml(text: string): YamlSource {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false, uniqueKeys: true });
  const problem = (offset: number, message: string): ConfigProblem => ({
    line: lines.linePos(offset).line,
    field: '',
    message: `not valid YAML: ${message}`,
  });
  const problems = document.errors.map((error) => problem(error.pos[0], error.message.split('\n')[0] ?? ''));
  if (problems.length === 0) problems.push(...brokenAliases(document, problem));
  let value: unknown;
  try {
    if (problems.length === 0) value = document.toJS({ maxAliasCount: 100 }) ?? {};
  } catch {
    problems.push(problem(0, 'aliases make it too large'));
  }
  return {
    value,
    problems,
    lineOf(path) {
      let node: unknown = document.contents;
      let offset: number | undefined;
      for (const step of path) {
        if (isAlias(node)) node = node.resolve(document);
        if (isMap(node)) {
          const pair = node.items.find((item) => isScalar(item.key) && String(item.key.value) === String(step));
          if (pair === undefined) break;
          if (isScalar(pair.key)) offset = pair.key.range?.[0] ?? offset;
          node = pair.value;
        } else if (isSeq(node)) {
          const item = node.items[Number(step)];
          if (item === undefined) break;
          node = item;
          if (isMap(node) || isScalar(node) || isSeq(node)) offset = node.range?.[0] ?? offset;
        } else break;
      }
      return offset === undefined ? undefined : lines.linePos(offset).line;
    },
  };
}

/** Aliases (YAML 1.2.2, section 7.1) of what is not there, or of what they stand in. */
function brokenAliases(
  document: Document.Parsed,
  problem: (offset: number, message: string) => ConfigProblem,
): ConfigProblem[] {
  const found: ConfigProblem[] = [];
  visit(document, {
    Alias(_key, alias, path) {
      const target = alias.resolve(document);
      const offset = alias.range?.[0] ?? 0;
      if (target === undefined)
        found.push(problem(offset, `nothing before *${alias.source} is called &${alias.source}`));
      else if (path.includes(target)) found.push(problem(offset, `*${alias.source} stands in itself`));
    },
  });
  return found;
}

const REFERENCE = /\$\{([A-Za-z_][A-Za-z0-9_]*)\}/g;

/**
 * Replaces `${NAME}` in every string of a value by the environment's NAME. A reference to a variable that is not set is reported
 * and leaves the field undefined: an empty key would be sent as a key.
 */
export function resolveReferences(
  value: unknown,
  environment: Readonly<Record<string, string | undefined>>,
  report: (path: readonly (string | number)[], name: string) => void,
  path: readonly (string | number)[] = [],
): unknown {
  if (typeof value === 'string') {
    let missing = false;
    const resolved = value.replace(REFERENCE, (_all, name: string) => {
      const found = environment[name];
      if (found !== undefined && found !== '') return found;
      missing = true;
      report(path, name);
      return '';
    });
    return missing ? undefined : resolved;
  }
  if (Array.isArray(value)) {
    return value.map((item, index) => resolveReferences(item, environment, report, [...path, index]));
  }
  if (typeof value === 'object' && value !== null) {
    return Object.fromEntries(
      Object.entries(value).map(([key, item]) => [key, resolveReferences(item, environment, report, [...path, key])]),
    );
  }
  return value;
}
