import { useEffect, useRef, useState } from 'react';
import { text } from '../text/en.ts';

type Outcome = 'none' | 'copied' | 'failed';

/** Puts a text on the clipboard and says so. */
export function CopyButton({ value, label = text.common.copy }: { readonly value: string; readonly label?: string }) {
  const [outcome, setOutcome] = useState<Outcome>('none');
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  const copy = async (): Promise<void> => {
    setOutcome((await write(value)) ? 'copied' : 'failed');
    clearTimeout(timer.current);
    timer.current = setTimeout(() => setOutcome('none'), 2500);
  };
  const shown = { none: label, copied: text.common.copied, failed: text.common.copyFailed };
  return (
    <button type="button" className="button small copy" onClick={() => void copy()}>
      <span aria-live="polite">{shown[outcome]}</span>
    </button>
  );
}

/** The Clipboard API exists on https and localhost only; a gateway in a local network is often neither. */
async function write(value: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(value);
    return true;
  } catch {
    return writeBySelection(value);
  }
}

function writeBySelection(value: string): boolean {
  const area = document.createElement('textarea');
  area.value = value;
  area.className = 'visually-hidden';
  // Inside an open modal dialog everything else on the page is inert.
  (document.querySelector('dialog[open]') ?? document.body).append(area);
  area.select();
  const copied = document.execCommand('copy');
  area.remove();
  return copied;
}
