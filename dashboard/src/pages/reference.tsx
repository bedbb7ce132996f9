import { Anchor, Group, NativeSelect, Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { type OpenApi, openApiQuery } from '../api/reference.ts';
import { workspacesQuery } from '../api/workspaces.ts';
import { CopyButton } from '../parts/copy-button.tsx';
import { DataTable } from '../parts/data-table.tsx';
import { Facts } from '../parts/facts.tsx';
import { InlineCode } from '../parts/inline-code.tsx';
import { Link } from '../parts/link.tsx';
import { Loaded } from '../parts/loaded.tsx';
import { Page, Section } from '../parts/page.tsx';
import { Panel } from '../parts/panel.tsx';
import { Endpoint, type Program } from '../parts/reference/endpoint.tsx';
import { ErrorTable } from '../parts/reference/error-table.tsx';
import { ManagementRoutes } from '../parts/reference/management-routes.tsx';
import classes from '../parts/reference/reference.module.css';
import { modelSnippetsFor, snippetsFor, streamSnippetsFor } from '../snippets.ts';
import { text } from '../text/en.ts';

const say = text.reference;

/** The public API of this server, from its own OpenAPI document, with programs that run as they stand. */
export function Reference() {
  const openApi = useQuery(openApiQuery);
  const workspaces = useQuery(workspacesQuery);
  const names = workspaces.data?.data.map(({ name }) => name) ?? [];
  const [chosen, setChosen] = useState<string>();
  const workspace = chosen ?? names[0] ?? say.workspace;
  return (
    <Page
      title={say.title}
      lead={say.lead}
      actions={
        <>
          {names.length > 1 && (
            <NativeSelect
              aria-label={say.chooseWorkspace}
              value={workspace}
              onChange={(event) => setChosen(event.currentTarget.value)}
              data={names}
            />
          )}
          <Anchor href="/api/openapi.json" size="sm">
            {say.openApi}
          </Anchor>
        </>
      }
    >
      <Loaded query={openApi} rows={12}>
        {(document) => <Contents document={document} workspace={workspace} />}
      </Loaded>
    </Page>
  );
}

function Contents({ document, workspace }: { readonly document: OpenApi; readonly workspace: string }) {
  const endpoints = publicRoutes(document);
  const base = `${location.origin}/api/v1`;
  const anchors = [
    ...endpoints.map(({ operation }) => [operation.operationId, say.endpoint[operation.operationId]] as const),
    ['pii', say.pii],
    ['receipt', say.headers],
    ['errors', say.errors],
    ['management', say.management],
  ] as const;
  return (
    <Stack gap="3rem">
      <Stack gap="xl">
        <nav aria-label={say.contents}>
          <ul className={classes.contents}>
            {anchors.map(([id, title]) => (
              <li key={id}>
                <Anchor href={`#${id}`} size="sm">
                  {title}
                </Anchor>
              </li>
            ))}
          </ul>
        </nav>
        <Section title={say.connect}>
          <Panel>
            <Facts
              items={[
                [
                  say.baseUrl,
                  <Group key="base" gap="sm">
                    <code className="breaks">{base}</code>
                    <CopyButton value={base} />
                  </Group>,
                ],
                [
                  say.authorization,
                  <span key="bearer">
                    {say.bearer}. {say.keyVariable}{' '}
                    <Link to="/profile" size="sm">
                      {say.makeKey}
                    </Link>
                  </span>,
                ],
              ]}
            />
          </Panel>
        </Section>
      </Stack>
      {endpoints.map(({ method, path, operation }) => (
        <Endpoint
          key={operation.operationId}
          route={{ method, path }}
          operation={operation}
          document={document}
          programs={programsFor(operation.operationId, workspace)}
        />
      ))}
      <Anchored id="pii">
        <Section title={say.pii} lead={say.piiLead} actions={<Link to="/playground">{say.tryIt}</Link>}>
          <DataTable
            label={say.pii}
            rows={Object.entries(say.piiModes)}
            keyOf={([mode]) => mode}
            empty={text.common.none}
            columns={[
              { title: say.mode, cell: ([mode]) => <code>{mode}</code> },
              { title: say.meaning, cell: ([, meaning]) => meaning },
            ]}
          />
        </Section>
      </Anchored>
      <Anchored id="receipt">
        <Section title={say.headers} lead={say.headersLead}>
          <DataTable
            label={say.headers}
            rows={Object.entries(chatOf(document)?.responses[200]?.headers ?? {})}
            keyOf={([name]) => name}
            empty={text.common.none}
            columns={[
              { title: say.header, cell: ([name]) => <code className={classes.whole}>{name}</code> },
              {
                title: say.says,
                cell: ([, { description }]) => (
                  <span>
                    <InlineCode>{description}</InlineCode>
                  </span>
                ),
              },
              { title: say.example, cell: ([, { example }]) => <code className="breaks">{example}</code> },
            ]}
          />
        </Section>
      </Anchored>
      <Anchored id="errors">
        <Section title={say.errors} lead={say.errorsLead}>
          <ErrorTable document={document} />
        </Section>
      </Anchored>
      <Anchored id="management">
        <Section title={say.management} lead={say.managementLead}>
          <ManagementRoutes document={document} />
        </Section>
      </Anchored>
    </Stack>
  );
}

function Anchored({ id, children }: { readonly id: string; readonly children: ReactNode }) {
  return (
    <div id={id} className={classes.anchor}>
      {children}
    </div>
  );
}

const publicRoutes = ({ paths }: OpenApi) =>
  Object.entries(paths)
    .filter(([path]) => path.startsWith('/api/v1/'))
    .flatMap(([path, methods]) => Object.entries(methods).map(([method, operation]) => ({ method, path, operation })));

const chatOf = ({ paths }: OpenApi) => paths['/api/v1/chat/completions']?.post;

function programsFor(operationId: string, workspace: string): readonly Program[] {
  const { origin } = location;
  switch (operationId) {
    case 'createChatCompletion':
      return [
        { title: say.request, snippets: snippetsFor(origin, workspace) },
        { title: say.streamed, snippets: streamSnippetsFor(origin, workspace) },
      ];
    case 'listModels':
      return [{ title: say.request, snippets: modelSnippetsFor(origin) }];
    case 'getModel':
      return [{ title: say.request, snippets: modelSnippetsFor(origin, workspace) }];
    default:
      return [];
  }
}
