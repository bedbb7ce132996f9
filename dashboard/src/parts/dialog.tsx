import { Button, Group, Modal, Stack, Text } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { asApiError } from '../api/call.ts';
import { text } from '../text/en.ts';
import { Notice } from './notice.tsx';
import { useStillThere } from './use-still-there.ts';

/** Keeps the focus inside and closes on Escape; keep-focus.ts gives the focus back. Mount it while it is open. */
export function Dialog({
  title,
  onClose,
  children,
  size = 'md',
  mustChoose = false,
}: {
  readonly title: string;
  readonly onClose: () => void;
  readonly children: ReactNode;
  readonly size?: 'md' | 'lg' | 'xl';
  /** Neither a click beside it nor Escape closes it: for what cannot be shown again. */
  readonly mustChoose?: boolean;
}) {
  const [touched, setTouched] = useState(false);
  return (
    <Modal
      opened
      onClose={onClose}
      title={title}
      size={size}
      // A click that misses does not throw away what was typed.
      closeOnClickOutside={!mustChoose && !touched}
      closeOnEscape={!mustChoose}
      withCloseButton={!mustChoose}
      transitionProps={{ duration: 0 }}
      closeButtonProps={{ 'aria-label': text.common.close }}
    >
      <div onInput={() => setTouched(true)}>{children}</div>
    </Modal>
  );
}

/** Asks before something that cannot be undone. Its children say what will happen. */
export function ConfirmDialog({
  title,
  children,
  confirm,
  onConfirm,
  onClose,
  cancel = text.common.cancel,
  harmless = false,
}: {
  readonly title: string;
  readonly children: ReactNode;
  readonly confirm: string;
  /** Throws ApiError: the dialog stays and shows it. */
  readonly onConfirm: () => Promise<void>;
  readonly onClose: () => void;
  readonly cancel?: string;
  /** It can be undone: the button is not red. */
  readonly harmless?: boolean;
}) {
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string>();
  const isThere = useStillThere();
  const run = async (): Promise<void> => {
    setBusy(true);
    setProblem(undefined);
    try {
      await onConfirm();
      if (isThere()) onClose();
    } catch (error) {
      setProblem(asApiError(error).message);
      setBusy(false);
    }
  };
  return (
    <Dialog title={title} onClose={onClose}>
      <Stack gap="md">
        <Text component="div" size="sm">
          {children}
        </Text>
        <div aria-live="assertive">{problem !== undefined && <Notice kind="error">{problem}</Notice>}</div>
        <Group justify="flex-end" gap="sm">
          <Button variant="default" onClick={onClose} data-autofocus>
            {cancel}
          </Button>
          <Button {...(harmless ? {} : { color: 'red' })} loading={busy} onClick={() => void run()}>
            {confirm}
          </Button>
        </Group>
      </Stack>
    </Dialog>
  );
}
