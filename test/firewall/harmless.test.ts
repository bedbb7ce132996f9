import { describe, expect, test } from 'bun:test';
import { inspectText } from '../../src/firewall/inspect-text.ts';
import { defaultDetectionPolicy } from '../../src/firewall/policy.ts';
import { generatedTexts, type HarmlessText, lockFile, ownSource, packageSources } from './harmless-text.ts';

/** The release gate: at most one finding in this many characters of harmless technical text, and no secret at all. */
const CHARACTERS_PER_FINDING = 100_000;

interface FalseAlarm {
  readonly where: string;
  readonly what: string;
}

function falseAlarms(texts: readonly HarmlessText[]): FalseAlarm[] {
  return texts.flatMap(({ name, text }) =>
    inspectText(text, defaultDetectionPolicy).map((finding) => ({
      where: `${name}:${text.slice(0, finding.start).split('\n').length}`,
      what: `${finding.kind}/${finding.type} ${finding.tier} ${finding.score} ${JSON.stringify(text.slice(finding.start, finding.end).slice(0, 60))}`,
    })),
  );
}

function expectHarmless(texts: readonly HarmlessText[]): void {
  const characters = texts.reduce((sum, { text }) => sum + text.length, 0);
  const alarms = falseAlarms(texts);
  const secrets = alarms.filter(({ what }) => what.startsWith('SECRET'));
  const allowed = Math.max(1, Math.floor(characters / CHARACTERS_PER_FINDING));
  const listed = alarms.map(({ where, what }) => `${where} ${what}`);
  expect(secrets).toEqual([]);
  expect(alarms.length, `${listed.length} in ${characters} characters:\n${listed.join('\n')}`).toBeLessThanOrEqual(
    allowed,
  );
}

describe('harmless text stays as it is', () => {
  test('our own source', () => expectHarmless(ownSource()), 60_000);
  test('sources of the installed packages', () => expectHarmless(packageSources(3_000_000)), 120_000);
  test('the lock file', () => expectHarmless([lockFile()]), 60_000);
  test('logs, versions, hashes, numbers', () => expectHarmless(generatedTexts(400)), 60_000);
});
