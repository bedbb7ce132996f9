import { Stack } from '@mantine/core';
import { text } from '../../text/en.ts';
import { Notice } from '../notice.tsx';
import { Section } from '../page.tsx';
import { Panel } from '../panel.tsx';
import { AllowSection } from '../policy/allow-section.tsx';
import { AnswersSection, RestoreSection } from '../policy/answers-section.tsx';
import { ConversationSection, LimitsSection } from '../policy/conversation-section.tsx';
import type { Editing } from '../policy/editing.ts';
import { KindsSection } from '../policy/kinds-section.tsx';
import { PiiSection } from '../policy/pii-section.tsx';
import { PolicySummaryList } from '../policy/policy-summary-list.tsx';
import { RecognisersSection } from '../policy/recognisers-section.tsx';
import { SecretsSection } from '../policy/secrets-section.tsx';
import { SureSection } from '../policy/sure-section.tsx';
import { TryPolicy } from '../policy/try-text.tsx';
import classes from './policy-tab.module.css';

/** The policy, field by field; beside it what it does, in words and on a text. */
export function PolicyTab({
  workspace,
  editing,
  readOnly,
}: {
  readonly workspace: string;
  readonly editing: Editing;
  /** Why nothing can be changed here; undefined where it can. */
  readonly readOnly: string | undefined;
}) {
  return (
    <div className={classes.layout}>
      <fieldset className="plain" disabled={readOnly !== undefined}>
        <Stack gap="md">
          {readOnly !== undefined && <Notice>{readOnly}</Notice>}
          <PiiSection {...editing} />
          <SecretsSection {...editing} />
          <KindsSection {...editing} />
          <SureSection {...editing} />
          <RecognisersSection {...editing} workspace={workspace} />
          <AllowSection {...editing} />
          <AnswersSection {...editing} />
          <RestoreSection {...editing} />
          <ConversationSection {...editing} />
          <LimitsSection {...editing} />
        </Stack>
      </fieldset>
      <aside className={classes.aside} aria-label={text.workspaces.does}>
        <Section title={text.workspaces.does}>
          <Panel>
            <PolicySummaryList settings={editing.settings} />
          </Panel>
        </Section>
        <TryPolicy workspace={workspace} settings={editing.settings} />
      </aside>
    </div>
  );
}
