import { Button, Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { CreatedGatewayKey, GatewayKeyView } from '../../../src/contract/gateway-key.ts';
import { createKey, keysQuery, revokeKey } from '../api/gateway-keys.ts';
import { formatNumber } from '../format.ts';
import { text } from '../text/en.ts';
import { Badge } from './badge.tsx';
import { type Column, DataTable } from './data-table.tsx';
import { ConfirmDialog, Dialog } from './dialog.tsx';
import { SelectField, TextField } from './fields.tsx';
import { Form, filled, typed } from './form.tsx';
import { Loaded } from './loaded.tsx';
import { Notice } from './notice.tsx';
import { Section } from './page.tsx';
import { SecretValue } from './secret-value.tsx';
import { Time } from './time.tsx';

type Open =
  | { readonly dialog: 'none' }
  | { readonly dialog: 'create' }
  | { readonly dialog: 'created'; readonly key: CreatedGatewayKey }
  | { readonly dialog: 'revoke'; readonly key: GatewayKeyView };

/** One's own keys: made, shown once, listed, revoked. */
export function GatewayKeys() {
  const keys = useQuery(keysQuery);
  const [open, setOpen] = useState<Open>({ dialog: 'none' });
  const close = (): void => setOpen({ dialog: 'none' });
  return (
    <Section
      title={text.keys.title}
      lead={text.keys.lead}
      actions={<Button onClick={() => setOpen({ dialog: 'create' })}>{text.keys.create}</Button>}
    >
      <Loaded query={keys}>
        {({ data }) => (
          <DataTable
            label={text.keys.title}
            columns={columns((key) => setOpen({ dialog: 'revoke', key }))}
            rows={[...data].sort((a, b) => Number(stateOf(a) !== 'active') - Number(stateOf(b) !== 'active'))}
            keyOf={(key) => key.id}
            empty={text.keys.none}
          />
        )}
      </Loaded>
      {open.dialog === 'create' && (
        <CreateKey
          onClose={close}
          onCreated={(key) => {
            setOpen({ dialog: 'created', key });
            void keys.refetch();
          }}
        />
      )}
      {open.dialog === 'created' && <CreatedKey created={open.key} onClose={close} />}
      {open.dialog === 'revoke' && (
        <ConfirmDialog
          title={text.keys.revokeTitle(open.key.name)}
          confirm={text.keys.revoke}
          onConfirm={async () => {
            await revokeKey(open.key.id);
            void keys.refetch();
          }}
          onClose={close}
        >
          {text.keys.revokeQuestion}
        </ConfirmDialog>
      )}
    </Section>
  );
}

type KeyState = 'active' | 'revoked' | 'expired';

function stateOf({ revokedAt, expiresAt }: GatewayKeyView): KeyState {
  if (revokedAt !== null) return 'revoked';
  return expiresAt !== null && Date.parse(expiresAt) <= Date.now() ? 'expired' : 'active';
}

function columns(revoke: (key: GatewayKeyView) => void): readonly Column<GatewayKeyView>[] {
  return [
    { title: text.fields.name, cell: ({ name }) => <strong>{name}</strong> },
    { title: text.keys.hint, cell: ({ hint }) => <code>{hint}</code> },
    {
      title: text.keys.state,
      cell: (key) => {
        const state = stateOf(key);
        const tone = state === 'active' ? 'good' : 'neutral';
        return <Badge tone={tone}>{text.keys.states[state]}</Badge>;
      },
    },
    { title: text.keys.created, cell: ({ createdAt }) => <Time iso={createdAt} /> },
    {
      title: text.keys.lastUsed,
      cell: ({ lastUsedAt }) =>
        lastUsedAt === null ? <span className="muted">{text.keys.never}</span> : <Time iso={lastUsedAt} />,
    },
    {
      title: text.keys.expires,
      cell: ({ expiresAt }) =>
        expiresAt === null ? (
          <span className="muted">{text.keys.neverExpires}</span>
        ) : (
          <Time iso={expiresAt} as="day" />
        ),
    },
    { title: text.keys.requests, kind: 'number', cell: ({ requestCount }) => formatNumber(requestCount) },
    {
      title: text.common.actions,
      kind: 'actions',
      cell: (key) =>
        key.revokedAt === null && (
          <Button
            size="compact-sm"
            variant="default"
            aria-label={text.keys.revokeLabel(key.name)}
            onClick={() => revoke(key)}
          >
            {text.keys.revoke}
          </Button>
        ),
    },
  ];
}

const LIFETIMES = [30, 90, 365] as const;
const DAY_MS = 24 * 60 * 60 * 1000;

function CreateKey({
  onClose,
  onCreated,
}: {
  readonly onClose: () => void;
  readonly onCreated: (key: CreatedGatewayKey) => void;
}) {
  const submit = async (data: FormData): Promise<void> => {
    const days = Number(typed(data, 'expiresAt'));
    const expiresAt = days > 0 ? new Date(Date.now() + days * DAY_MS).toISOString() : null;
    onCreated(await createKey({ name: filled(data, 'name') ?? '', expiresAt, workspaces: null }));
  };
  return (
    <Dialog title={text.keys.createTitle} onClose={onClose}>
      <Form submit={text.keys.createSubmit} onSubmit={submit} onCancel={onClose}>
        <TextField
          label={text.fields.name}
          hint={text.keys.nameHint}
          name="name"
          required
          maxLength={100}
          autoComplete="off"
          autoFocus
        />
        <SelectField
          label={text.keys.expires}
          name="expiresAt"
          options={[
            { value: '0', label: text.keys.neverExpires },
            ...LIFETIMES.map((days) => ({ value: String(days), label: text.keys.days(days) })),
          ]}
        />
      </Form>
    </Dialog>
  );
}

function CreatedKey({ created, onClose }: { readonly created: CreatedGatewayKey; readonly onClose: () => void }) {
  return (
    <Dialog title={text.keys.createdTitle(created.name)} onClose={onClose} mustChoose>
      <Stack gap="md">
        <Notice kind="warning">{text.keys.once}</Notice>
        <SecretValue value={created.key} testId="new-key" />
        <Button onClick={onClose}>{text.keys.kept}</Button>
      </Stack>
    </Dialog>
  );
}
