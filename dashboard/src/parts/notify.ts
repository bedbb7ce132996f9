import { asApiError } from '../api/call.ts';
import { text } from '../text/en.ts';

/** Short messages in the corner: for what was done and needs no answer. What must be corrected stands at its field instead. */
export const notify = {
  done(message: string): void {
    show({ message, color: 'green' });
  },
  failed(error: unknown): void {
    show({ message: asApiError(error).message, color: 'red', autoClose: 12_000 });
  },
};

let wanted = false;
const listeners = new Set<() => void>();

export const isCornerWanted = (): boolean => wanted;

export function whenCornerIsWanted(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** A message waits in the store until the corner is there. */
function show(message: { readonly message: string; readonly color: string; readonly autoClose?: number }): void {
  wanted = true;
  for (const listener of listeners) listener();
  void import('@mantine/notifications').then(({ notifications }) =>
    notifications.show({ ...message, withBorder: true, closeButtonProps: { 'aria-label': text.common.close } }),
  );
}
