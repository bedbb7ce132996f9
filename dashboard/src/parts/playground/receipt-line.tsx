import type { Receipt } from '../../../../src/contract/playground.ts';
import { isAdmin, useUser } from '../../session.tsx';
import { text } from '../../text/en.ts';
import { Badge, KindBadges, VerdictBadge } from '../badge.tsx';
import { Link } from '../link.tsx';
import type { Turn } from './turn.ts';
import classes from './turn-card.module.css';

const say = text.playground;

/** What the gateway says of a turn when it is over: counts and times, as they stand in the audit log. */
export function ReceiptLine({ turn }: { readonly turn: Turn }) {
  const user = useUser();
  const { receipt } = turn;
  if (receipt === null) return null;
  const { verdict, kinds, inspectMs, firstByteMs, totalMs, inputTokens, outputTokens, policyVersion, requestId } =
    receipt;
  const id = eventId(requestId);
  return (
    <section className={classes.receipt} aria-label={say.receipt}>
      <VerdictBadge verdict={verdict} />
      {Object.keys(kinds).length > 0 && <KindBadges kinds={kinds} />}
      <WayBack details={receipt.details} />
      {inspectMs !== null && <span>{say.inspected(inspectMs)}</span>}
      {firstByteMs !== null && <span>{say.firstWord(firstByteMs)}</span>}
      <span>{say.total(totalMs)}</span>
      {inputTokens !== null && outputTokens !== null && <span>{say.tokens(inputTokens, outputTokens)}</span>}
      {policyVersion !== null && (
        <span>
          {say.policy} <code>{policyVersion}</code>
        </span>
      )}
      {isAdmin(user) && id !== undefined ? (
        <Link to="/audit/$id" params={{ id }} size="xs">
          {say.auditEvent}
        </Link>
      ) : (
        <span>
          {say.request}{' '}
          {id === undefined ? (
            <code className="breaks">{requestId}</code>
          ) : (
            <Link to="/audit/$id" params={{ id }}>
              <code className="breaks">{requestId}</code>
            </Link>
          )}
        </span>
      )}
    </section>
  );
}

/** What happened to the answer beyond putting values back; nothing most of the time. */
function WayBack({ details }: { readonly details: Receipt['details'] }) {
  const { answer, withheld, restoreFailed } = details;
  const count = Object.values(answer?.kinds ?? {}).reduce((sum, each) => sum + each, 0);
  return (
    <>
      {answer !== undefined && <Badge tone="warn">{say.answerVerdict(answer.verdict, count)}</Badge>}
      {withheld !== undefined && <Badge tone="warn">{say.withheld(withheld.links + withheld.tools)}</Badge>}
      {restoreFailed && <Badge tone="bad">{say.restoreFailed}</Badge>}
    </>
  );
}

/** The digits of a request's id are those of its audit event. */
function eventId(requestId: string): string | undefined {
  const digits = /^req_([0-9a-f]{8})([0-9a-f]{4})([0-9a-f]{4})([0-9a-f]{4})([0-9a-f]{12})$/.exec(requestId);
  return digits === null ? undefined : digits.slice(1).join('-');
}
