import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { CreatedGatewayKey, GatewayKeyView } from '../../../src/contract/gateway-key.ts';
import { keysQuery, keyWorkspacesQuery, revokeKey } from '../api/gateway-keys.ts';
import { formatNumber } from '../format.ts';
import { text } from '../text/en.ts';
import { Badge } from './badge.tsx';
import { type Column, DataTable } from './data-table.tsx';
import { ConfirmDialog } from './dialog.tsx';
import { Empty } from './empty.tsx';
import { CreateKey } from './keys/create-key.tsx';
import { CreatedKey } from './keys/created-key.tsx';
import { Loaded } from './loaded.tsx';
import { notify } from './notify.ts';
import { Section } from './page.tsx';
import { Time } from './time.tsx';

type Open =
  | { readonly dialog: 'none' }
  | { readonly dialog: 'create' }
  | { readonly dialog: 'created'; readonly key: CreatedGatewayKey }
  | { readonly dialog: 'revoke'; readonly key: GatewayKeyView };

/** One's own keys: made, shown once, listed, revoked. */
export function GatewayKeys() {
  const keys = useQuery(keysQuery);
  const workspaces = useQuery(keyWorkspacesQuery);
  const names = new Map(workspaces.data?.data.map(({ id, name }) => [id, name]));
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
            columns={columns(names, (key) => setOpen({ dialog: 'revoke', key }))}
            rows={[...data].sort((a, b) => Number(stateOf(a) !== 'active') - Number(stateOf(b) !== 'active'))}
            keyOf={(key) => key.id}
            empty={<Empty title={text.keys.noneTitle}>{text.keys.none}</Empty>}
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
            notify.done(text.keys.revoked);
          }}
          onClose={close}
        >
          {text.keys.revokeQuestion}
        </ConfirmDialog>
      )}
    </Section>
  );
}

/** What a key is limited to beyond its workspaces, in words. */
function restrictionsOf({ limits, addressRanges }: GatewayKeyView): string {
  const parts = [
    ...Object.entries(limits ?? {}).map(
      ([name, value]) => `${text.keys.limits[name as keyof typeof text.keys.limits]}: ${formatNumber(value ?? 0)}`,
    ),
    ...(addressRanges === null ? [] : [`${text.keys.addresses}: ${addressRanges.join(', ')}`]),
  ];
  return parts.join('; ');
}

type KeyState = 'active' | 'revoked' | 'expired';

function stateOf({ revokedAt, expiresAt }: GatewayKeyView): KeyState {
  if (revokedAt !== null) return 'revoked';
  return expiresAt !== null && Date.parse(expiresAt) <= Date.now() ? 'expired' : 'active';
}

function columns(
  names: ReadonlyMap<string, string>,
  revoke: (key: GatewayKeyView) => void,
): readonly Column<GatewayKeyView>[] {
  return [
    {
      title: text.fields.name,
      cell: (key) => (
        <span className="stack">
          <strong className="breaks">{key.name}</strong>
          <span className="muted breaks">{restrictionsOf(key)}</span>
        </span>
      ),
    },
    { title: text.keys.hint, cell: ({ hint }) => <code className="nowrap">{hint}</code> },
    {
      title: text.keys.scope,
      cell: ({ workspaces }) =>
        workspaces === null ? (
          <span className="muted">{text.keys.all}</span>
        ) : (
          <span className="breaks">{workspaces.map((id) => names.get(id) ?? text.common.none).join(', ')}</span>
        ),
    },
    {
      title: text.keys.state,
      cell: (key) => {
        const state = stateOf(key);
        const tone = state === 'active' ? 'good' : 'neutral';
        return <Badge tone={tone}>{text.keys.states[state]}</Badge>;
      },
    },
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
