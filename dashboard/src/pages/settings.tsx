import { useQuery, useQueryClient } from '@tanstack/react-query';
import { organizationQuery, renameOrganization } from '../api/organization.ts';
import { Facts } from '../parts/facts.tsx';
import { TextField } from '../parts/fields.tsx';
import { Form, typed } from '../parts/form.tsx';
import { Loaded } from '../parts/loaded.tsx';
import { notify } from '../parts/notify.ts';
import { Page, Section } from '../parts/page.tsx';
import { Panel } from '../parts/panel.tsx';
import { isOwner, useUser } from '../session.tsx';
import { text } from '../text/en.ts';

export function Settings() {
  const user = useUser();
  const client = useQueryClient();
  const organization = useQuery(organizationQuery);
  return (
    <Page title={text.settings.title} lead={text.settings.lead}>
      <Section title={text.settings.organization}>
        <Panel maw="36rem">
          <Loaded query={organization} rows={2}>
            {({ name }) =>
              isOwner(user) ? (
                <Form
                  submit={text.common.save}
                  onSubmit={async (data) => {
                    client.setQueryData(
                      organizationQuery.queryKey,
                      await renameOrganization(typed(data, 'name').trim()),
                    );
                    notify.done(text.settings.saved);
                  }}
                >
                  <TextField label={text.fields.name} name="name" defaultValue={name} required maxLength={200} />
                </Form>
              ) : (
                <Facts items={[[text.fields.name, name]]} />
              )
            }
          </Loaded>
        </Panel>
      </Section>
    </Page>
  );
}
