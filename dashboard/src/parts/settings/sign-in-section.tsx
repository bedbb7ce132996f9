import { Stack, Text } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { SignInPolicy } from '../../../../src/contract/sign-in-method.ts';
import { sessionQuery } from '../../api/session.ts';
import { policyQuery, updatePolicy } from '../../api/sign-in-methods.ts';
import { isOwner, useUser } from '../../session.tsx';
import { text } from '../../text/en.ts';
import { FileBadge } from '../badge.tsx';
import { Facts } from '../facts.tsx';
import { SelectField, SwitchField } from '../fields.tsx';
import { Form, typed } from '../form.tsx';
import { Loaded } from '../loaded.tsx';
import { Notice } from '../notice.tsx';
import { notify } from '../notify.ts';
import { Section } from '../page.tsx';
import { Panel } from '../panel.tsx';

/** What is asked of everybody who signs in. */
export function SignInSection() {
  const policy = useQuery(policyQuery);
  return (
    <Section title={text.settings.signIn} lead={text.settings.signInLead}>
      <Panel maw="40rem">
        <Loaded query={policy} rows={3}>
          {(data) => <Policy policy={data} />}
        </Loaded>
      </Panel>
    </Section>
  );
}

function Policy({ policy }: { readonly policy: SignInPolicy }) {
  const readOnly = !isOwner(useUser()) || policy.managedBy === 'file';
  return readOnly ? <PolicyFacts policy={policy} /> : <PolicyForm policy={policy} />;
}

function PolicyFacts({ policy }: { readonly policy: SignInPolicy }) {
  return (
    <Stack gap="md">
      <Facts
        items={[
          [text.settings.twoFactor, text.settings.twoFactorOptions[policy.requireTwoFactor ? 'required' : 'free']],
          [text.settings.passwords, text.settings.passwordOptions[policy.passwords]],
        ]}
      />
      <Text size="sm" c="dimmed" className="wrap" component="div">
        {policy.managedBy === 'file' ? text.common.fileNote : text.settings.ownersOnly}{' '}
        <FileBadge managedBy={policy.managedBy} />
      </Text>
    </Stack>
  );
}

function PolicyForm({ policy }: { readonly policy: SignInPolicy }) {
  const user = useUser();
  const client = useQueryClient();
  const [asked, setAsked] = useState(policy.requireTwoFactor);
  const save = async (data: FormData): Promise<void> => {
    const passwords = typed(data, 'passwords') === 'owners' ? 'owners' : 'everybody';
    const next = await updatePolicy({ requireTwoFactor: data.get('requireTwoFactor') !== null, passwords });
    client.setQueryData(policyQuery.queryKey, next);
    notify.done(text.settings.saved);
    await client.invalidateQueries({ queryKey: sessionQuery.queryKey });
  };
  return (
    <Form submit={text.common.save} onSubmit={save}>
      <SwitchField
        label={text.settings.requireTwoFactor}
        hint={text.settings.requireTwoFactorHint}
        name="requireTwoFactor"
        checked={asked}
        onChange={(event) => setAsked(event.currentTarget.checked)}
      />
      {asked && !policy.requireTwoFactor && !user.twoFactor && user.signedInBy === 'password' && (
        <Notice>{text.settings.requireTwoFactorSelf}</Notice>
      )}
      <SelectField
        label={text.settings.passwords}
        hint={text.settings.passwordsHint}
        name="passwords"
        defaultValue={policy.passwords}
        options={(['everybody', 'owners'] as const).map((value) => ({
          value,
          label: text.settings.passwordOptions[value],
        }))}
      />
    </Form>
  );
}
