import { useState } from 'react';
import type { ProviderView } from '../../../src/contract/provider.ts';
import { api } from '../api.ts';
import { Badge, FileBadge } from '../parts/badge.tsx';
import { type Column, DataTable } from '../parts/data-table.tsx';
import { ConfirmDialog } from '../parts/dialog.tsx';
import { Loaded } from '../parts/loaded.tsx';
import { Page } from '../parts/page.tsx';
import { ProviderDialog } from '../parts/provider-dialog.tsx';
import { text } from '../text/en.ts';
import { useResource } from '../use-resource.ts';

type Open =
  | { readonly dialog: 'none' }
  | { readonly dialog: 'create' }
  | { readonly dialog: 'edit' | 'delete'; readonly provider: ProviderView };

export function Providers() {
  const providers = useResource('providers', api.listProviders);
  const [open, setOpen] = useState<Open>({ dialog: 'none' });
  const close = (): void => setOpen({ dialog: 'none' });
  return (
    <Page
      title={text.providers.title}
      lead={text.providers.lead}
      actions={
        <button type="button" className="button primary" onClick={() => setOpen({ dialog: 'create' })}>
          {text.providers.create}
        </button>
      }
    >
      <Loaded resource={providers} rows={4}>
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
            providers.reload();
          }}
        />
      )}
      {open.dialog === 'delete' && (
        <ConfirmDialog
          title={text.providers.deleteTitle(open.provider.name)}
          confirm={text.common.remove}
          onConfirm={async () => {
            await api.deleteProvider(open.provider.name);
            providers.reload();
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
          <span className="row-actions">
            {provider.kind !== 'echo' && (
              <button
                type="button"
                className="button small"
                aria-label={text.providers.editTitle(provider.name)}
                onClick={() => open({ dialog: 'edit', provider })}
              >
                {text.common.edit}
              </button>
            )}
            <button
              type="button"
              className="button small"
              aria-label={text.providers.deleteTitle(provider.name)}
              onClick={() => open({ dialog: 'delete', provider })}
            >
              {text.common.remove}
            </button>
          </span>
        ),
    },
  ];
}
