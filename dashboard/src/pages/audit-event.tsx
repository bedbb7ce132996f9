import { Group, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { AuditEntry } from '../../../src/contract/audit.ts';
import { auditEntryQuery } from '../api/audit.ts';
import { asApiError } from '../api/call.ts';
import { formatCost, formatDuration, formatExact, formatNumber } from '../format.ts';
import { Status } from '../parts/audit/event-table.tsx';
import { Timeline } from '../parts/audit/timeline.tsx';
import { useKnownKeys } from '../parts/audit/use-known-keys.ts';
import { KindBadges, None, VerdictBadge } from '../parts/badge.tsx';
import { CopyButton } from '../parts/copy-button.tsx';
import { Empty } from '../parts/empty.tsx';
import { Facts } from '../parts/facts.tsx';
import { Link } from '../parts/link.tsx';
import { Loaded } from '../parts/loaded.tsx';
import { Notice } from '../parts/notice.tsx';
import { Page, Section } from '../parts/page.tsx';
import { Panel } from '../parts/panel.tsx';
import { VisibleText } from '../parts/visible-text.tsx';
import { text } from '../text/en.ts';

const say = text.audit.event;

export function AuditEvent() {
  const { id } = useParams({ from: '/signed-in/audit/$id' });
  const entry = useQuery(auditEntryQuery(id));
  const isMissing = entry.error !== null && asApiError(entry.error).status === 404;
  return (
    <Page
      title={say.title}
      above={<Link to="/audit">{text.audit.title}</Link>}
      lead={entry.data && <Lead entry={entry.data} />}
    >
      {isMissing ? (
        <Empty title={say.missing}>{say.missingHint}</Empty>
      ) : (
        <Loaded query={entry} rows={10}>
          {(loaded) => <Entry entry={loaded} />}
        </Loaded>
      )}
    </Page>
  );
}

function Lead({ entry: { requestId, startedAt } }: { readonly entry: AuditEntry }) {
  return (
    <Group gap="sm">
      <code className="breaks">{requestId}</code>
      <CopyButton value={requestId} />
      <time dateTime={startedAt}>{formatExact(startedAt)}</time>
    </Group>
  );
}

type Fact = readonly [name: string, value: ReactNode];

function Entry({ entry }: { readonly entry: AuditEntry }) {
  return (
    <Stack gap="xl">
      <Summary entry={entry} />
      <Section title={say.timeline} lead={say.timelineLead}>
        <Panel>
          <Timeline entry={entry} />
        </Panel>
      </Section>
      <div className="columns wide-gap">
        <Stack gap="xl">
          <Section title={say.sender}>
            <Panel>
              <Facts items={senderFacts(entry)} />
            </Panel>
          </Section>
          <Section title={say.provider}>
            <Panel>
              <Facts items={providerFacts(entry)} />
            </Panel>
          </Section>
        </Stack>
        <Section title={say.firewall}>
          <Panel>
            <Facts items={firewallFacts(entry)} />
          </Panel>
        </Section>
      </div>
      <Text size="sm" c="dimmed">
        {say.noTexts}
      </Text>
    </Stack>
  );
}

/** In a sentence, what became of it. */
function Summary({ entry }: { readonly entry: AuditEntry }) {
  const { verdict, state, errorCode, details } = entry;
  if (state === 'interrupted') return <Notice kind="warning">{say.interrupted}</Notice>;
  if (state === 'open') return <Notice>{say.open}</Notice>;
  if (details.restoreFailed === true) return <Notice kind="warning">{say.restoreFailed}</Notice>;
  if (details.answer?.verdict === 'block') return <Notice kind="error">{say.answerBlocked}</Notice>;
  if (verdict === 'block') return <Notice kind="error">{say.refused(text.audit.reason(errorCode))}</Notice>;
  if (errorCode !== null) return <Notice kind="warning">{say.failed(text.audit.reason(errorCode))}</Notice>;
  return <Notice kind="success">{verdict === 'mask' ? say.masked : say.allowed}</Notice>;
}

/** By its name, where one may know it. */
function KeyLink({ id, email }: { readonly id: string; readonly email: string | null }) {
  const name = useKnownKeys(email).get(id);
  return (
    <Link to="/audit" search={{ keyId: id }}>
      {name ?? <code>{id}</code>}
    </Link>
  );
}

function senderFacts({ userEmail, keyId, workspaceName, clientAddress, retryCount }: AuditEntry): readonly Fact[] {
  return [
    [
      text.audit.person,
      userEmail === null ? (
        <None key="none" />
      ) : (
        <Link key="person" to="/audit" search={{ person: userEmail }}>
          {userEmail}
        </Link>
      ),
    ],
    [text.audit.key, keyId === null ? say.noKey : <KeyLink key="key" id={keyId} email={userEmail} />],
    [
      text.audit.workspace,
      workspaceName === null ? (
        <None key="none" />
      ) : (
        <Link key="workspace" to="/audit" search={{ workspace: workspaceName }}>
          {workspaceName}
        </Link>
      ),
    ],
    [say.address, clientAddress ?? <None key="none" />],
    ...(retryCount === 0 ? [] : [[say.retries, formatNumber(retryCount)] as const]),
  ];
}

function firewallFacts({ verdict, pii, kinds, inspectMs, details }: AuditEntry): readonly Fact[] {
  const { answer, withheld, unknownPlaceholders, unread, policyVersion, restoreMs } = details;
  const facts: (Fact | undefined)[] = [
    [text.audit.verdict, <VerdictBadge key="verdict" verdict={verdict} />],
    [text.audit.piiMode, pii === null ? <None key="none" /> : text.pii[pii]],
    [text.audit.found, <KindBadges key="kinds" kinds={kinds} />],
    answer && [
      say.answer,
      <span key="answer" className="wrap">
        {say.answerVerdicts[answer.verdict]} <KindBadges kinds={answer.kinds} />
      </span>,
    ],
    withheld && [say.withheld, say.withheldCounts(withheld.links, withheld.tools)],
    unknownPlaceholders === undefined ? undefined : [say.unknownPlaceholders, formatNumber(unknownPlaceholders)],
    unread === undefined ? undefined : [say.unread, formatNumber(unread)],
    inspectMs === null ? undefined : [say.inspectTime, formatDuration(inspectMs)],
    restoreMs === undefined ? undefined : [say.restoreTime, formatDuration(restoreMs)],
    policyVersion === undefined ? undefined : [say.policyVersion, <code key="version">{policyVersion}</code>],
  ];
  return facts.filter((fact) => fact !== undefined);
}

function providerFacts(entry: AuditEntry): readonly Fact[] {
  const { provider, upstreamModel, stream, inputTokens, outputTokens } = entry;
  return [
    [text.audit.status, <Status key="status" event={entry} />],
    [say.providerName, provider ?? <None key="none" />],
    [say.model, upstreamModel === null ? <None key="none" /> : <VisibleText key="model" text={upstreamModel} />],
    [say.kind, stream ? say.streamed : say.whole],
    [
      text.audit.tokens,
      inputTokens === null && outputTokens === null ? (
        <None key="none" />
      ) : (
        `${formatNumber(inputTokens ?? 0)} / ${formatNumber(outputTokens ?? 0)}`
      ),
    ],
    [text.audit.cost, costOf(entry)],
  ];
}

function costOf({ provider, costMicroUsd }: AuditEntry): ReactNode {
  if (costMicroUsd !== null) return formatCost(costMicroUsd);
  return provider === null ? <None key="none" /> : say.noPrice;
}
