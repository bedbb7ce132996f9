import { Text } from '@mantine/core';
import type { AuditEventView } from '../../../../src/contract/audit.ts';
import { text } from '../../text/en.ts';
import { KindBadges } from '../badge.tsx';
import { Link } from '../link.tsx';
import { Panel } from '../panel.tsx';
import { Time } from '../time.tsx';

const SHOWN = 6;

/** What was kept from leaving last, and whose it was. */
export function LatestRefusals({ events }: { readonly events: readonly AuditEventView[] }) {
  if (events.length === 0) {
    return (
      <Panel>
        <Text size="sm" c="dimmed">
          {text.overview.noRefusals}
        </Text>
      </Panel>
    );
  }
  return (
    <ul className="rows">
      {events.slice(0, SHOWN).map((event) => (
        <li key={event.id}>
          <div className="stack">
            <Link to="/audit/$id" params={{ id: event.id }}>
              {text.audit.reason(event.errorCode)}
            </Link>
            <Text size="xs" c="dimmed" className="breaks">
              {event.userEmail} · {event.workspaceName} · <Time iso={event.startedAt} />
            </Text>
          </div>
          <KindBadges kinds={event.kinds} />
        </li>
      ))}
    </ul>
  );
}
