import { Button, Group } from '@mantine/core';
import { text } from '../../text/en.ts';
import type { TurnFailure } from './turn.ts';
import classes from './turn-card.module.css';

const say = text.playground;

/** Says calmly what was refused, why, and what can be done. */
export function RefusalCard({
  failure,
  onAgain,
}: {
  readonly failure: TurnFailure;
  /** What was refused is changed and sent again. */
  readonly onAgain: () => void;
}) {
  const { title, advice } = say.refusals[reasonOf(failure)];
  return (
    <div className={classes.refusal} role="alert">
      <strong>{title}</strong>
      <p>{failure.message}</p>
      <p className="muted">{advice}</p>
      <Group>
        <Button size="compact-sm" variant="default" onClick={onAgain}>
          {say.again}
        </Button>
      </Group>
    </div>
  );
}

function reasonOf({ code, status }: TurnFailure): keyof typeof say.refusals {
  switch (code) {
    case 'secret_detected':
      return 'secret';
    case 'pii_detected':
      return 'personal';
    case 'unreadable_content':
    case 'firewall_rule_violated':
      return 'rule';
    case 'answer_blocked':
      return 'answer';
    case 'restoration_failed':
      return 'restoring';
    case 'model_not_found':
      return 'membership';
    case 'rate_limit_exceeded':
    case 'budget_exceeded':
      return 'limit';
    case 'firewall_unavailable':
    case 'overloaded':
    case 'audit_unavailable':
      return 'unchecked';
  }
  return status === 502 || status === 504 ? 'provider' : 'other';
}
