import { Group, Stack, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import type { ExplainedFinding, Explanation } from '../../../../src/contract/explain.ts';
import { text } from '../../text/en.ts';
import { Badge, KindBadges, VERDICT_TONES } from '../badge.tsx';
import { Notice } from '../notice.tsx';
import { PlaceholderText, WroteText } from '../playground/marked-texts.tsx';
import { NearMisses } from '../playground/near-misses.tsx';
import type { RestoredValue } from '../playground/turn.ts';
import classes from './explained.module.css';

const say = text.policy.try;

/** What the firewall makes of one text. */
export function Explained({ explanation }: { readonly explanation: Explanation }) {
  const { verdict, kinds, refusal, texts } = explanation;
  const found = Object.keys(kinds).length > 0;
  // The persona is read too; it is only worth showing when something in it counts.
  const shown = texts.filter(({ path, findings }) => path === 'text' || findings.length > 0);
  return (
    <Stack gap="sm">
      <Group gap="xs">
        <Badge tone={VERDICT_TONES[verdict]}>{say.verdicts[verdict]}</Badge>
        {found && <KindBadges kinds={kinds} />}
      </Group>
      {refusal !== null && (
        <Notice kind="error" title={say.refused}>
          {refusal.message}
        </Notice>
      )}
      {shown.map(({ path, text: wrote, findings, notCounted, masked }) => (
        <Stack key={path} gap="sm">
          <Reading title={path === 'text' ? say.wrote : say.persona}>
            <WroteText wrote={wrote} findings={findings} />
          </Reading>
          {masked !== null && masked !== wrote && (
            <Reading title={say.saw}>
              <PlaceholderText shown={masked} values={valuesIn(wrote, findings)} />
            </Reading>
          )}
          <NearMisses wrote={wrote} all={notCounted} findings={findings} />
        </Stack>
      ))}
      {!found && refusal === null && (
        <Text size="sm" c="dimmed">
          {say.nothing}
        </Text>
      )}
    </Stack>
  );
}

/** What each placeholder stands for. */
function valuesIn(wrote: string, findings: readonly ExplainedFinding[]): ReadonlyMap<string, RestoredValue> {
  return new Map(
    findings.flatMap(({ placeholder, kind, start, end }) =>
      placeholder === null ? [] : [[placeholder, { kind, value: wrote.slice(start, end) }]],
    ),
  );
}

function Reading({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <div>
      <Text size="xs" c="dimmed" mb={4}>
        {title}
      </Text>
      <div className={classes.reading}>{children}</div>
    </div>
  );
}
