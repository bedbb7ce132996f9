import { Button, Group } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { MethodView } from '../../../../src/contract/sign-in-method.ts';
import { deleteMethod, methodsQuery } from '../../api/sign-in-methods.ts';
import { isOwner, useUser } from '../../session.tsx';
import { text } from '../../text/en.ts';
import { Badge, FileBadge } from '../badge.tsx';
import { type Column, DataTable } from '../data-table.tsx';
import { ConfirmDialog } from '../dialog.tsx';
import { Empty } from '../empty.tsx';
import { Loaded } from '../loaded.tsx';
import { notify } from '../notify.ts';
import { Section } from '../page.tsx';
import { MethodDialog } from './method-dialog.tsx';

type Open = { readonly dialog: 'none' | 'add' } | { readonly dialog: 'edit' | 'remove'; readonly method: MethodView };

/** Issuers of OpenID Connect. */
export function MethodsSection() {
  const owner = isOwner(useUser());
  const client = useQueryClient();
  const methods = useQuery(methodsQuery);
  const [open, setOpen] = useState<Open>({ dialog: 'none' });
  const close = (): void => setOpen({ dialog: 'none' });
  /** As it is now: a dialog that somebody else was faster than goes on from there. */
  const newest = (method: MethodView): MethodView =>
    methods.data?.data.find(({ name }) => name === method.name) ?? method;
  const changed = async (): Promise<void> => {
    await client.invalidateQueries({ queryKey: methodsQuery.queryKey });
    await client.invalidateQueries({ queryKey: ['sign-in-options'] });
  };
  const add = owner && <Button onClick={() => setOpen({ dialog: 'add' })}>{text.methods.add}</Button>;
  return (
    <Section title={text.methods.title} lead={text.methods.lead} actions={(methods.data?.data.length ?? 0) > 0 && add}>
      <Loaded query={methods} rows={2}>
        {({ data }) => (
          <DataTable
            label={text.methods.title}
            columns={columns(owner, setOpen)}
            rows={data}
            keyOf={({ name }) => name}
            empty={
              <Empty title={text.methods.noneTitle} action={add}>
                {text.methods.none}
              </Empty>
            }
          />
        )}
      </Loaded>
      {(open.dialog === 'add' || open.dialog === 'edit') && (
        <MethodDialog
          {...(open.dialog === 'edit' ? { method: newest(open.method) } : {})}
          onClose={close}
          onSaved={() => {
            void changed();
            notify.done(text.methods.saved);
          }}
        />
      )}
      {open.dialog === 'remove' && (
        <ConfirmDialog
          title={text.methods.deleteTitle(open.method.title)}
          confirm={text.common.remove}
          onClose={close}
          onConfirm={async () => {
            await deleteMethod(open.method.name);
            await changed();
          }}
        >
          {text.methods.deleteQuestion}
        </ConfirmDialog>
      )}
    </Section>
  );
}

function columns(owner: boolean, open: (next: Open) => void): readonly Column<MethodView>[] {
  return [
    {
      title: text.fields.name,
      cell: ({ title, name, managedBy }) => (
        <span className="stack">
          <span className="wrap">
            <strong>{title}</strong> <FileBadge managedBy={managedBy} />
          </span>
          <span className="muted">{name}</span>
        </span>
      ),
    },
    { title: text.methods.issuer, cell: ({ issuer }) => <span className="breaks">{issuer}</span> },
    {
      title: text.methods.accounts,
      cell: ({ createUsers, allowedDomains }) =>
        createUsers && allowedDomains.length > 0 ? (
          text.methods.accountsFor(allowedDomains)
        ) : (
          <span className="muted">{text.methods.accountsNone}</span>
        ),
    },
    {
      title: text.methods.state,
      cell: ({ enabled }) => (
        <Badge tone={enabled ? 'good' : 'neutral'}>{enabled ? text.methods.on : text.methods.off}</Badge>
      ),
    },
    {
      title: text.common.actions,
      kind: 'actions',
      cell: (method) =>
        owner &&
        method.managedBy === null && (
          <Group gap={6} wrap="nowrap" justify="flex-end">
            <Button
              size="compact-sm"
              variant="default"
              aria-label={text.methods.editLabel(method.title)}
              onClick={() => open({ dialog: 'edit', method })}
            >
              {text.common.edit}
            </Button>
            <Button
              size="compact-sm"
              variant="default"
              aria-label={text.methods.removeLabel(method.title)}
              onClick={() => open({ dialog: 'remove', method })}
            >
              {text.common.remove}
            </Button>
          </Group>
        ),
    },
  ];
}
