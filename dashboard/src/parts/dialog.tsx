import { type ReactNode, useEffect, useId, useRef, useState } from 'react';
import { text } from '../text/en.ts';
import { asApiError } from '../use-resource.ts';
import { Notice } from './notice.tsx';

/** The browser's modal dialog: it keeps the focus inside, gives it back and closes on Escape. */
export function Dialog({
  title,
  onClose,
  children,
  mustChoose = false,
}: {
  readonly title: string;
  readonly onClose: () => void;
  readonly children: ReactNode;
  /** A click beside it does not close it: for what cannot be shown again. */
  readonly mustChoose?: boolean;
}) {
  const dialog = useRef<HTMLDialogElement>(null);
  const titleId = useId();
  useEffect(() => {
    const element = dialog.current;
    element?.showModal();
    return () => element?.close();
  }, []);
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: Escape closes it by the browser's own means
    <dialog
      ref={dialog}
      aria-labelledby={titleId}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
      onClick={(event) => {
        if (!mustChoose && event.target === dialog.current) onClose();
      }}
    >
      <div className="dialog-body">
        <h2 id={titleId}>{title}</h2>
        {children}
      </div>
    </dialog>
  );
}

/** Asks before something that cannot be undone. */
export function ConfirmDialog({
  title,
  children,
  confirm,
  onConfirm,
  onClose,
}: {
  readonly title: string;
  readonly children: ReactNode;
  readonly confirm: string;
  readonly onConfirm: () => Promise<void>;
  readonly onClose: () => void;
}) {
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string>();
  const run = async (): Promise<void> => {
    if (busy) return;
    setBusy(true);
    setProblem(undefined);
    try {
      await onConfirm();
      onClose();
    } catch (error) {
      setProblem(asApiError(error).message);
      setBusy(false);
    }
  };
  return (
    <Dialog title={title} onClose={onClose}>
      <p className="muted">{children}</p>
      <div aria-live="assertive" className="live">
        {problem !== undefined && <Notice kind="error">{problem}</Notice>}
      </div>
      <div className="form-actions">
        <button type="button" className="button danger" aria-disabled={busy} onClick={() => void run()}>
          {busy ? text.common.working : confirm}
        </button>
        <button type="button" className="button" onClick={onClose}>
          {text.common.cancel}
        </button>
      </div>
    </Dialog>
  );
}
