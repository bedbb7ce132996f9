import { ActionIcon, Button, Menu } from '@mantine/core';
import { DotsHorizontalIcon } from '@radix-ui/react-icons';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { ProviderView } from '../../../src/contract/provider.ts';
import { deleteProvider, providersQuery } from '../api/providers.ts';
import { Badge, FileBadge, None } from '../parts/badge.tsx';
import { type Column, DataTable } from '../parts/data-table.tsx';
import { ConfirmDialog, Dialog } from '../parts/dialog.tsx';
import { Empty } from '../parts/empty.tsx';
import { Link } from '../parts/link.tsx';
import { Loaded } from '../parts/loaded.tsx';
import { Notice } from '../parts/notice.tsx';
import { Page } from '../parts/page.tsx';
import { CredentialDialog } from '../parts/provider/credential-dialog.tsx';
import { ProviderDialog } from '../parts/provider/provider-dialog.tsx';
import { TestDialog } from '../parts/provider/test-dialog.tsx';
import { Time } from '../parts/time.tsx';
import { text } from '../text/en.ts';

const say = text.providers;

type Open =
  | { readonly dialog: 'none' }
  | { readonly dialog: 'create' }
  | { readonly dialog: 'edit' | 'delete' | 'credential' | 'test'; readonly provider: ProviderView };

export function Providers() {
  const providers = useQuery(providersQuery);
  const [open, setOpen] = useState<Open>({ dialog: 'none' });
  const close = (): void => setOpen({ dialog: 'none' });
  /** As it is now: a dialog that somebody else was faster than goes on from there. */
  const newest = (provider: ProviderView): ProviderView =>
    providers.data?.data.find(({ id }) => id === provider.id) ?? provider;
  const create = <Button onClick={() => setOpen({ dialog: 'create' })}>{say.create}</Button>;
  return (
    <Page title={say.title} lead={say.lead} actions={create}>
      <Loaded query={providers} rows={4}>
        {({ data }) => (
          <DataTable
            label={say.title}
            columns={columns(setOpen)}
            rows={data}
            keyOf={({ id }) => id}
            empty={
              <Empty title={say.noneTitle} action={create}>
                {say.none}
              </Empty>
            }
          />
        )}
      </Loaded>
      {(open.dialog === 'create' || open.dialog === 'edit') && (
        <ProviderDialog provider={open.dialog === 'edit' ? newest(open.provider) : undefined} onClose={close} />
      )}
      {open.dialog === 'credential' && <CredentialDialog provider={newest(open.provider)} onClose={close} />}
      {open.dialog === 'test' && <TestDialog name={open.provider.name} onClose={close} />}
      {open.dialog === 'delete' && <DeleteDialog provider={open.provider} onClose={close} />}
    </Page>
  );
}

function DeleteDialog({ provider, onClose }: { readonly provider: ProviderView; readonly onClose: () => void }) {
  const client = useQueryClient();
  const { name, usedBy } = provider;
  if (usedBy.length > 0) {
    return (
      <Dialog title={say.deleteTitle(name)} onClose={onClose}>
        <Notice kind="warning">
          {say.deleteUsed} <WorkspaceLinks names={usedBy} />
        </Notice>
      </Dialog>
    );
  }
  return (
    <ConfirmDialog
      title={say.deleteTitle(name)}
      confirm={text.common.remove}
      onConfirm={async () => {
        await deleteProvider(name);
        await client.invalidateQueries({ queryKey: ['providers'] });
      }}
      onClose={onClose}
    >
      {say.deleteQuestion}
    </ConfirmDialog>
  );
}

function WorkspaceLinks({ names }: { readonly names: readonly string[] }) {
  return (
    <span className="wrap">
      {names.map((name) => (
        <Link key={name} to="/workspaces/$name" params={{ name }} search={{ tab: 'targets' }}>
          {name}
        </Link>
      ))}
    </span>
  );
}

function columns(open: (next: Open) => void): readonly Column<ProviderView>[] {
  return [
    {
      title: text.fields.name,
      cell: ({ name, kind, internal, managedBy }) => (
        <span className="stack">
          <span className="wrap">
            <strong>{name}</strong> <FileBadge managedBy={managedBy} />
            {internal && <Badge>{say.internalBadge}</Badge>}
          </span>
          <span className="muted">{say.kinds[kind]}</span>
        </span>
      ),
    },
    {
      title: say.baseUrl,
      cell: ({ baseUrl }) => (baseUrl === null ? <None /> : <span className="breaks">{baseUrl}</span>),
    },
    { title: say.credential, cell: (provider) => <Credential provider={provider} /> },
    {
      title: say.usedBy,
      cell: ({ usedBy }) =>
        usedBy.length === 0 ? <span className="muted">{say.usedByNone}</span> : <WorkspaceLinks names={usedBy} />,
    },
    {
      title: text.common.actions,
      kind: 'actions',
      cell: (provider) => <Actions provider={provider} open={open} />,
    },
  ];
}

function Credential({ provider: { kind, hasCredential, credentialSetAt } }: { readonly provider: ProviderView }) {
  if (kind === 'echo') return <span className="muted">{say.notNeeded}</span>;
  if (!hasCredential) return <Badge tone="warn">{say.credentialNone}</Badge>;
  return (
    <span className="wrap">
      <Badge tone="good">{say.credentialSet}</Badge>
      {credentialSetAt !== null && (
        <span className="muted">
          <Time iso={credentialSetAt} />
        </span>
      )}
    </span>
  );
}

function Actions({ provider, open }: { readonly provider: ProviderView; readonly open: (next: Open) => void }) {
  const { name, kind, managedBy } = provider;
  return (
    <span className="wrap">
      {kind !== 'echo' && (
        <Button
          size="compact-sm"
          variant="default"
          aria-label={say.testOf(name)}
          onClick={() => open({ dialog: 'test', provider })}
        >
          {say.test}
        </Button>
      )}
      {managedBy === null && (
        <Menu position="bottom-end" width={200}>
          <Menu.Target>
            <ActionIcon variant="default" aria-label={say.more(name)}>
              <DotsHorizontalIcon aria-hidden />
            </ActionIcon>
          </Menu.Target>
          <Menu.Dropdown>
            {kind !== 'echo' && (
              <>
                <Menu.Item onClick={() => open({ dialog: 'edit', provider })}>{text.common.edit}</Menu.Item>
                <Menu.Item onClick={() => open({ dialog: 'credential', provider })}>{say.rotate}</Menu.Item>
              </>
            )}
            <Menu.Item color="red" onClick={() => open({ dialog: 'delete', provider })}>
              {text.common.remove}
            </Menu.Item>
          </Menu.Dropdown>
        </Menu>
      )}
    </span>
  );
}
