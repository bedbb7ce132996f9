import { SimpleGrid, Stack, Tabs } from '@mantine/core';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { SecurityEvents } from '../parts/account/security-events.tsx';
import { Page, Section } from '../parts/page.tsx';
import { ActivityList } from '../parts/settings/activity-list.tsx';
import { MethodsSection } from '../parts/settings/methods-section.tsx';
import { OrganizationSection } from '../parts/settings/organization-section.tsx';
import { RetentionSection } from '../parts/settings/retention-section.tsx';
import { SignInSection } from '../parts/settings/sign-in-section.tsx';
import { text } from '../text/en.ts';
import { SETTINGS_TABS, settingsSearch } from './settings-search.ts';

/** What holds for the whole organization. Owners change it, admins read it. */
export function Settings() {
  const navigate = useNavigate();
  const { tab = 'organization' } = useSearch({ from: '/signed-in/admins/settings' });
  return (
    <Page title={text.settings.title} lead={text.settings.lead}>
      <Tabs
        value={tab}
        onChange={(next) => void navigate({ to: '/settings', search: settingsSearch({ tab: next }), replace: true })}
        keepMounted={false}
      >
        <Tabs.List mb="lg">
          {SETTINGS_TABS.map((each) => (
            <Tabs.Tab key={each} value={each} px={{ base: 'xs', sm: 'md' }}>
              {text.settings.tabs[each]}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        <Tabs.Panel value="organization">
          <SimpleGrid cols={{ base: 1, lg: 2 }} spacing="xl" verticalSpacing="xl">
            <OrganizationSection />
            <RetentionSection />
          </SimpleGrid>
        </Tabs.Panel>
        <Tabs.Panel value="sign-in">
          <Stack gap="xl">
            <SignInSection />
            <MethodsSection />
          </Stack>
        </Tabs.Panel>
        <Tabs.Panel value="changes">
          <Section title={text.settings.activity} lead={text.settings.activityLead}>
            <ActivityList />
          </Section>
        </Tabs.Panel>
        <Tabs.Panel value="security">
          <Section title={text.settings.security} lead={text.settings.securityLead}>
            <SecurityEvents of="all" label={text.settings.security} />
          </Section>
        </Tabs.Panel>
      </Tabs>
    </Page>
  );
}
