import { SecurityEvents } from '../parts/account/security-events.tsx';
import { Page, Section } from '../parts/page.tsx';
import { MethodsSection } from '../parts/settings/methods-section.tsx';
import { OrganizationSection } from '../parts/settings/organization-section.tsx';
import { RetentionSection } from '../parts/settings/retention-section.tsx';
import { SignInSection } from '../parts/settings/sign-in-section.tsx';
import { text } from '../text/en.ts';

export function Settings() {
  return (
    <Page title={text.settings.title} lead={text.settings.lead}>
      <OrganizationSection />
      <SignInSection />
      <MethodsSection />
      <RetentionSection />
      <Section title={text.settings.security} lead={text.settings.securityLead}>
        <SecurityEvents of="all" label={text.settings.security} />
      </Section>
    </Page>
  );
}
