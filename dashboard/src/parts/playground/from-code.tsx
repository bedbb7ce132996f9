import { useState } from 'react';
import { saidSnippetsFor } from '../../snippets.ts';
import { text } from '../../text/en.ts';
import { SnippetTabs } from '../snippet-tabs.tsx';
import type { Turn } from './turn.ts';
import classes from './turn-card.module.css';

const say = text.playground;

/** How a program sends what was written here: the same address, workspace and mode. Closed until somebody wants to know. */
export function FromCode({ turn: { wrote, receipt } }: { readonly turn: Turn }) {
  const [open, setOpen] = useState(false);
  if (receipt === null) return null;
  const said = { workspace: receipt.workspace, pii: receipt.pii ?? 'obfuscate', message: wrote };
  return (
    <details className={`${classes.details} ${classes.code}`} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{say.fromCode}</summary>
      {open && <SnippetTabs snippets={saidSnippetsFor(location.origin, said)} label={say.fromCode} />}
    </details>
  );
}
