import { SimpleGrid, Stack, Text } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { ApiError } from '../api/call.ts';
import { changePassword } from '../api/session.ts';
import { AboutMe } from '../parts/account/about-me.tsx';
import { SecurityEvents } from '../parts/account/security-events.tsx';
import { SessionsSection } from '../parts/account/sessions-section.tsx';
import { TwoFactorSection } from '../parts/account/two-factor-section.tsx';
import { PasswordField } from '../parts/fields.tsx';
import { Form, typed } from '../parts/form.tsx';
import { GatewayKeys } from '../parts/gateway-keys.tsx';
import { NewPassword } from '../parts/new-password.tsx';
import { Notice } from '../parts/notice.tsx';
import { Page, Section } from '../parts/page.tsx';
import { Panel } from '../parts/panel.tsx';
import { useSession, useUser } from '../session.tsx';
import { text } from '../text/en.ts';

export function Profile() {
  const user = useUser();
  return (
    <Page title={text.profile.title}>
      <GatewayKeys />
      <SimpleGrid cols={{ base: 1, lg: 2 }} spacing="xl" verticalSpacing="xl">
        <Stack gap="xl">
          <Section title={text.profile.about} lead={text.profile.aboutLead}>
            <AboutMe />
          </Section>
          <TwoFactorSection />
        </Stack>
        <Section title={text.profile.password} lead={text.profile.passwordLead}>
          <Panel>{user.hasPassword ? <ChangePassword /> : <Text size="sm">{text.profile.noPassword}</Text>}</Panel>
        </Section>
      </SimpleGrid>
      <SessionsSection />
      <Section title={text.profile.events} lead={text.profile.eventsLead}>
        <SecurityEvents of="own" label={text.profile.events} />
      </Section>
    </Page>
  );
}

function ChangePassword() {
  const user = useUser();
  const { signedIn } = useSession();
  const client = useQueryClient();
  const [changed, setChanged] = useState(false);
  const submit = async (data: FormData, form: HTMLFormElement): Promise<void> => {
    setChanged(false);
    const next = typed(data, 'next');
    if (next !== typed(data, 'repeated')) {
      throw new ApiError(400, { message: text.fields.notTheSame, code: 'invalid_value', param: 'repeated' });
    }
    try {
      signedIn(await changePassword({ current: typed(data, 'current'), next }));
    } catch (error) {
      if (!(error instanceof ApiError && error.code === 'invalid_credentials')) throw error;
      throw new ApiError(401, { message: text.profile.wrongPassword, code: error.code, param: 'current' });
    }
    form.reset();
    setChanged(true);
    void client.invalidateQueries({ queryKey: ['sessions'] });
    void client.invalidateQueries({ queryKey: ['security-events'] });
  };
  return (
    <>
      <Form submit={text.profile.change} onSubmit={submit}>
        {/* Password managers ask which account it is (whatwg HTML, autofill). */}
        <input type="email" autoComplete="username" value={user.email} readOnly hidden />
        <PasswordField
          label={text.fields.currentPassword}
          name="current"
          autoComplete="current-password"
          required
          maxLength={200}
        />
        <NewPassword name="next" />
      </Form>
      <div role="status" className="live">
        {changed && <Notice kind="success">{text.profile.changed}</Notice>}
      </div>
    </>
  );
}
