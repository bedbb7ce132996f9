import { Button, Group, Text } from '@mantine/core';
import { useState } from 'react';
import type { RecogniserSettings } from '../../../../src/contract/detection-policy.ts';
import { text } from '../../text/en.ts';
import { Badge } from '../badge.tsx';
import { useFieldErrorUnder } from '../form.tsx';
import { VisibleText } from '../visible-text.tsx';
import type { Editing } from './editing.ts';
import { PolicySection } from './policy-section.tsx';
import { RecogniserDialog } from './recogniser-dialog.tsx';

const say = text.policy.recognisers;

/** What only this workspace has: its own kinds, by keywords or patterns. */
export function RecognisersSection({ workspace, ...editing }: Editing & { readonly workspace: string }) {
  const { recognisers } = editing.detection;
  /** Its place in the list; the length of the list for a new one. */
  const [open, setOpen] = useState<number>();
  const replace = (next: readonly RecogniserSettings[]): void => editing.changeDetection({ recognisers: [...next] });
  return (
    <PolicySection title={say.title} lead={say.lead}>
      {recognisers.length === 0 ? (
        <Text size="sm" c="dimmed">
          {say.none}
        </Text>
      ) : (
        <ul className="rows">
          {recognisers.map((recogniser, index) => (
            <Row
              key={`${recogniser.kind} ${recogniser.name}`}
              recogniser={recogniser}
              name={`settings.detection.recognisers[${index}]`}
              onEdit={() => setOpen(index)}
              onRemove={() => replace(recognisers.filter((_, at) => at !== index))}
            />
          ))}
        </ul>
      )}
      <Group>
        <Button variant="default" onClick={() => setOpen(recognisers.length)}>
          {say.add}
        </Button>
      </Group>
      {open !== undefined && (
        <RecogniserDialog
          workspace={workspace}
          settings={editing.settings}
          recogniser={recognisers[open]}
          onClose={() => setOpen(undefined)}
          onDone={(recogniser) => {
            replace([...recognisers.slice(0, open), recogniser, ...recognisers.slice(open + 1)]);
            setOpen(undefined);
          }}
        />
      )}
    </PolicySection>
  );
}

function Row({
  recogniser,
  name,
  onEdit,
  onRemove,
}: {
  readonly recogniser: RecogniserSettings;
  readonly name: string;
  readonly onEdit: () => void;
  readonly onRemove: () => void;
}) {
  const wrong = useFieldErrorUnder(name);
  return (
    <li>
      <span className="stack grow">
        <span className="wrap">
          <strong>
            <VisibleText text={recogniser.name} />
          </strong>{' '}
          <Badge>{recogniser.kind}</Badge>
        </span>
        <Text component="span" size="xs" c="dimmed" className="breaks">
          {'pattern' in recogniser
            ? say.patternSummary(recogniser.pattern)
            : say.keywordsSummary(recogniser.keywords.length)}
        </Text>
        {wrong !== undefined && (
          <Text component="span" size="xs" c="var(--mantine-color-error)" role="alert">
            {wrong}
          </Text>
        )}
      </span>
      <span className="wrap">
        <Button size="compact-sm" variant="default" aria-label={say.edit(recogniser.name)} onClick={onEdit}>
          {text.common.edit}
        </Button>
        <Button
          size="compact-sm"
          variant="default"
          aria-label={text.policy.removeLabel(recogniser.name)}
          onClick={onRemove}
        >
          {text.common.remove}
        </Button>
      </span>
    </li>
  );
}
