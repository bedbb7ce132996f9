import { useQuery, useQueryClient } from '@tanstack/react-query';
import { organizationQuery, renameOrganization } from '../../api/organization.ts';
import { isOwner, useUser } from '../../session.tsx';
import { text } from '../../text/en.ts';
import { Facts } from '../facts.tsx';
import { TextField } from '../fields.tsx';
import { Form, typed } from '../form.tsx';
import { Loaded } from '../loaded.tsx';
import { notify } from '../notify.ts';
import { Section } from '../page.tsx';
import { Panel } from '../panel.tsx';

export function OrganizationSection() {
  const owner = isOwner(useUser());
  const client = useQueryClient();
  const organization = useQuery(organizationQuery);
  const save = async (data: FormData): Promise<void> => {
    client.setQueryData(organizationQuery.queryKey, await renameOrganization(typed(data, 'name').trim()));
    notify.done(text.settings.saved);
  };
  return (
    <Section title={text.settings.organization} lead={text.settings.organizationLead}>
      <Panel>
        <Loaded query={organization} rows={2}>
          {({ name }) =>
            owner ? (
              <Form submit={text.common.save} onSubmit={save}>
                <TextField label={text.fields.name} name="name" defaultValue={name} required maxLength={200} />
              </Form>
            ) : (
              <Facts items={[[text.fields.name, name]]} />
            )
          }
        </Loaded>
      </Panel>
    </Section>
  );
}
