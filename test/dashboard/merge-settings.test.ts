import { describe, expect, test } from 'bun:test';
import { differingSettings, isSame, mergeSettings } from '../../dashboard/src/parts/policy/merge-settings.ts';
import { type WorkspaceSettings, workspaceSettingsSchema } from '../../src/contract/workspace.ts';

const from = workspaceSettingsSchema.parse({
  targets: [{ provider: 'echo', model: 'one' }],
  pii: { default: 'disabled', floor: 'disabled' },
  persona: 'Be brief.',
  limits: { requestsPerMinute: 60, tokensPerDay: 1000 },
});

function merged(mine: Partial<WorkspaceSettings>, theirs: Partial<WorkspaceSettings>): WorkspaceSettings {
  return mergeSettings({ from, mine: { ...from, ...mine }, theirs: { ...from, ...theirs } });
}

describe('two changes to one workspace', () => {
  test('of different settings are both there', () => {
    const targets = [{ provider: 'echo', model: 'two' }];
    expect(merged({ notice: false }, { targets })).toEqual({ ...from, notice: false, targets });
  });

  test('inside one setting are both there', () => {
    const mine = { pii: { default: 'block', floor: 'disabled' } } as const;
    const theirs = { pii: { default: 'disabled', floor: 'obfuscate' } } as const;
    expect(merged(mine, theirs).pii).toEqual({ default: 'block', floor: 'obfuscate' });
    const limits = { mine: { requestsPerMinute: 60 }, theirs: { ...from.limits, requestsPerDay: 5 } };
    expect(merged({ limits: limits.mine }, { limits: limits.theirs }).limits).toEqual({
      requestsPerMinute: 60,
      requestsPerDay: 5,
    });
  });

  test('of the same end with mine; lists are taken whole', () => {
    const mine = [{ provider: 'echo', model: 'mine' }];
    const theirs = [
      { provider: 'echo', model: 'one' },
      { provider: 'echo', model: 'theirs' },
    ];
    expect(merged({ targets: mine, persona: 'Mine.' }, { targets: theirs, persona: 'Theirs.' })).toMatchObject({
      targets: mine,
      persona: 'Mine.',
    });
  });

  test('what one took out stays out, where the other left it as it was', () => {
    const { persona: _, ...without } = from;
    expect(mergeSettings({ from, mine: without, theirs: { ...from, notice: false } })).not.toHaveProperty('persona');
    expect(mergeSettings({ from, mine: { ...from, notice: false }, theirs: without })).not.toHaveProperty('persona');
  });

  test('nothing changed here leaves theirs as it is, and the other way round', () => {
    const theirs = { ...from, persona: 'Theirs.' };
    expect(mergeSettings({ from, mine: from, theirs })).toEqual(theirs);
    expect(mergeSettings({ from, mine: theirs, theirs: from })).toEqual(theirs);
  });

  test('are named by the settings they are about, whatever the order of keys', () => {
    const reordered = Object.fromEntries(Object.entries(from).reverse()) as WorkspaceSettings;
    expect(isSame(from, reordered)).toBe(true);
    expect(differingSettings(from, reordered)).toEqual([]);
    expect(differingSettings(from, { ...reordered, notice: false, persona: 'x' }).sort()).toEqual([
      'notice',
      'persona',
    ]);
  });
});
