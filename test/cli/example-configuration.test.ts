/** onefirewall.example.yaml is the reference of the configuration: complete, and true. */
import { expect, test } from 'bun:test';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { z } from 'zod';
import { configSchema } from '../../src/configuration/config-schema.ts';
import { readYaml } from '../../src/configuration/yaml-source.ts';
import { inFolder, run } from './program.ts';

const text = readFileSync(join(import.meta.dir, '../../onefirewall.example.yaml'), 'utf8');
/** Settings stand behind a # without a space; what is prose stays a comment. */
const whole = text.replaceAll(/^#(?=[a-z]| {2})/gm, '').replaceAll(/^( +)#(?=[a-z])/gm, '$1');

test('as it stands it changes nothing', () => {
  expect(configSchema.parse(readYaml(text).value)).toEqual(configSchema.parse({}));
});

test('with every comment taken away it is still a valid configuration', async () => {
  await inFolder(async (folder) => {
    await Bun.write(join(folder, 'onefirewall.yaml'), whole);
    const env = {
      OPENAI_API_KEY: 'x',
      OPENID_CLIENT_SECRET: 'x',
      ONEFIREWALL_MASTER_KEY: Buffer.alloc(32).toString('base64'),
    };
    const { code, stdout, stderr } = await run(['check-config'], { cwd: folder, env });
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toContain('1 provider, 1 workspace, 1 user');
  });
});

test('it names every setting, with its true default or the word unset', () => {
  const source = readYaml(whole);
  const lines = whole.split('\n');
  const wrong: string[] = [];
  let seen = 0;
  walk(configSchema, source.value, []);
  expect(wrong).toEqual([]);
  expect(seen).toBeGreaterThan(80);

  function walk(schema: z.core.$ZodType, value: unknown, path: readonly (string | number)[]): void {
    const { def } = schema._zod as { def: Definition };
    switch (def.type) {
      case 'object':
        for (const [key, field] of Object.entries(def.shape)) walkField(field, value, [...path, key]);
        break;
      case 'array':
        walkItems(def.element, value, path);
        break;
      case 'optional':
      case 'nullable':
      case 'default':
      case 'prefault':
        walk(def.innerType, value, path);
        break;
    }
  }

  function walkField(field: z.core.$ZodType, parent: unknown, path: readonly (string | number)[]): void {
    seen++;
    const key = String(path.at(-1));
    const name = path.join('.');
    if (typeof parent !== 'object' || parent === null || !(key in parent)) {
      wrong.push(`${name} is not named`);
      return;
    }
    const value = (parent as Record<string, unknown>)[key];
    const { def } = field._zod as { def: Definition };
    const line = lines[(source.lineOf(path) ?? 1) - 1] ?? '';
    const holdsSettings = hasSettings(field);
    if (!holdsSettings && def.type === 'default' && def.defaultValue !== null) {
      if (!Bun.deepEquals(value, def.defaultValue)) wrong.push(`${name} is ${JSON.stringify(def.defaultValue)}`);
    } else if (!holdsSettings && (def.type === 'optional' || def.type === 'default')) {
      if (!line.includes('# unset')) wrong.push(`${name} is unset by default: ${line}`);
    }
    walk(field, value, path);
  }

  /** The choices of a union are shown as one item each, so every choice must fit one. */
  function walkItems(element: z.core.$ZodType, value: unknown, path: readonly (string | number)[]): void {
    if (!Array.isArray(value)) return;
    const { def } = element._zod as { def: Definition };
    const choices = def.type === 'union' ? def.options : [element];
    for (const choice of choices) {
      if (!hasSettings(choice)) continue;
      const at = value.findIndex((item) => (choice as z.ZodType).safeParse(item).success);
      if (at === -1) wrong.push(`${path.join('.')} lacks an item of one form`);
      else walk(choice, value[at], [...path, at]);
    }
  }
});

/** The parts of zod's definitions that are walked (zod.dev/library-authors). */
type Definition =
  | { readonly type: 'object'; readonly shape: Record<string, z.core.$ZodType> }
  | { readonly type: 'array'; readonly element: z.core.$ZodType }
  | { readonly type: 'union'; readonly options: readonly z.core.$ZodType[] }
  | { readonly type: 'optional' | 'nullable' | 'prefault'; readonly innerType: z.core.$ZodType }
  | { readonly type: 'default'; readonly innerType: z.core.$ZodType; readonly defaultValue: unknown }
  | { readonly type: 'string' };

/** Whether names of settings stand inside. */
function hasSettings(schema: z.core.$ZodType): boolean {
  const { def } = schema._zod as { def: Definition };
  switch (def.type) {
    case 'object':
      return Object.keys(def.shape).length > 0;
    case 'array':
      return hasSettings(def.element);
    case 'union':
      return def.options.some(hasSettings);
    case 'optional':
    case 'nullable':
    case 'default':
    case 'prefault':
      return hasSettings(def.innerType);
    default:
      return false;
  }
}
