import { describe, expect, test } from 'bun:test';
import {
  type DetectionSettingsInput,
  detectionPolicySchema,
  recogniserSchema,
} from '../../src/contract/detection-policy.ts';
import { MOST_MATCHES, TooManyMatches } from '../../src/firewall/custom/pattern.ts';
import { validateRecogniser } from '../../src/firewall/custom/validate-recogniser.ts';
import { inspectText } from '../../src/firewall/inspect-text.ts';
import { compileDetectionPolicy, detectionPolicyProblems, secretsOnly } from '../../src/firewall/policy.ts';
import { BLOW_UP_MS, startCpuClock } from '../support/linear-time.ts';

const found = (text: string, settings: DetectionSettingsInput): string[] =>
  inspectText(text, compileDetectionPolicy({ tagger: false, ...settings })).map(
    (finding) => `${finding.kind} ${text.slice(finding.start, finding.end)}`,
  );

const keywords = (more: object) => ({ name: 'Projects', kind: 'PROJECT', keywords: ['Blue Heron', 'Osprey'], ...more });
const pattern = (more: object) => ({ name: 'Staff number', kind: 'STAFF_ID', pattern: 'st-[0-9]{5}', ...more });

describe('keyword recognisers', () => {
  test('find whole words in any case, phrases over any blank', () => {
    const settings = { recognisers: [keywords({})] };
    expect(found('the osprey and blue\nheron, not ospreys', settings)).toEqual([
      'PROJECT osprey',
      'PROJECT blue\nheron',
    ]);
  });

  test('respect case and word parts where told to', () => {
    expect(found('Osprey osprey', { recognisers: [keywords({ caseSensitive: true })] })).toEqual(['PROJECT Osprey']);
    expect(found('two ospreys', { recognisers: [keywords({ wholeWords: false })] })).toEqual(['PROJECT osprey']);
  });

  test('find words of scripts without blanks, and keep offsets where lower case grows', () => {
    const settings = { recognisers: [keywords({ keywords: ['青鷺計画', 'osprey'] })] };
    expect(found('これは青鷺計画です', settings)).toEqual(['PROJECT 青鷺計画']);
    expect(found('\u0130\u0130\u0130 Osprey.', settings)).toEqual(['PROJECT Osprey']);
  });

  test('twenty thousand keywords cost a megabyte of text less than a second', () => {
    const list = Array.from({ length: 20_000 }, (_, i) => `codename ${(i * 7919).toString(36)}`);
    const policy = compileDetectionPolicy({ recognisers: [keywords({ keywords: list })] });
    const [recogniser] = policy.custom;
    const text = 'a codename of codename that codename is '.repeat(25_000);
    let count = 0;
    const spent = startCpuClock();
    recogniser?.detect(`${text} codename 0`, () => count++);
    expect(spent()).toBeLessThan(BLOW_UP_MS);
    expect(count).toBe(1);
  });

  test('are found in disguise too', () => {
    expect(found('the O\u200bs\u200bprey plan', { recognisers: [keywords({})] })).toEqual([
      'PROJECT O\u200bs\u200bprey',
    ]);
  });
});

describe('pattern recognisers', () => {
  test('find each match, or the group that is the value', () => {
    expect(found('st-00123 and st-99', { recognisers: [pattern({})] })).toEqual(['STAFF_ID st-00123']);
    const grouped = pattern({ pattern: 'staff: ([a-z]+)', group: 1 });
    expect(found('staff: miller', { recognisers: [grouped] })).toEqual(['STAFF_ID miller']);
  });

  test('with context words count only near one', () => {
    const settings = { recognisers: [pattern({ pattern: '[0-9]{5}', context: ['badge'] })] };
    expect(found('badge 12345', settings)).toEqual(['STAFF_ID 12345']);
    expect(found(`badge ${'. '.repeat(40)} 12345`, settings)).toEqual([]);
  });

  test('hold their time on text made to hurt backtracking', () => {
    const policy = compileDetectionPolicy({ recognisers: [pattern({ pattern: '(a+)+b' })] });
    const spent = startCpuClock();
    policy.custom[0]?.detect('a'.repeat(100_000), () => {});
    expect(spent()).toBeLessThan(BLOW_UP_MS);
  });

  test('that match everywhere end the inspection', () => {
    const settings = { tagger: false, recognisers: [pattern({ pattern: 'x' })] };
    const text = 'x '.repeat(MOST_MATCHES + 1);
    expect(() => inspectText(text, compileDetectionPolicy(settings))).toThrow(TooManyMatches);
  });

  test('do not run where only secrets are looked for, nor when their kind is off', () => {
    const policy = compileDetectionPolicy({ recognisers: [pattern({})] });
    expect(inspectText('st-00123', secretsOnly(policy))).toEqual([]);
    expect(found('st-00123', { recognisers: [pattern({})], kinds: { STAFF_ID: 'off' } })).toEqual([]);
  });
});

describe('what is checked when a recogniser is saved', () => {
  const fields = (settings: object): string[] =>
    validateRecogniser(recogniserSchema.parse(settings)).map((problem) => problem.field);

  test('a good one has no problems', () => {
    expect(fields(pattern({ examples: ['my number is st-00123'], nonExamples: ['st-1'] }))).toEqual([]);
    expect(fields(keywords({ examples: ['OSPREY'], nonExamples: ['ospreys'] }))).toEqual([]);
  });

  test('patterns that do not compile, look around, match nothing at all or are too large', () => {
    for (const bad of ['(', '(?=a)b', '(a)\\1', 'x*', '((?:[a-z]{1,30}-){1,30}x){3}', 'a{2000}']) {
      expect(fields(pattern({ pattern: bad })), bad).toEqual(['pattern']);
    }
    expect(fields(pattern({ group: 2 }))).toEqual(['group']);
  });

  test('examples that are not found and others that are', () => {
    expect(fields(pattern({ examples: ['st-1', 'st-12345'], nonExamples: ['no', 'st-54321'] }))).toEqual([
      'examples[0]',
      'nonExamples[1]',
    ]);
  });

  test('kinds that are built in or would confuse placeholders', () => {
    expect(fields(pattern({ kind: 'SECRET' }))).toEqual(['kind']);
    expect(fields(pattern({ kind: 'STAFF_1' }))).toEqual(['kind']);
    expect(recogniserSchema.safeParse(pattern({ kind: 'staff' })).success).toBe(false);
  });

  test('the path within the whole policy is named', () => {
    const settings = detectionPolicySchema.parse({
      recognisers: [pattern({}), pattern({ pattern: '(' })],
      allow: [{ pattern: '[' }],
      secrets: { allow: [{ pattern: '*' }] },
    });
    expect(detectionPolicyProblems(settings).map((problem) => problem.field)).toEqual([
      'recognisers[1].pattern',
      'allow[0].pattern',
      'secrets.allow[0].pattern',
    ]);
  });
});

describe('allow lists', () => {
  const text = 'write to info@acme.example, anna@eu.acme.example or bob@other.example';

  test('domains with what is below them', () => {
    expect(found(text, { allow: [{ domain: 'acme.example' }] })).toEqual(['EMAIL bob@other.example']);
  });

  test('exact values in any case, for the kinds they name', () => {
    expect(found(text, { allow: [{ value: 'INFO@acme.example' }] })).not.toContain('EMAIL info@acme.example');
    expect(found(text, { allow: [{ value: 'info@acme.example', kinds: ['PHONE'] }] })).toContain(
      'EMAIL info@acme.example',
    );
  });

  test('numbers however their groups are written', () => {
    const card = 'card 4556 7375 8689 9855';
    expect(found(card, {})).toEqual(['CARD 4556 7375 8689 9855']);
    expect(found(card, { allow: [{ value: '4556737586899855' }] })).toEqual([]);
  });

  test('patterns for the whole value only', () => {
    expect(found(text, { allow: [{ pattern: '[a-z]+@other\\.example' }] })).not.toContain('EMAIL bob@other.example');
    expect(found(text, { allow: [{ pattern: 'bob' }] })).toContain('EMAIL bob@other.example');
  });

  test('an entry for personal data never lets a secret out; the list for secrets does', () => {
    const key = ['gh', 'p_'].join('') + ['a8Kx2Lm9', 'Qz7Rt4Vw', 'Yb3Nc6Pd', 'Hs1Jf5Gk', '0000'].join('');
    const leak = `GITHUB_TOKEN=${key}`;
    expect(found(leak, { allow: [{ value: key }, { pattern: '.*' }] })).toEqual([`SECRET ${key}`]);
    expect(found(leak, { secrets: { allow: [{ value: key }] } })).toEqual([]);
  });
});

describe('the schema', () => {
  const issues = (settings: object): string[] =>
    detectionPolicySchema.safeParse(settings).error?.issues.map((issue) => issue.path.join('.')) ?? [];

  test('an empty policy is the default', () => {
    expect(detectionPolicySchema.parse({})).toMatchObject({
      threshold: 0.5,
      tagger: true,
      secrets: { mode: 'refuse' },
    });
  });

  test('unknown keys, kinds and regions are errors', () => {
    expect(issues({ treshold: 0.4 })).toEqual(['']);
    expect(issues({ kinds: { EMIAL: 'off' } })).toEqual(['kinds.EMIAL']);
    expect(issues({ kinds: { SECRET: 'off' } })).toEqual(['kinds.SECRET']);
    expect(issues({ regions: ['Germany'] })).toEqual(['regions.0']);
    expect(issues({ kinds: { STAFF_ID: 'on' }, recognisers: [pattern({})] })).toEqual([]);
  });

  test('kinds and thresholds act', () => {
    const text = 'mail anna@posteo.de';
    expect(found(text, { kinds: { EMAIL: 'off' } })).toEqual([]);
    expect(found(text, { thresholds: { EMAIL: 1 } })).toEqual([]);
    expect(found(text, { threshold: 1, thresholds: { EMAIL: 0.5 } })).toEqual(['EMAIL anna@posteo.de']);
  });
});
