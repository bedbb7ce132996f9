/** What a policy does, in plain sentences: made from the settings, so that it cannot say anything else. */
import type { DetectionSettings } from '../../src/contract/detection-policy.ts';
import { KINDS_OFF_BY_DEFAULT, PERSONAL_KINDS } from '../../src/contract/kinds.ts';
import type { PiiMode, WorkspaceSettings } from '../../src/contract/workspace.ts';
import { formatNumber } from './format.ts';
import { DETECTION_DEFAULTS } from './policy-defaults.ts';
import { text } from './text/en.ts';

const say = text.summary;

/** One thing the policy does. */
export interface SummaryLine {
  /** What it is about; one icon each. */
  readonly about: 'personal' | 'kinds' | 'secrets' | 'unreadable' | 'answers' | 'restore' | 'conversation' | 'limits';
  readonly sentences: readonly string[];
}

export function summarizePolicy(settings: WorkspaceSettings): readonly SummaryLine[] {
  const detection = settings.detection ?? DETECTION_DEFAULTS;
  const { mode, allow } = detection.secrets;
  const lines: readonly SummaryLine[] = [
    { about: 'personal', sentences: [personalData(settings.pii)] },
    { about: 'kinds', sentences: whatCounts(detection) },
    {
      about: 'secrets',
      sentences: [say.secrets[mode], ...(allow.length === 0 ? [] : [say.secretsAllow(allow.length)])],
    },
    { about: 'unreadable', sentences: [say.unreadable[detection.unreadable]] },
    { about: 'answers', sentences: answers(settings.answers) },
    { about: 'restore', sentences: restoring(settings.restore) },
    { about: 'conversation', sentences: settings.persona === undefined ? [] : [say.persona] },
    { about: 'limits', sentences: limits(settings.limits) },
  ];
  return lines.filter(({ sentences }) => sentences.length > 0);
}

function personalData({ default: normal, floor }: { readonly default: PiiMode; readonly floor: PiiMode }): string {
  if (floor === 'block') return say.pii.blockAlways;
  if (floor === 'obfuscate') return normal === 'block' ? say.pii.blockOrMask : say.pii.maskAlways;
  return {
    disabled: say.pii.passes,
    obfuscate: say.pii.maskUnlessAsked,
    block: say.pii.blockUnlessAsked,
  }[normal];
}

function whatCounts(detection: DetectionSettings): string[] {
  const own = [...new Set(detection.recognisers.map(({ kind }) => kind))];
  const usual = PERSONAL_KINDS.filter((kind) => !KINDS_OFF_BY_DEFAULT.includes(kind));
  const off = usual.filter((kind) => detection.kinds[kind] === 'off');
  const on = usual.filter((kind) => detection.kinds[kind] !== 'off');
  const ownOn = own.filter((kind) => isOn(kind, detection));
  const other = Object.keys(detection.thresholds);
  const { threshold, external } = detection;
  return [
    kindsSentence(on, off),
    ...(ownOn.length === 0 ? [] : [say.own(named(ownOn))]),
    ...(threshold === DETECTION_DEFAULTS.threshold ? [] : [say.threshold(formatNumber(threshold))]),
    ...(other.length === 0 ? [] : [say.thresholds(named(other))]),
    ...(detection.tagger ? [] : [say.noTagger]),
    ...(external.length === 0 ? [] : [say.external(say.list.format(external.map((name) => say.externals[name])))]),
    ...(detection.allow.length === 0 ? [] : [say.allow(detection.allow.length)]),
  ];
}

function kindsSentence(on: readonly string[], off: readonly string[]): string {
  if (on.length === 0) return say.noKinds;
  if (off.length === 0) return say.allKinds;
  return off.length <= on.length ? say.kindsBut(named(off)) : say.kindsOnly(named(on));
}

/** Whether a kind counts: as the policy says, else as usual. */
export function isOn(kind: string, { kinds }: Pick<DetectionSettings, 'kinds'>): boolean {
  const said = kinds[kind];
  return said === undefined ? !KINDS_OFF_BY_DEFAULT.some((off) => off === kind) : said === 'on';
}

function answers({ personal, secrets }: WorkspaceSettings['answers']): string[] {
  if (personal === 'off' && secrets === 'off') return [say.answersOff];
  return [
    ...(personal === 'off' ? [] : [say.answers.personal[personal]]),
    ...(secrets === 'off' ? [] : [say.answers.secrets[secrets]]),
  ];
}

function restoring({ allowedHosts, excludedTools }: WorkspaceSettings['restore']): string[] {
  return [
    ...(allowedHosts.length === 0 ? [] : [say.hosts(say.list.format(allowedHosts))]),
    ...(excludedTools === 'all' ? [say.allTools] : []),
    ...(excludedTools === 'all' || excludedTools.length === 0 ? [] : [say.tools(say.list.format(excludedTools))]),
  ];
}

function limits(given: WorkspaceSettings['limits']): string[] {
  const parts = (['requestsPerMinute', 'tokensPerMinute', 'requestsPerDay', 'tokensPerDay'] as const).flatMap(
    (name) => {
      const limit = given?.[name];
      return limit === undefined ? [] : [say.limit[name](formatNumber(limit))];
    },
  );
  return parts.length === 0 ? [] : [say.limits(say.list.format(parts))];
}

/** In the middle of a sentence. */
function named(kinds: readonly string[]): string {
  return say.list.format(kinds.map((kind) => text.kindInSentence(kind)));
}
