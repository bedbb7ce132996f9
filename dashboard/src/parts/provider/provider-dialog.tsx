import { Button, Collapse, Group, Stack, Text, UnstyledButton } from '@mantine/core';
import { ChevronDownIcon, ChevronRightIcon } from '@radix-ui/react-icons';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import type { ProviderView } from '../../../../src/contract/provider.ts';
import { asApiError } from '../../api/call.ts';
import { createProvider, tryProvider, updateProvider } from '../../api/providers.ts';
import { readAgain } from '../../api/read-again.ts';
import { isOwner, useUser } from '../../session.tsx';
import { text } from '../../text/en.ts';
import { Dialog } from '../dialog.tsx';
import { CheckField, PasswordField, SelectField, TextField } from '../fields.tsx';
import { Form } from '../form.tsx';
import { Notice } from '../notice.tsx';
import { notify } from '../notify.ts';
import { useStillThere } from '../use-still-there.ts';
import { AdvancedFields } from './advanced-fields.tsx';
import { ConnectionResult } from './connection-result.tsx';
import { fieldsOf, type ProviderFields, settingsOf, startFrom } from './provider-fields.ts';
import { PROVIDER_KIND_NAMES } from './provider-kinds.ts';
import { STARTS } from './starts.ts';
import { Testing } from './test-dialog.tsx';

const say = text.providers;

/** Makes a provider, or changes one. A credential is written, never read back: left empty, the one that is there stays. */
export function ProviderDialog({
  provider,
  onClose,
}: {
  readonly provider: ProviderView | undefined;
  readonly onClose: () => void;
}) {
  const owner = isOwner(useUser());
  const client = useQueryClient();
  const isThere = useStillThere();
  const [fields, setFields] = useState(() => fieldsOf(provider));
  const set = (part: Partial<ProviderFields>): void => setFields((before) => ({ ...before, ...part }));
  const submit = async (): Promise<void> => {
    const settings = settingsOf(fields);
    const apiKey = fields.apiKey.trim();
    if (provider === undefined) {
      const { name, kind } = fields;
      await createProvider({ name: name.trim(), kind, ...settings, apiKey: apiKey === '' ? null : apiKey });
    } else {
      const { internal, ...others } = settings;
      await updateProvider(provider, {
        ...others,
        ...(internal === provider.internal ? {} : { internal }),
        ...(apiKey === '' ? {} : { apiKey }),
      }).catch(readAgain(client, ['providers']));
    }
    await client.invalidateQueries({ queryKey: ['providers'] });
    notify.done(say.saved(fields.name.trim()));
    if (isThere()) onClose();
  };
  return (
    <Dialog title={provider === undefined ? say.createTitle : say.editTitle(provider.name)} onClose={onClose} size="lg">
      <Form submit={provider === undefined ? say.create : text.common.save} onSubmit={submit} onCancel={onClose}>
        {provider === undefined && (
          <NewProviderFields
            fields={fields}
            set={set}
            onStart={(start) => setFields(startFrom(fields, start, owner))}
          />
        )}
        {fields.kind !== 'echo' && (
          <>
            <TextField
              label={say.baseUrl}
              hint={say.baseUrlHint}
              name="baseUrl"
              type="url"
              required
              maxLength={2000}
              value={fields.baseUrl}
              onChange={(event) => set({ baseUrl: event.target.value })}
              autoComplete="off"
              spellCheck={false}
            />
            <PasswordField
              label={say.credential}
              hint={provider?.hasCredential ? say.credentialKept : say.credentialHint}
              name="apiKey"
              maxLength={10_000}
              value={fields.apiKey}
              onChange={(event) => set({ apiKey: event.target.value })}
              autoComplete="off"
            />
            <CheckField
              label={say.internal}
              hint={owner ? say.internalHint : say.internalOwner}
              name="internal"
              disabled={!owner}
              checked={fields.internal}
              onChange={(event) => set({ internal: event.target.checked })}
            />
            <Advanced>
              <AdvancedFields fields={fields} set={set} />
            </Advanced>
            <Trial fields={fields} provider={provider} />
          </>
        )}
      </Form>
    </Dialog>
  );
}

function NewProviderFields({
  fields,
  set,
  onStart,
}: {
  readonly fields: ProviderFields;
  readonly set: (part: Partial<ProviderFields>) => void;
  readonly onStart: (start: (typeof STARTS)[number]) => void;
}) {
  const [start, setStart] = useState('');
  return (
    <>
      <div className="columns narrow">
        <SelectField
          label={say.start}
          name="start"
          value={start}
          options={[
            { value: '', label: say.startOwn },
            ...STARTS.map(({ name, title }) => ({ value: name, label: title })),
          ]}
          onChange={(event) => {
            setStart(event.target.value);
            const chosen = STARTS.find(({ name }) => name === event.target.value);
            if (chosen !== undefined) onStart(chosen);
          }}
        />
        <SelectField
          label={say.kind}
          name="kind"
          options={PROVIDER_KIND_NAMES}
          value={fields.kind}
          onChange={(event) =>
            set({ kind: PROVIDER_KIND_NAMES.find(({ value }) => value === event.target.value)?.value ?? fields.kind })
          }
        />
      </div>
      <TextField
        label={text.fields.name}
        hint={say.nameHint}
        name="name"
        required
        pattern="[a-z0-9][a-z0-9\-]{0,62}"
        title={say.nameHint}
        value={fields.name}
        onChange={(event) => set({ name: event.target.value })}
        autoComplete="off"
        spellCheck={false}
        data-autofocus
      />
    </>
  );
}

function Advanced({ children }: { readonly children: ReactNode }) {
  const [open, setOpen] = useState(false);
  return (
    <div>
      <UnstyledButton aria-expanded={open} onClick={() => setOpen(!open)} fz="sm" fw={500} mb={open ? 'sm' : 0}>
        <span className="wrap">
          {open ? <ChevronDownIcon aria-hidden /> : <ChevronRightIcon aria-hidden />}
          {say.advanced}
        </span>
      </UnstyledButton>
      <Collapse expanded={open} transitionDuration={0}>
        {children}
      </Collapse>
    </div>
  );
}

/** Calls the provider as the form says, before anything is saved. */
function Trial({ fields, provider }: { readonly fields: ProviderFields; readonly provider: ProviderView | undefined }) {
  const trial = useMutation({
    mutationFn: () => {
      const apiKey = fields.apiKey.trim();
      return tryProvider({ kind: fields.kind, ...settingsOf(fields), apiKey: apiKey === '' ? null : apiKey });
    },
  });
  // The saved credential is not sent to an address that is not saved.
  const unknown = provider?.hasCredential === true && fields.apiKey.trim() === '';
  return (
    <Stack gap="sm">
      <Group gap="sm">
        <Button
          variant="default"
          disabled={unknown || fields.baseUrl.trim() === ''}
          loading={trial.isPending}
          onClick={() => trial.mutate()}
        >
          {say.testNow}
        </Button>
        {unknown && (
          <Text size="xs" c="dimmed">
            {say.testKept}
          </Text>
        )}
      </Group>
      <div aria-live="polite" className="live">
        {trial.isPending && <Testing />}
        {trial.error !== null && !trial.isPending && <Notice kind="error">{asApiError(trial.error).message}</Notice>}
        {trial.data !== undefined && !trial.isPending && <ConnectionResult test={trial.data} />}
      </div>
    </Stack>
  );
}
