import { Stack, Text, Title } from '@mantine/core';
import type { OpenApi, Operation } from '../../api/reference.ts';
import type { Snippet } from '../../snippets.ts';
import { text } from '../../text/en.ts';
import { Badge } from '../badge.tsx';
import { CodeBlock } from '../code-block.tsx';
import { InlineCode } from '../inline-code.tsx';
import { SnippetTabs } from '../snippet-tabs.tsx';
import { ParameterList } from './parameter-list.tsx';
import classes from './reference.module.css';

const say = text.reference;

export interface Program {
  readonly title: string;
  readonly snippets: readonly Snippet[];
}

/** What an endpoint takes and answers on one side, programs that call it on the other. */
export function Endpoint({
  route,
  operation,
  document,
  programs,
}: {
  readonly route: { readonly method: string; readonly path: string };
  readonly operation: Operation;
  readonly document: OpenApi;
  readonly programs: readonly Program[];
}) {
  const body = operation.requestBody?.content['application/json'];
  const example = operation.responses[200]?.content?.['application/json']?.example;
  const title = say.endpoint[operation.operationId] ?? operation.summary;
  return (
    <section id={operation.operationId} className={classes.endpoint} aria-label={title}>
      <Stack gap="md" className={classes.about}>
        <div>
          <Title order={2}>{title}</Title>
          <p className={classes.route}>
            <Badge tone={route.method === 'get' ? 'good' : 'accent'}>{route.method.toUpperCase()}</Badge>
            <code className="breaks">{route.path}</code>
          </p>
        </div>
        <Text c="dimmed">
          <InlineCode>{operation.description ?? operation.summary}</InlineCode>
        </Text>
        {body !== undefined && (
          <div>
            <Title order={3} mb="xs">
              {say.parameters}
            </Title>
            <ParameterList schema={body.schema} document={document} />
            <Text size="sm" c="dimmed" mt="sm">
              {say.others}
            </Text>
          </div>
        )}
      </Stack>
      <Stack gap="lg" className={classes.programs}>
        {programs.map(({ title: name, snippets }) => (
          <div key={name}>
            <Title order={3} mb="xs">
              {name}
            </Title>
            <SnippetTabs snippets={snippets} label={`${title}: ${name}`} />
          </div>
        ))}
        {example !== undefined && (
          <div>
            <Title order={3} mb="xs">
              {say.answer}
            </Title>
            <CodeBlock code={JSON.stringify(example, null, 2)} label={say.json(title)} />
          </div>
        )}
      </Stack>
    </section>
  );
}
