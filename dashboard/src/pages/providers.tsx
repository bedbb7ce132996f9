import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { ProviderView } from '../../../src/contract/provider.ts';
import { deleteProvider, providersQuery } from '../api/providers.ts';
import { Badge, FileBadge } from '../parts/badge.tsx';
import { type Column, DataTable } from '../parts/data-table.tsx';
import { ConfirmDialog } from '../parts/dialog.tsx';
import { Loaded } from '../parts/loaded.tsx';
import { Page } from '../parts/page.tsx';
import { ProviderDialog } from '../parts/provider-dialog.tsx';
import { text } from '../text/en.ts';

type Open =
  | { readonly dialog: 'none' }
  | { readonly dialog: 'create' }
  | { readonly dialog: 'edit' | 'delete'; readonly provider: ProviderView };

export function Providers() {
  const providers = useQuery(providersQuery);
  const [open, setOpen] = useState<Open>({ dialog: 'none' });
  const close = (): void => setOpen({ dialog: 'none' });
  return (
    <Page
      title={text.providers.title}
      lead={text.providers.lead}
      actions={<Button onClick={() => setOpen({ dialog: 'create' })}>{text.providers.create}</Button>}
    >
      <Loaded query={providers} rows={4}>
        {({ data }) => (
          <DataTable
            label={text.providers.title}
            columns={columns(setOpen)}
            rows={data}
            keyOf={({ id }) => id}
            empty={text.providers.none}
          />
        )}
      </Loaded>
      {(open.dialog === 'create' || open.dialog === 'edit') && (
        <ProviderDialog
          provider={open.dialog === 'edit' ? open.provider : undefined}
          onClose={close}
          onSaved={() => {
            close();
            void providers.refetch();
          }}
        />
      )}
      {open.dialog === 'delete' && (
        <ConfirmDialog
          title={text.providers.deleteTitle(open.provider.name)}
          confirm={text.common.remove}
          onConfirm={async () => {
            await deleteProvider(open.provider.name);
            void providers.refetch();
          }}
          onClose={close}
        >
          {text.providers.deleteQuestion}
        </ConfirmDialog>
      )}
    </Page>
  );
}

function columns(open: (next: Open) => void): readonly Column<ProviderView>[] {
  return [
    {
      title: text.fields.name,
      cell: ({ name, managedBy }) => (
        <>
          <strong>{name}</strong> <FileBadge managedBy={managedBy} />
        </>
      ),
    },
    { title: text.providers.kind, cell: ({ kind }) => text.providers.kinds[kind] },
    {
      title: text.providers.baseUrl,
      cell: ({ baseUrl }) => (baseUrl === null ? <span className="muted">{text.common.none}</span> : baseUrl),
    },
    {
      title: text.providers.credential,
      cell: ({ kind, hasCredential }) => {
        if (kind === 'echo') return <span className="muted">{text.providers.notNeeded}</span>;
        return <Badge tone={hasCredential ? 'good' : 'warn'}>{text.providers.credentials[`${hasCredential}`]}</Badge>;
      },
    },
    {
      title: text.common.actions,
      kind: 'actions',
      cell: (provider) =>
        provider.managedBy === null && (
          <span className="wrap">
            {provider.kind !== 'echo' && (
              <Button
                size="compact-sm"
                variant="default"
                aria-label={text.providers.editTitle(provider.name)}
                onClick={() => open({ dialog: 'edit', provider })}
              >
                {text.common.edit}
              </Button>
            )}
            <Button
              size="compact-sm"
              variant="default"
              aria-label={text.providers.deleteTitle(provider.name)}
              onClick={() => open({ dialog: 'delete', provider })}
            >
              {text.common.remove}
            </Button>
          </span>
        ),
    },
  ];
}
