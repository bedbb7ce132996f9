import { Button, Group, Paper, Text } from '@mantine/core';
import { useBlocker } from '@tanstack/react-router';
import { useState } from 'react';
import { type ApiError, asApiError, isOvertaken } from '../../api/call.ts';
import { text } from '../../text/en.ts';
import { ConfirmDialog } from '../dialog.tsx';
import { Notice } from '../notice.tsx';
import type { Draft } from '../policy/editing.ts';
import classes from './save-bar.module.css';

/** At the lower edge while there is something to save; and a question before what was changed is left behind. */
export function SaveBar({
  draft,
  onSave,
  onRefused,
}: {
  readonly draft: Draft;
  /** Throws ApiError. */
  readonly onSave: () => Promise<void>;
  readonly onRefused: (error: ApiError | undefined) => void;
}) {
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string>();
  const blocker = useBlocker({
    // Another view of the same workspace keeps the changes.
    shouldBlockFn: ({ current, next }) => draft.changed && current.pathname !== next.pathname,
    enableBeforeUnload: () => draft.changed,
    withResolver: true,
  });
  const say = (error: ApiError | undefined): void => {
    setProblem(error?.message);
    onRefused(error);
    if (error?.param) document.getElementsByName(error.param)[0]?.focus();
  };
  const save = async (): Promise<void> => {
    setBusy(true);
    say(undefined);
    try {
      await onSave();
    } catch (error) {
      // What was overtaken is said below, with what can be done.
      if (!isOvertaken(error)) say(asApiError(error));
    } finally {
      setBusy(false);
    }
  };
  return (
    <>
      {draft.changed && (
        <Paper component="section" shadow="md" className={classes.bar} aria-label={text.policy.unsaved}>
          <div aria-live="assertive" className="live">
            {problem !== undefined && <Notice kind="error">{problem}</Notice>}
          </div>
          {draft.overtaken !== undefined && (
            <div role="alert">
              <Notice kind="warning">
                {text.policy.overtaken(draft.overtaken.settings.map((name) => text.policy.settings[name]))}{' '}
                {draft.overtaken.clash && text.policy.overtakenClash}
              </Notice>
            </div>
          )}
          <Group justify="space-between" gap="sm">
            <Text size="sm" fw={500}>
              {text.policy.unsaved}
            </Text>
            <Group gap="sm">
              <Button
                variant="default"
                // What is on its way cannot be taken back.
                disabled={busy}
                onClick={() => {
                  draft.discard();
                  say(undefined);
                }}
              >
                {text.policy.discard}
              </Button>
              {draft.overtaken === undefined ? (
                <Button loading={busy} onClick={() => void save()}>
                  {text.common.save}
                </Button>
              ) : (
                <Button onClick={draft.combine}>{text.policy.combine}</Button>
              )}
            </Group>
          </Group>
        </Paper>
      )}
      {blocker.status === 'blocked' && (
        <ConfirmDialog
          title={text.policy.leaveTitle}
          confirm={text.policy.leave}
          cancel={text.policy.stay}
          onConfirm={async () => blocker.proceed()}
          onClose={() => blocker.reset()}
        >
          {text.policy.leaveQuestion}
        </ConfirmDialog>
      )}
    </>
  );
}
