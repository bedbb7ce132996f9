import { Text } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { RetentionView } from '../../../../src/contract/retention.ts';
import { retentionQuery, updateRetention } from '../../api/retention.ts';
import { isOwner, useUser } from '../../session.tsx';
import { text } from '../../text/en.ts';
import { FileBadge } from '../badge.tsx';
import { ConfirmDialog } from '../dialog.tsx';
import { Facts } from '../facts.tsx';
import { SelectField } from '../fields.tsx';
import { Form, filled, typed } from '../form.tsx';
import { Loaded } from '../loaded.tsx';
import { notify } from '../notify.ts';
import { NumberField } from '../number-field.tsx';
import { Section } from '../page.tsx';
import { Panel } from '../panel.tsx';
import { Time } from '../time.tsx';

/** How long requests stay on record. */
export function RetentionSection() {
  const retention = useQuery(retentionQuery);
  return (
    <Section title={text.settings.retention} lead={text.settings.retentionLead}>
      <Panel>
        <Loaded query={retention} rows={3}>
          {(data) => <Retention retention={data} />}
        </Loaded>
      </Panel>
    </Section>
  );
}

function Retention({ retention }: { readonly retention: RetentionView }) {
  const owner = isOwner(useUser());
  const client = useQueryClient();
  const [limited, setLimited] = useState(retention.days !== null);
  const [asking, setAsking] = useState<number>();
  const save = async (days: number | null): Promise<void> => {
    client.setQueryData(retentionQuery.queryKey, await updateRetention(days));
    notify.done(text.settings.saved);
  };
  const submit = async (data: FormData): Promise<void> => {
    const days = typed(data, 'keep') === 'days' ? Number(filled(data, 'days')?.replaceAll(' ', '') ?? '') : null;
    const shorter = days !== null && days < (retention.days ?? Number.POSITIVE_INFINITY);
    if (shorter) setAsking(days);
    else await save(days);
  };
  const { oldestAt } = retention;
  const oldest = [
    text.settings.keptFrom,
    oldestAt === null ? text.settings.noneKept : <Time key="at" iso={oldestAt} as="day" />,
  ] as const;
  if (!owner || retention.managedBy === 'file') {
    const kept =
      retention.days === null ? text.settings.keepOptions.ever : `${retention.days} ${text.settings.keepFor}`;
    return (
      <>
        <Facts items={[[text.settings.keep, kept], oldest]} />
        <Text size="sm" c="dimmed" mt="md" className="wrap" component="div">
          {retention.managedBy === 'file' ? text.common.fileNote : text.settings.ownersOnly}{' '}
          <FileBadge managedBy={retention.managedBy} />
        </Text>
      </>
    );
  }
  return (
    <>
      <Form submit={text.common.save} onSubmit={submit}>
        <Facts items={[oldest]} />
        <SelectField
          label={text.settings.keep}
          name="keep"
          value={limited ? 'days' : 'ever'}
          onChange={(event) => setLimited(event.currentTarget.value === 'days')}
          options={(['ever', 'days'] as const).map((value) => ({ value, label: text.settings.keepOptions[value] }))}
        />
        {limited && (
          <NumberField
            label={text.settings.keepFor}
            name="days"
            min={1}
            max={36_500}
            allowDecimal={false}
            required
            defaultValue={retention.days ?? 365}
          />
        )}
      </Form>
      {asking !== undefined && (
        <ConfirmDialog
          title={text.settings.retentionTitle(asking)}
          confirm={text.settings.retentionConfirm}
          onConfirm={() => save(asking)}
          onClose={() => setAsking(undefined)}
        >
          {text.settings.retentionQuestion}
        </ConfirmDialog>
      )}
    </>
  );
}
