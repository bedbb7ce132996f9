import type { DetectionSettings } from '../../contract/detection-policy.ts';
import type { ExplainedFinding } from '../../contract/explain.ts';
import { typeName } from '../custom/recogniser.ts';
import type { TypeEntry } from '../detectors/detector.ts';
import { PERSONAL_DETECTORS, SECRET_DETECTORS, TAGGER_DETECTORS } from '../detectors/registry.ts';
import type { Finding } from '../finding.ts';

type Rule = Pick<ExplainedFinding, 'title' | 'rule' | 'detector'>;

/** What recognised a finding, in words: from the catalogue of types, or the workspace's own recognisers. */
export function ruleOf({ kind, type, tier }: Finding, settings: DetectionSettings): Rule {
  if (tier === 'T2') {
    return { title: kind, rule: 'an external detector of this gateway', detector: 'external' };
  }
  const own = settings.recognisers.find((each) => each.kind === kind && (typeName(each.name) || kind) === type);
  const known = catalogue().get(`${tier} ${type}`);
  if (tier === 'T1') {
    return {
      title: known?.entry.title ?? kind,
      rule: 'the tagger, a model that reads words in their sentence',
      detector: 'tagger',
    };
  }
  if (own !== undefined && known?.entry.kind !== kind) {
    const by = 'keywords' in own ? 'its list of keywords' : 'its pattern';
    return { title: own.name, rule: `a recogniser of this workspace, by ${by}`, detector: own.name };
  }
  if (known === undefined) return { title: type, rule: 'a rule of the firewall', detector: 'firewall' };
  return { title: known.entry.title, rule: known.entry.source, detector: known.detector };
}

interface Known {
  readonly detector: string;
  readonly entry: TypeEntry;
}

let byTierAndType: ReadonlyMap<string, Known> | undefined;

function catalogue(): ReadonlyMap<string, Known> {
  byTierAndType ??= new Map(
    [...SECRET_DETECTORS, ...PERSONAL_DETECTORS, ...TAGGER_DETECTORS].flatMap(({ name, tier, types }) =>
      types.map((entry): [string, Known] => [`${tier} ${entry.type}`, { detector: name, entry }]),
    ),
  );
  return byTierAndType;
}
