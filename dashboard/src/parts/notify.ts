import { notifications } from '@mantine/notifications';
import { asApiError } from '../api/call.ts';
import { text } from '../text/en.ts';

/** Short messages in the corner: for what was done and needs no answer. What must be corrected stands at its field instead. */
export const notify = {
  done(message: string): void {
    notifications.show({ message, color: 'green', withBorder: true, closeButtonProps: CLOSE });
  },
  failed(error: unknown): void {
    const { message } = asApiError(error);
    notifications.show({ message, color: 'red', withBorder: true, autoClose: 12_000, closeButtonProps: CLOSE });
  },
};

const CLOSE = { 'aria-label': text.common.close };
