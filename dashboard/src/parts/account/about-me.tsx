import { Stack } from '@mantine/core';
import type { ReactNode } from 'react';
import { changeName } from '../../api/session.ts';
import { useSession, useUser } from '../../session.tsx';
import { text } from '../../text/en.ts';
import { FileBadge } from '../badge.tsx';
import { Facts } from '../facts.tsx';
import { TextField } from '../fields.tsx';
import { Form, typed } from '../form.tsx';
import { notify } from '../notify.ts';
import { Panel } from '../panel.tsx';

/** Who one is; the name is one's own to change, unless the configuration file says it. */
export function AboutMe() {
  const user = useUser();
  const { signedIn } = useSession();
  const facts: readonly (readonly [string, ReactNode])[] = [
    [text.fields.email, user.email],
    [
      text.fields.role,
      <span key="role" className="wrap">
        {text.roles[user.role]} <FileBadge managedBy={user.managedBy} />
      </span>,
    ],
  ];
  if (user.managedBy === 'file') {
    return (
      <Panel>
        <Facts items={[[text.fields.name, user.name], ...facts]} />
      </Panel>
    );
  }
  return (
    <Panel>
      <Stack gap="lg">
        <Facts items={facts} />
        <Form
          submit={text.profile.saveName}
          onSubmit={async (data) => {
            signedIn(await changeName(typed(data, 'name').trim()));
            notify.done(text.profile.nameSaved);
          }}
        >
          <TextField
            label={text.fields.name}
            name="name"
            defaultValue={user.name}
            autoComplete="name"
            required
            maxLength={200}
          />
        </Form>
      </Stack>
    </Panel>
  );
}
