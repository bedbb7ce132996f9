/** The rules of ARCHITECTURE.md, held: who imports whom (its own table is read here), where each package lives, how files look. */
import { describe, expect, test } from 'bun:test';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { type Import, importCircles, ROOT, readSources, roomOf, type SourceFile } from './support/source-tree.ts';

const source = readSources('src/**/*.ts');
const dashboard = readSources('dashboard/**/*.{ts,tsx}');
const everything = [
  ...source,
  ...dashboard,
  ...readSources('{test,bench,training,docs}/**/*.{ts,mjs}'),
  ...readSources('bin/*.mjs'),
];

/** One row of the table: rooms and files that may be imported; `type x` for types only; `all` for every room but `except`. */
interface Rule {
  readonly all: boolean;
  readonly allowed: ReadonlySet<string>;
  readonly types: ReadonlySet<string>;
  readonly except: ReadonlySet<string>;
}

const rules = readTable(readFileSync(join(ROOT, 'ARCHITECTURE.md'), 'utf8'));

describe('who may import whom', () => {
  test('every room of src/ has a row in the table', () => {
    const rooms = [...new Set(source.map(({ path }) => roomOf(path)))];
    expect(rooms.length).toBeGreaterThan(15);
    expect(rooms.filter((room) => !rules.has(room))).toEqual([]);
  });

  test('every import of src/ is in the table', () => {
    const wrong = source.flatMap((file) =>
      file.imports.filter((to) => !isAllowed(file, to)).map((to) => `${file.path} imports ${to.file}`),
    );
    expect(wrong).toEqual([]);
  });

  test('the dashboard takes nothing from the server but the contract', () => {
    const wrong = dashboard.flatMap((file) =>
      file.imports
        .filter((to) => to.file !== undefined && !/^(?:dashboard|src\/contract)\//.test(to.file))
        .map((to) => `${file.path} imports ${to.file}`),
    );
    expect(wrong).toEqual([]);
  });

  test('only src/http/dashboard.ts takes the dashboard, and src/ nothing else from outside', () => {
    const outside = source.flatMap((file) =>
      file.imports
        .filter((to) => to.file !== undefined && !to.file.startsWith('src/') && to.file !== 'package.json')
        .map((to) => `${file.path} imports ${to.file}`),
    );
    expect(outside).toEqual(['src/http/dashboard.ts imports dashboard/index.html']);
  });

  test('a request is sealed as inspected in one place', () => {
    const sealing = source.filter((file) => file.imports.some(({ names }) => names.includes('sealInspected')));
    expect(sealing.map(({ path }) => path)).toEqual(['src/request-path/inspect.ts']);
  });

  test('no file imports itself by a detour, not even for types', () => {
    expect(importCircles(everything, () => true)).toEqual([]);
  });
});

/** Where each package lives. A new dependency gets its home here first. */
const HOMES: Readonly<Record<string, RegExp>> = {
  '@mantine/charts': /^dashboard\//,
  '@mantine/core': /^dashboard\//,
  '@mantine/hooks': /^dashboard\//,
  '@mantine/notifications': /^dashboard\//,
  '@radix-ui/react-icons': /^dashboard\//,
  '@tanstack/react-query': /^dashboard\//,
  '@tanstack/react-router': /^dashboard\//,
  'better-auth': /^src\/authentication\/better-auth\.ts$/,
  bun: /^src\/(?:http|platform)\//,
  'bun:sqlite': /^src\/storage\//,
  jose: /^src\/authentication\/openid\//,
  hono: /^src\/http\/management\//,
  kysely: /^src\/(?:storage\/|.*-store\.ts$)/,
  'libphonenumber-js': /^src\/firewall\/detectors\/phone[a-z-]*\.ts$/,
  'onnxruntime-node': /^src\/external-detectors\//,
  re2js: /^src\/firewall\/custom\//,
  react: /^dashboard\//,
  'react-dom': /^dashboard\//,
  recharts: /^dashboard\//,
  uqr: /^dashboard\//,
  yaml: /^src\/configuration\//,
  // Where text from outside is parsed: the contract, the configuration, the edge, and settings that come back from the database.
  zod: /^(?:src\/(?:contract|configuration|http)\/|src\/workspace\/organization-store\.ts$)/,
};

/** What the runtime gives, and the one place that may take it. */
const ABILITIES: readonly (readonly [ability: string, use: RegExp, home: RegExp])[] = [
  ['calling out', /(?<![.\w])fetch\(|\bnew WebSocket\b|\bBun\.connect\(/, /^src\/platform\/http-client\.ts$/],
  ['listening', /\bBun\.(?:serve|listen)\(/, /^src\/http\/server\.ts$/],
  ['Postgres', /\bBun\.SQL\b/, /^src\/storage\//],
  ['other programs', /\bBun\.spawn|\bnode:child_process\b/, /^$/],
  ['code from text', /\beval\(|\bnew Function\(/, /^$/],
  ['Request and Response', /\bnew (?:Request|Response)\(|\bResponse\.json\(/, /^src\/http\//],
];

describe('where things live', () => {
  test('every package of ours has a home, and every home a package', () => {
    const { dependencies } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as {
      dependencies: Record<string, string>;
    };
    const optional = ['bun:sqlite', 'onnxruntime-node'];
    expect(
      Object.keys(HOMES)
        .filter((name) => !optional.includes(name))
        .sort(),
    ).toEqual(Object.keys(dependencies).sort());
  });

  test('packages are imported in their homes only', () => {
    const strangers = [...source, ...dashboard].flatMap((file) =>
      file.imports
        .filter((to) => to.package !== undefined && !to.package.startsWith('node:'))
        .filter((to) => HOMES[to.package ?? '']?.test(file.path) !== true)
        .map((to) => `${file.path} imports ${to.specifier}`),
    );
    expect(strangers).toEqual([]);
  });

  for (const [ability, use, home] of ABILITIES) {
    test(`${ability} is used in its home only`, () => {
      const strangers = source.filter(({ path, code }) => use.test(code) && !home.test(path));
      expect(strangers.map(({ path }) => path)).toEqual([]);
    });
  }

  test('the contract runs in a browser, and the language of chat anywhere', () => {
    const bound = source.filter(
      ({ path, code, imports }) =>
        /^src\/(?:contract|chat)\//.test(path) &&
        (imports.some((to) => to.package?.startsWith('node:')) || /\bBun\.|\bprocess\./.test(code)),
    );
    expect(bound.map(({ path }) => path)).toEqual([]);
  });

  test('the firewall has no clock, no dice, no environment and no way out', () => {
    const use = /\bDate\.now\(|\bnew Date\(\)|\bperformance\.|\bset(?:Timeout|Interval)\(|\bMath\.random\(|\bprocess\./;
    const way = /^node:(?:net|http|https|tls|dgram|dns|child_process|worker_threads)/;
    const bound = source.filter(
      ({ path, code, imports }) =>
        path.startsWith('src/firewall/') && (use.test(code) || imports.some((to) => way.test(to.specifier))),
    );
    expect(bound.map(({ path }) => path)).toEqual([]);
  });
});

/** Tables: one thing after another, no longer to read for being longer. */
const TABLES = [
  'dashboard/src/text/en.ts',
  'src/firewall/detectors/identifiers/schemes/asia-pacific.ts',
  'src/firewall/detectors/identifiers/schemes/central-and-eastern-europe.ts',
  'src/firewall/detectors/identifiers/schemes/latin-america.ts',
  'src/firewall/detectors/identifiers/schemes/southern-europe.ts',
  'src/firewall/detectors/secrets/vendor-names.ts',
  'test/firewall/catalogue/identifiers.ts',
  'test/firewall/catalogue/secrets-vendors.ts',
];

describe('how files look', () => {
  test('no file is longer than 400 lines, tables aside', () => {
    const long = everything.filter(({ path, lines }) => lines > 400 && !TABLES.includes(path));
    expect(long.map(({ path }) => path)).toEqual([]);
  });

  test('exports have names, and no file only passes on what others export', () => {
    const wrong = everything.filter(
      ({ path, code }) => !path.endsWith('.d.ts') && /^export (?:default|\*|\{[^}]*\} from)/m.test(code),
    );
    expect(wrong.map(({ path }) => path)).toEqual([]);
  });

  test('files and folders are kebab-case and none is a drawer for everything', () => {
    const wrong = everything.filter(({ path }) =>
      path
        .split('/')
        .some(
          (part) =>
            !/^(?:[a-z0-9]+(?:-[a-z0-9]+)*)(?:\.test|\.d)?(?:\.(?:tsx?|mjs))?$/.test(part) ||
            /^(?:utils?|helpers?|common|services?|managers?|misc|index)(?:\.|$)/.test(part),
        ),
    );
    expect(wrong.map(({ path }) => path)).toEqual([]);
  });

  test('imports say the whole name of the file', () => {
    const wrong = everything.flatMap((file) =>
      file.imports
        .filter((to) => to.file !== undefined && !isFile(to.file))
        .map((to) => `${file.path} imports ${to.specifier}`),
    );
    expect(wrong).toEqual([]);
  });

  test('nothing is left for later', () => {
    const wrong = [...source, ...dashboard].filter(({ text }) => /\b(?:TODO|FIXME)\b/.test(text));
    expect(wrong.map(({ path }) => path)).toEqual([]);
  });
});

function isAllowed(from: SourceFile, to: Import): boolean {
  const room = roomOf(from.path);
  if (to.file === undefined || !to.file.startsWith('src/') || roomOf(to.file) === room) return true;
  const rule = rules.get(room);
  const names = [roomOf(to.file), to.file.slice('src/'.length)];
  if (rule === undefined || names.some((name) => rule.except.has(name))) return false;
  return rule.all || names.some((name) => rule.allowed.has(name) || (to.typeOnly && rule.types.has(name)));
}

/** The rows under "Who may import whom": `| `room`, `room` | `a`, `type b` | why |`. */
function readTable(markdown: string): ReadonlyMap<string, Rule> {
  const section = markdown.split(/^## /m).find((part) => part.startsWith('Who may import whom')) ?? '';
  const table = new Map<string, Rule>();
  for (const line of section.split('\n').filter((each) => each.startsWith('| `'))) {
    const [, rooms = '', may = ''] = line.split('|');
    const [allowedText = '', exceptText = ''] = may.split(/\bbut\b/);
    const allowed = spans(allowedText);
    const rule: Rule = {
      all: /\beverything\b/.test(allowedText),
      allowed: new Set(allowed.filter((name) => !name.startsWith('type '))),
      types: new Set(allowed.filter((name) => name.startsWith('type ')).map((name) => name.slice('type '.length))),
      except: new Set(spans(exceptText)),
    };
    for (const room of spans(rooms)) table.set(room, rule);
  }
  return table;
}

function spans(text: string): string[] {
  return [...text.matchAll(/`([^`]+)`/g)].map(([, name = '']) => name);
}

function isFile(path: string): boolean {
  const absolute = join(ROOT, path);
  return basename(path).includes('.') && existsSync(absolute) && statSync(absolute).isFile();
}
