import { Stack, Text } from '@mantine/core';
import type { WorkspaceView } from '../../../../src/contract/workspace.ts';
import { formatTargets } from '../../format.ts';
import { snippetsFor } from '../../snippets.ts';
import { text } from '../../text/en.ts';
import { CopyButton } from '../copy-button.tsx';
import { Facts } from '../facts.tsx';
import { Link } from '../link.tsx';
import { Section } from '../page.tsx';
import { Panel } from '../panel.tsx';
import { PolicySummaryList } from '../policy/policy-summary-list.tsx';
import { SnippetTabs } from '../snippet-tabs.tsx';
import { Time } from '../time.tsx';
import { VisibleText } from '../visible-text.tsx';
import { Usage } from './usage.tsx';

const say = text.workspaces;

/** A workspace at a glance: what it does, what went through it, how to use it. */
export function OverviewTab({ workspace }: { readonly workspace: WorkspaceView }) {
  const { name, settings, createdAt } = workspace;
  return (
    <Stack gap="xl">
      <div className="columns wide-gap">
        <Section title={say.does}>
          <Panel>
            <PolicySummaryList settings={settings} />
          </Panel>
        </Section>
        <Section title={say.usage}>
          <Panel>
            <Usage workspace={name} />
          </Panel>
          <Panel mt="md">
            <Facts
              items={[
                [
                  say.clientsSend,
                  <span key="name" className="wrap">
                    <code>{name}</code> <CopyButton value={name} />
                  </span>,
                ],
                [
                  say.targets,
                  settings.targets.length === 0 ? (
                    say.noTargets
                  ) : (
                    <VisibleText key="targets" text={formatTargets(settings.targets)} />
                  ),
                ],
                [say.made, <Time key="made" iso={createdAt} as="day" />],
              ]}
            />
          </Panel>
        </Section>
      </div>
      <Section title={say.useIt}>
        <SnippetTabs snippets={snippetsFor(location.origin, name)} />
        <Text size="sm" c="dimmed" mt="sm">
          {text.overview.keyHint} <Link to="/profile">{text.overview.keyLink}</Link>
        </Text>
      </Section>
    </Stack>
  );
}
