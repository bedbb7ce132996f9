import type { AuditEntry, AuditStep } from '../../../../src/contract/audit.ts';
import { formatDuration, formatExact } from '../../format.ts';
import { text } from '../../text/en.ts';
import classes from './timeline.module.css';

const say = text.audit.timeline;

/** The way of a request through the gateway: each step as long as it took, below each other from left to right. */
export function Timeline({ entry }: { readonly entry: AuditEntry }) {
  const { timeline, startedAt, state } = entry;
  const end = Math.max(0.1, ...timeline.map(({ atMs }) => atMs));
  const arrived = Date.parse(startedAt);
  const steps = timeline.slice(1).map((step, index) => ({ step, begin: timeline[index]?.atMs ?? 0 }));
  return (
    <ol className={classes.steps} aria-label={say.label}>
      <li className={classes.step}>
        <span>{say.arrived}</span>
        <span className={classes.track} />
        <time className={classes.at} dateTime={startedAt} title={formatExact(startedAt)}>
          0 ms
        </time>
      </li>
      {steps.map(({ step, begin }) => (
        <Step
          key={step.step}
          step={step}
          begin={begin}
          end={end}
          arrived={arrived}
          refused={entry.verdict === 'block'}
        />
      ))}
      {state !== 'complete' && (
        <li className={classes.step}>
          <span className="muted">{text.audit.states[state]}</span>
        </li>
      )}
    </ol>
  );
}

function Step({
  step: { step, atMs },
  begin,
  end,
  arrived,
  refused,
}: {
  readonly step: AuditStep;
  readonly begin: number;
  readonly end: number;
  readonly arrived: number;
  readonly refused: boolean;
}) {
  const at = new Date(arrived + atMs).toISOString();
  const isRefusal = refused && step === 'finished';
  return (
    <li className={classes.step}>
      <span>{isRefusal ? say.refused : say.steps[step]}</span>
      <span className={classes.track}>
        <span
          className={`${classes.bar} drawn ${classes[isRefusal ? 'refused' : step] ?? ''}`}
          style={{ left: `${(begin / end) * 100}%`, width: `${((atMs - begin) / end) * 100}%` }}
        />
      </span>
      <span className={classes.at}>
        <time dateTime={at} title={formatExact(at)}>
          {formatDuration(atMs)}
        </time>
        <span className="muted"> {say.took(formatDuration(Math.max(0, atMs - begin)))}</span>
      </span>
    </li>
  );
}
