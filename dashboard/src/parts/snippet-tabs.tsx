import { type KeyboardEvent, useId, useRef, useState } from 'react';
import type { Snippet } from '../snippets.ts';
import { text } from '../text/en.ts';
import { CodeBlock } from './code-block.tsx';

/** Tabs after the WAI-ARIA pattern: one tab stop, arrow keys move. */
export function SnippetTabs({ snippets }: { readonly snippets: readonly Snippet[] }) {
  const [chosen, setChosen] = useState<Snippet['id']>('curl');
  const list = useRef<HTMLDivElement>(null);
  const id = useId();
  const current = snippets.find((snippet) => snippet.id === chosen) ?? snippets[0];
  if (current === undefined) return null;
  const move = (event: KeyboardEvent): void => {
    const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
    if (step === 0) return;
    event.preventDefault();
    const index = (snippets.indexOf(current) + step + snippets.length) % snippets.length;
    const next = snippets[index];
    if (next === undefined) return;
    setChosen(next.id);
    list.current?.querySelectorAll<HTMLElement>('[role=tab]')[index]?.focus();
  };
  return (
    <div className="tabs">
      <div role="tablist" aria-label={text.overview.snippetLabel} ref={list}>
        {snippets.map((snippet) => (
          <button
            key={snippet.id}
            type="button"
            role="tab"
            id={`${id}-${snippet.id}`}
            aria-selected={snippet === current}
            aria-controls={`${id}-panel`}
            tabIndex={snippet === current ? 0 : -1}
            onClick={() => setChosen(snippet.id)}
            onKeyDown={move}
          >
            {snippet.title}
          </button>
        ))}
      </div>
      <div role="tabpanel" id={`${id}-panel`} aria-labelledby={`${id}-${current.id}`}>
        <CodeBlock code={current.code} label={current.title} />
      </div>
    </div>
  );
}
