import { Text } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { providersQuery } from '../../api/providers.ts';
import { addMember, createWorkspace } from '../../api/workspaces.ts';
import { useUser } from '../../session.tsx';
import { text } from '../../text/en.ts';
import { Dialog } from '../dialog.tsx';
import { CheckField, SelectField, TextField } from '../fields.tsx';
import { Form, filled, typed } from '../form.tsx';
import { Loaded } from '../loaded.tsx';
import { notify } from '../notify.ts';
import { ModelOptions, useModelNames } from './model-names.tsx';

const say = text.workspaces;

export function CreateWorkspace({ onClose }: { readonly onClose: () => void }) {
  const user = useUser();
  const client = useQueryClient();
  const navigate = useNavigate();
  const providers = useQuery(providersQuery);
  const submit = async (data: FormData): Promise<void> => {
    const title = filled(data, 'title');
    const provider = filled(data, 'settings.targets[0].provider');
    const model = filled(data, 'settings.targets[0].model');
    const targets = provider === undefined || model === undefined ? [] : [{ provider, model }];
    const body = { name: typed(data, 'name').trim(), settings: { targets }, ...(title === undefined ? {} : { title }) };
    const { name } = await createWorkspace(body);
    // It is there: what fails from here on is said on its page.
    if (data.get('join') !== null) await addMember(name, { email: user.email, role: 'admin' }).catch(notify.failed);
    await client.invalidateQueries({ queryKey: ['workspaces'] });
    await navigate({ to: '/workspaces/$name', params: { name } });
  };
  return (
    <Dialog title={say.createTitle} onClose={onClose}>
      <Loaded query={providers} rows={6}>
        {({ data }) => (
          <Form submit={say.create} onSubmit={submit} onCancel={onClose}>
            <TextField
              label={say.name}
              hint={say.nameHint}
              name="name"
              required
              pattern="[a-z0-9][a-z0-9\-]{0,62}"
              title={say.nameHint}
              autoComplete="off"
              spellCheck={false}
              data-autofocus
            />
            <TextField label={say.titleField} hint={say.titleHint} name="title" maxLength={200} autoComplete="off" />
            {data.length === 0 ? (
              <Text size="sm" c="dimmed">
                {say.noProvider}
              </Text>
            ) : (
              <FirstTarget providers={data.map(({ name }) => name)} />
            )}
            <CheckField label={say.joinToo} hint={say.joinHint} name="join" defaultChecked />
          </Form>
        )}
      </Loaded>
    </Dialog>
  );
}

function FirstTarget({ providers }: { readonly providers: readonly string[] }) {
  const [provider, setProvider] = useState(providers[0] ?? '');
  const [model, setModel] = useState('');
  const models = useModelNames(provider, model);
  return (
    <div className="columns narrow">
      <SelectField
        label={say.provider}
        name="settings.targets[0].provider"
        value={provider}
        onChange={(event) => setProvider(event.target.value)}
        options={providers.map((name) => ({ value: name, label: name }))}
      />
      <TextField
        label={say.model}
        hint={<span aria-live="polite">{models.hint ?? say.modelHint}</span>}
        name="settings.targets[0].model"
        value={model}
        onChange={(event) => setModel(event.target.value)}
        list={models.list}
        maxLength={200}
        autoComplete="off"
        spellCheck={false}
      />
      <ModelOptions models={models} />
    </div>
  );
}
