import { Checkbox, Collapse, Fieldset, SimpleGrid, Stack, Text, UnstyledButton } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { ChevronDownIcon, ChevronRightIcon } from '@radix-ui/react-icons';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { CreatedGatewayKey, KeyWorkspace } from '../../../../src/contract/gateway-key.ts';
import type { Limits } from '../../../../src/contract/workspace.ts';
import { ApiError } from '../../api/call.ts';
import { createKey, keyWorkspacesQuery } from '../../api/gateway-keys.ts';
import { text } from '../../text/en.ts';
import { Dialog } from '../dialog.tsx';
import { SelectField, TextField } from '../fields.tsx';
import { Form, filled, typed, useFieldError } from '../form.tsx';
import { Loaded } from '../loaded.tsx';
import { Notice } from '../notice.tsx';
import { NumberField } from '../number-field.tsx';

const LIFETIMES = [30, 90, 365] as const;
const DAY_MS = 24 * 60 * 60 * 1000;
const LIMITS = ['requestsPerMinute', 'tokensPerMinute', 'requestsPerDay', 'tokensPerDay'] as const;

/** A name and a life are asked for; what else a key may be limited to is folded away. */
export function CreateKey({
  onClose,
  onCreated,
}: {
  readonly onClose: () => void;
  readonly onCreated: (key: CreatedGatewayKey) => void;
}) {
  const workspaces = useQuery(keyWorkspacesQuery);
  const submit = async (data: FormData): Promise<void> => {
    const days = Number(typed(data, 'expiresAt'));
    const chosen = data.getAll('workspaces').map(String);
    if (typed(data, 'scope') === 'some' && chosen.length === 0) {
      throw new ApiError(400, { message: text.keys.scopeNone, code: 'invalid_value', param: 'workspaces' });
    }
    const limits = limitsFrom(data);
    const addresses = filled(data, 'addressRanges')?.split(/[\s,]+/) ?? [];
    onCreated(
      await createKey({
        name: filled(data, 'name') ?? '',
        expiresAt: days > 0 ? new Date(Date.now() + days * DAY_MS).toISOString() : null,
        workspaces: typed(data, 'scope') === 'some' ? chosen : null,
        limits: Object.keys(limits).length === 0 ? null : limits,
        addressRanges: addresses.length === 0 ? null : addresses,
      }).catch(blameField),
    );
  };
  return (
    <Dialog title={text.keys.createTitle} onClose={onClose} size="lg">
      <Form submit={text.keys.createSubmit} onSubmit={submit} onCancel={onClose}>
        <TextField
          label={text.fields.name}
          hint={text.keys.nameHint}
          name="name"
          required
          maxLength={100}
          autoComplete="off"
          autoFocus
          data-autofocus
        />
        <SelectField
          label={text.keys.expires}
          name="expiresAt"
          options={[
            { value: '0', label: text.keys.neverExpires },
            ...LIFETIMES.map((days) => ({ value: String(days), label: text.keys.days(days) })),
          ]}
        />
        <Loaded query={workspaces} rows={1}>
          {({ data }) => <Scope workspaces={data} />}
        </Loaded>
        <Restrictions />
      </Form>
    </Dialog>
  );
}

function Scope({ workspaces }: { readonly workspaces: readonly KeyWorkspace[] }) {
  const [some, setSome] = useState(false);
  const error = useFieldError('workspaces');
  if (workspaces.length === 0) return <Notice>{text.keys.noWorkspaces}</Notice>;
  return (
    <Stack gap="xs">
      <SelectField
        label={text.keys.scope}
        name="scope"
        onChange={(event) => setSome(event.currentTarget.value === 'some')}
        options={[
          { value: 'all', label: text.keys.scopeAll },
          { value: 'some', label: text.keys.scopeSome },
        ]}
      />
      {some && (
        <Fieldset legend={text.keys.scopeLegend} variant="filled" p="sm">
          <Stack gap="xs">
            {workspaces.map(({ id, name, title }) => (
              <Checkbox key={id} name="workspaces" value={id} label={title === name ? name : `${title} (${name})`} />
            ))}
            {error !== undefined && (
              <Text size="sm" c="var(--mantine-color-error)" role="alert">
                {error}
              </Text>
            )}
          </Stack>
        </Fieldset>
      )}
    </Stack>
  );
}

function Restrictions() {
  const [open, { toggle }] = useDisclosure(false);
  return (
    <div>
      <UnstyledButton onClick={toggle} aria-expanded={open} aria-controls="key-restrictions" className="wrap" fz="sm">
        {open ? <ChevronDownIcon aria-hidden /> : <ChevronRightIcon aria-hidden />} {text.keys.restrictions}
      </UnstyledButton>
      <Collapse expanded={open} id="key-restrictions" transitionDuration={0}>
        <Stack gap="md" pt="sm">
          <SimpleGrid cols={{ base: 1, xs: 2 }}>
            {LIMITS.map((name) => (
              <NumberField
                key={name}
                label={text.keys.limits[name]}
                name={name}
                min={1}
                allowDecimal={false}
                thousandSeparator=" "
              />
            ))}
          </SimpleGrid>
          <Text size="xs" c="dimmed" mt={-8}>
            {text.keys.limitHint}
          </Text>
          <TextField
            label={text.keys.addresses}
            hint={text.keys.addressesHint}
            name="addressRanges"
            autoComplete="off"
            spellCheck={false}
          />
        </Stack>
      </Collapse>
    </div>
  );
}

function limitsFrom(data: FormData): Limits {
  return Object.fromEntries(
    LIMITS.flatMap((name) => {
      const value = filled(data, name)?.replaceAll(' ', '');
      return value === undefined ? [] : [[name, Number(value)]];
    }),
  );
}

/** `addressRanges[1]` is the field `addressRanges`, `limits.tokensPerDay` the field `tokensPerDay`. */
function blameField(error: unknown): never {
  if (!(error instanceof ApiError) || error.param === null) throw error;
  const param = error.param.replace(/^limits\./, '').replace(/[[.].*$/, '');
  const message = param === 'addressRanges' ? text.keys.addressesWrong : error.message;
  throw new ApiError(error.status, { message, code: error.code, param });
}
