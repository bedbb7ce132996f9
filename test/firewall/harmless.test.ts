import { describe, expect, test } from 'bun:test';
import { inspectText } from '../../src/firewall/inspect-text.ts';
import { type DetectionPolicy, defaultDetectionPolicy } from '../../src/firewall/policy.ts';
import { generatedTexts, type HarmlessText, lockFile, ownSource, packageSources } from './harmless-text.ts';

/** The release gate: at most one finding in this many characters of harmless technical text, and no secret at all. */
const CHARACTERS_PER_FINDING = 100_000;

interface FalseAlarm {
  readonly where: string;
  readonly what: string;
}

function falseAlarms(texts: readonly HarmlessText[], policy: DetectionPolicy): FalseAlarm[] {
  return texts.flatMap(({ name, text }) =>
    inspectText(text, policy).map((finding) => ({
      where: `${name}:${text.slice(0, finding.start).split('\n').length}`,
      what: `${finding.kind}/${finding.type} ${finding.tier} ${finding.score} ${JSON.stringify(text.slice(finding.start, finding.end).slice(0, 60))}`,
    })),
  );
}

function expectHarmless(texts: readonly HarmlessText[], policy: DetectionPolicy): void {
  const characters = texts.reduce((sum, { text }) => sum + text.length, 0);
  const alarms = falseAlarms(texts, policy);
  const secrets = alarms.filter(({ what }) => what.startsWith('SECRET'));
  const allowed = Math.max(1, Math.floor(characters / CHARACTERS_PER_FINDING));
  const listed = alarms.map(({ where, what }) => `${where} ${what}`);
  expect(secrets).toEqual([]);
  expect(alarms.length, `${listed.length} in ${characters} characters:\n${listed.join('\n')}`).toBeLessThanOrEqual(
    allowed,
  );
}

const POLICIES: readonly { readonly name: string; readonly policy: DetectionPolicy }[] = [
  { name: 'by rules alone', policy: { ...defaultDetectionPolicy, tagger: false } },
  { name: 'with the tagger', policy: defaultDetectionPolicy },
];

for (const { name, policy } of POLICIES) {
  describe(`harmless text stays as it is, ${name}`, () => {
    test('our own source', () => expectHarmless(ownSource(), policy), 60_000);
    test('sources of the installed packages', () => expectHarmless(packageSources(3_000_000), policy), 120_000);
    test('the lock file', () => expectHarmless([lockFile()], policy), 60_000);
    test('logs, versions, hashes, numbers', () => expectHarmless(generatedTexts(400), policy), 60_000);
  });
}
