import { useState } from 'react';
import type { ProviderKind, ProviderView } from '../../../src/contract/provider.ts';
import { createProvider, updateProvider } from '../api/providers.ts';
import { useUser } from '../session.tsx';
import { text } from '../text/en.ts';
import { Dialog } from './dialog.tsx';
import { CheckField, PasswordField, SelectField, TextField } from './fields.tsx';
import { Form, filled, typed } from './form.tsx';

const KINDS: readonly { readonly value: ProviderKind; readonly label: string }[] = [
  { value: 'openai-compatible', label: text.providers.kinds['openai-compatible'] },
  { value: 'echo', label: text.providers.kinds.echo },
];

/** Makes a provider, or changes one. A credential is written, never read back: left empty, the one that is there stays. */
export function ProviderDialog({
  provider,
  onClose,
  onSaved,
}: {
  readonly provider: ProviderView | undefined;
  readonly onClose: () => void;
  readonly onSaved: () => void;
}) {
  const user = useUser();
  const [kind, setKind] = useState<ProviderKind>(provider?.kind ?? 'openai-compatible');
  const submit = async (data: FormData): Promise<void> => {
    const baseUrl = filled(data, 'baseUrl') ?? null;
    const apiKey = filled(data, 'apiKey');
    const internal = data.get('internal') !== null;
    if (provider === undefined) {
      const name = typed(data, 'name').trim();
      await createProvider({ name, kind, baseUrl, apiKey: apiKey ?? null, internal });
    } else {
      await updateProvider(provider.name, {
        baseUrl,
        ...(apiKey === undefined ? {} : { apiKey }),
        ...(internal === provider.internal ? {} : { internal }),
      });
    }
    onSaved();
  };
  const title = provider === undefined ? text.providers.createTitle : text.providers.editTitle(provider.name);
  return (
    <Dialog title={title} onClose={onClose}>
      <Form
        submit={provider === undefined ? text.providers.create : text.common.save}
        onSubmit={submit}
        onCancel={onClose}
      >
        {provider === undefined && (
          <>
            <TextField
              label={text.fields.name}
              hint={text.workspaces.nameHint}
              name="name"
              required
              pattern="[a-z0-9][a-z0-9\-]{0,62}"
              title={text.workspaces.nameHint}
              autoComplete="off"
              spellCheck={false}
              autoFocus
            />
            <SelectField
              label={text.providers.kind}
              name="kind"
              options={KINDS}
              value={kind}
              onChange={(event) => setKind(KINDS.find(({ value }) => value === event.target.value)?.value ?? kind)}
            />
          </>
        )}
        {kind !== 'echo' && (
          <>
            <TextField
              label={text.providers.baseUrl}
              hint={text.providers.baseUrlHint}
              name="baseUrl"
              type="url"
              required
              maxLength={2000}
              defaultValue={provider?.baseUrl ?? ''}
              autoComplete="off"
              spellCheck={false}
            />
            <PasswordField
              label={text.providers.credential}
              hint={provider?.hasCredential ? text.providers.credentialKept : text.providers.credentialHint}
              name="apiKey"
              maxLength={10_000}
              autoComplete="off"
            />
            {user.role === 'owner' && (
              <CheckField
                label={text.providers.internal}
                hint={text.providers.internalHint}
                name="internal"
                defaultChecked={provider?.internal ?? false}
              />
            )}
          </>
        )}
      </Form>
    </Dialog>
  );
}
