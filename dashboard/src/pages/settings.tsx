import { SimpleGrid, Stack } from '@mantine/core';
import { SecurityEvents } from '../parts/account/security-events.tsx';
import { Page, Section } from '../parts/page.tsx';
import { ActivityList } from '../parts/settings/activity-list.tsx';
import { MethodsSection } from '../parts/settings/methods-section.tsx';
import { OrganizationSection } from '../parts/settings/organization-section.tsx';
import { RetentionSection } from '../parts/settings/retention-section.tsx';
import { SignInSection } from '../parts/settings/sign-in-section.tsx';
import { text } from '../text/en.ts';

export function Settings() {
  return (
    <Page title={text.settings.title} lead={text.settings.lead}>
      <SimpleGrid cols={{ base: 1, lg: 2 }} spacing="xl" verticalSpacing="xl">
        <Stack gap="xl">
          <OrganizationSection />
          <RetentionSection />
        </Stack>
        <SignInSection />
      </SimpleGrid>
      <MethodsSection />
      <Section title={text.settings.activity} lead={text.settings.activityLead}>
        <ActivityList />
      </Section>
      <Section title={text.settings.security} lead={text.settings.securityLead}>
        <SecurityEvents of="all" label={text.settings.security} />
      </Section>
    </Page>
  );
}
