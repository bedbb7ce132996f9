import { Group, NativeSelect, Stack, Text, Textarea } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import type { PiiMode, WorkspaceSettings } from '../../../../src/contract/workspace.ts';
import { asApiError } from '../../api/call.ts';
import { explain } from '../../api/explain.ts';
import { PII_MODES } from '../../choices.ts';
import { text } from '../../text/en.ts';
import { Notice } from '../notice.tsx';
import { Panel } from '../panel.tsx';
import { Explained } from './explained.tsx';

const say = text.policy.try;

/** A text under the settings as they stand, saved or not: what is found, and what a provider would see. */
export function TryPolicy({
  workspace,
  settings,
}: {
  readonly workspace: string;
  readonly settings: WorkspaceSettings;
}) {
  const [mode, setMode] = useState<PiiMode | undefined>();
  return (
    <Panel component="section" aria-label={say.title}>
      <Text component="h2" fz="h3" fw={600}>
        {say.title}
      </Text>
      <Text size="sm" c="dimmed" mb="md">
        {say.lead}
      </Text>
      <TryText
        workspace={workspace}
        settings={settings}
        label={say.text}
        sample={say.sample}
        {...(mode === undefined ? {} : { pii: mode })}
      >
        <NativeSelect
          label={say.mode}
          value={mode ?? ''}
          data={[
            { value: '', label: say.modeDefault },
            ...PII_MODES.map((each) => ({ value: each, label: text.policy.pii.options[each] })),
          ]}
          onChange={(event) => setMode(PII_MODES.find((each) => each === event.target.value))}
        />
      </TryText>
    </Panel>
  );
}

/** A box to type in, explained as one types. */
export function TryText({
  workspace,
  settings,
  label,
  sample = '',
  pii,
  children,
}: {
  readonly workspace: string;
  readonly settings: WorkspaceSettings;
  readonly label: string;
  readonly sample?: string;
  readonly pii?: PiiMode;
  readonly children?: ReactNode;
}) {
  const [typed, setTyped] = useState(sample);
  const input = { text: typed, workspace, settings, ...(pii === undefined ? {} : { pii }) };
  const [asked] = useDebouncedValue(input, 350);
  const answer = useQuery({
    queryKey: ['explain', asked],
    queryFn: () => explain(asked),
    enabled: asked.text.trim() !== '',
    placeholderData: keepPreviousData,
    // What was tried is nobody's business afterwards.
    gcTime: 0,
  });
  return (
    <Stack gap="md">
      <Textarea
        label={label}
        autosize
        minRows={3}
        maxRows={12}
        maxLength={20_000}
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
        spellCheck={false}
      />
      {children !== undefined && <Group>{children}</Group>}
      <div aria-live="polite" aria-busy={answer.isFetching}>
        {answer.error !== null && <Notice kind="error">{asApiError(answer.error).message}</Notice>}
        {answer.error === null && answer.data !== undefined && typed.trim() !== '' && (
          <Explained explanation={answer.data} />
        )}
      </div>
    </Stack>
  );
}
