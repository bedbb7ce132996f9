import { Button } from '@mantine/core';
import { CheckIcon, CopyIcon } from '@radix-ui/react-icons';
import { useEffect, useRef, useState } from 'react';
import { text } from '../text/en.ts';

type Outcome = 'none' | 'copied' | 'failed';

/** Puts a text on the clipboard and says so. */
export function CopyButton({ value, label = text.common.copy }: { readonly value: string; readonly label?: string }) {
  const [outcome, setOutcome] = useState<Outcome>('none');
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => () => clearTimeout(timer.current), []);
  const copy = async (): Promise<void> => {
    setOutcome((await write(value, button.current)) ? 'copied' : 'failed');
    clearTimeout(timer.current);
    timer.current = setTimeout(() => setOutcome('none'), 2500);
  };
  const shown = { none: label, copied: text.common.copied, failed: text.common.copyFailed };
  return (
    <Button
      ref={button}
      size="compact-sm"
      variant="default"
      leftSection={outcome === 'copied' ? <CheckIcon aria-hidden /> : <CopyIcon aria-hidden />}
      onClick={() => void copy()}
    >
      <span aria-live="polite">{shown[outcome]}</span>
    </Button>
  );
}

/** The Clipboard API exists on https and localhost only; a gateway in a local network is often neither. */
async function write(value: string, button: HTMLElement | null): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(value);
    return true;
  } catch {
    return writeBySelection(value, button);
  }
}

function writeBySelection(value: string, button: HTMLElement | null): boolean {
  const area = document.createElement('textarea');
  area.value = value;
  area.className = 'visually-hidden';
  // An open dialog keeps the focus inside itself: the text has to stand in it too.
  (button?.closest('[role="dialog"]') ?? document.body).append(area);
  area.select();
  const copied = document.execCommand('copy');
  area.remove();
  button?.focus();
  return copied;
}
