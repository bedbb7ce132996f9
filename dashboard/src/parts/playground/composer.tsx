import { Button, Group, Kbd, SegmentedControl, Text, Textarea } from '@mantine/core';
import { PaperPlaneIcon, StopIcon } from '@radix-ui/react-icons';
import { type KeyboardEvent, type RefObject, useId } from 'react';
import { text } from '../../text/en.ts';
import classes from './composer.module.css';
import { PII_ORDER, type PiiChoice } from './pii-choice.ts';

const say = text.playground;

/** Where one writes: Enter sends, Shift and Enter begin a new line. */
export function Composer({
  draft,
  onDraft,
  onSend,
  onStop,
  busy,
  pii,
  field,
}: {
  readonly draft: string;
  readonly onDraft: (draft: string) => void;
  readonly onSend: () => void;
  readonly onStop: () => void;
  /** A turn is under way. */
  readonly busy: boolean;
  readonly pii: PiiChoice;
  readonly field: RefObject<HTMLTextAreaElement | null>;
}) {
  const hint = useId();
  const onKeyDown = (event: KeyboardEvent): void => {
    // While an input method composes, Enter belongs to it.
    if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return;
    event.preventDefault();
    if (!busy) onSend();
  };
  return (
    <form
      className={classes.composer}
      aria-label={say.composer}
      onSubmit={(event) => {
        event.preventDefault();
        if (!busy) onSend();
      }}
    >
      <Textarea
        ref={field}
        aria-label={say.message}
        aria-describedby={hint}
        placeholder={say.messagePlaceholder}
        value={draft}
        onChange={(event) => onDraft(event.currentTarget.value)}
        onKeyDown={onKeyDown}
        autosize
        minRows={1}
        maxRows={8}
        variant="unstyled"
        size="md"
        classNames={{ input: classes.input ?? '' }}
      />
      <Group justify="space-between" gap="sm">
        <Group gap="xs" className={classes.choice ?? ''}>
          <Text size="xs" fw={550} c="dimmed" component="span" id={`${hint}-pii`} className={classes.label}>
            {say.pii}
          </Text>
          <SegmentedControl
            size="xs"
            transitionDuration={0}
            aria-labelledby={`${hint}-pii`}
            value={pii.mode}
            onChange={pii.choose}
            data={PII_ORDER.map((mode) => ({
              value: mode,
              label: say.modes[mode],
              disabled: PII_ORDER.indexOf(mode) < PII_ORDER.indexOf(pii.floor),
            }))}
          />
          {pii.floor !== 'disabled' && (
            <Text size="xs" c="dimmed" component="span" visibleFrom="sm">
              {say.floor(pii.floor)}
            </Text>
          )}
        </Group>
        <Group gap="sm" ml="auto" wrap="nowrap">
          <Text size="xs" c="dimmed" component="span" id={hint} visibleFrom="md">
            <Kbd size="xs">Enter</Kbd> {say.sends} · <Kbd size="xs">Shift</Kbd> <Kbd size="xs">Enter</Kbd> {say.newLine}
          </Text>
          {busy ? (
            <Button variant="default" leftSection={<StopIcon aria-hidden />} onClick={onStop}>
              {say.stop}
            </Button>
          ) : (
            <Button type="submit" leftSection={<PaperPlaneIcon aria-hidden />} disabled={draft.trim() === ''}>
              {say.send}
            </Button>
          )}
        </Group>
      </Group>
    </form>
  );
}
