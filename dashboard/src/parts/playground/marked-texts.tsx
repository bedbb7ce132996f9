import type { ExplainedFinding } from '../../../../src/contract/explain.ts';
import { text } from '../../text/en.ts';
import { VisibleText } from '../visible-text.tsx';
import { Mark, TipFacts } from './mark.tsx';
import { placeholdersIn, restoredIn, type Segment, segmentsOf } from './segments.ts';
import type { RestoredValue } from './turn.ts';

const say = text.playground;

/** What a person wrote, with what the firewall saw in it. */
export function WroteText({
  wrote,
  findings,
}: {
  readonly wrote: string;
  readonly findings: readonly ExplainedFinding[];
}) {
  const spans = findings.map((finding) => ({ start: finding.start, end: finding.end, mark: finding }));
  return segmentsOf(wrote, spans).map(({ at, text: piece, mark }) =>
    mark === undefined ? (
      <VisibleText key={at} text={piece} />
    ) : (
      <Mark key={at} shown={piece} kind={mark.kind} label={labelOf(mark)}>
        <FindingTip finding={mark} />
      </Mark>
    ),
  );
}

/** Of a secret the type says more than the kind; a workspace's own recogniser, which is its own detector, has a name. */
const labelOf = ({ kind, title, detector }: ExplainedFinding): string =>
  kind === 'SECRET' || detector === title ? title : text.kind(kind);

/** Why a value was found: for the tip, and for lists of near misses. */
function FindingTip({ finding }: { readonly finding: ExplainedFinding }) {
  const { title, rule, tier, view, reads, score, placeholder } = finding;
  const facts: (readonly [string, string])[] = [
    [say.tip.rule, rule],
    [say.tip.tier, say.tiers[tier]],
    [say.tip.score, say.percent(score)],
  ];
  if (view !== 'original') facts.push([say.tip.view, say.views[view]]);
  if (reads !== null) facts.push([say.tip.reads, reads]);
  if (placeholder !== null) facts.push([say.tip.becomes, placeholder]);
  return <TipFacts title={title} facts={facts} />;
}

/** What a provider was sent or said, with the placeholders in it. */
export function PlaceholderText({
  shown,
  values,
}: {
  readonly shown: string;
  readonly values: ReadonlyMap<string, RestoredValue>;
}) {
  return segmentsOf(shown, placeholdersIn(shown)).map((segment: Segment<string>) => {
    const { at, text: piece, mark: kind } = segment;
    const stands = values.get(piece);
    // A placeholder that stands for nothing here is a word like any other.
    if (kind === undefined || stands === undefined) return <VisibleText key={at} text={piece} />;
    return (
      <Mark key={at} shown={piece} kind={kind} label={null}>
        <TipFacts
          title={text.kind(kind)}
          facts={[[say.tip.standsFor, <VisibleText key="value" text={stands.value} />]]}
        />
      </Mark>
    );
  });
}

/** What came back, with the values that were put back into it. */
export function BackText({
  raw,
  back,
  values,
}: {
  readonly raw: string;
  readonly back: string;
  readonly values: ReadonlyMap<string, RestoredValue>;
}) {
  return segmentsOf(back, restoredIn(raw, back, values)).map(({ at, text: piece, mark }) =>
    mark === undefined ? (
      <VisibleText key={at} text={piece} />
    ) : (
      <Mark key={at} shown={piece} kind={mark.kind} label={null}>
        <TipFacts title={text.kind(mark.kind)} facts={[[say.tip.restoredFrom, mark.placeholder]]} />
      </Mark>
    ),
  );
}
