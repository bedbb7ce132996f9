import { Anchor } from '@mantine/core';
import { Page, Section } from '../parts/page.tsx';
import { SnippetTabs } from '../parts/snippet-tabs.tsx';
import { snippetsFor } from '../snippets.ts';
import { text } from '../text/en.ts';

export function Reference() {
  return (
    <Page
      title={text.reference.title}
      lead={text.reference.lead}
      actions={<Anchor href="/api/openapi.json">{text.reference.openApi}</Anchor>}
    >
      <Section title={text.overview.snippetLabel}>
        <SnippetTabs snippets={snippetsFor(location.origin, text.reference.workspace)} />
      </Section>
    </Page>
  );
}
