import { Tabs } from '@mantine/core';
import type { Snippet } from '../snippets.ts';
import { text } from '../text/en.ts';
import { CodeBlock } from './code-block.tsx';

/** The same program in several languages. */
export function SnippetTabs({
  snippets,
  label = text.overview.snippetLabel,
}: {
  readonly snippets: readonly Snippet[];
  readonly label?: string;
}) {
  return (
    <Tabs defaultValue={snippets[0]?.id ?? null} variant="outline" keepMounted={false}>
      <Tabs.List aria-label={label}>
        {snippets.map(({ id, title }) => (
          <Tabs.Tab key={id} value={id}>
            {title}
          </Tabs.Tab>
        ))}
      </Tabs.List>
      {snippets.map(({ id, title, code }) => (
        <Tabs.Panel key={id} value={id} pt="xs">
          <CodeBlock code={code} label={title} />
        </Tabs.Panel>
      ))}
    </Tabs>
  );
}
