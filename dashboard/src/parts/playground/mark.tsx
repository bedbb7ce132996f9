import { Tooltip } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { text } from '../../text/en.ts';
import { VisibleText } from '../visible-text.tsx';
import { familyOf } from './family.ts';
import classes from './mark.module.css';

/** A stretch of text that stands for something: coloured by its family, named in words, and told about on hover, focus or tap. */
export function Mark({
  shown,
  kind,
  label = text.kind(kind),
  children,
}: {
  readonly shown: string;
  readonly kind: string;
  /** The word beside the value; null where the value says it itself. */
  readonly label?: string | null;
  /** What the tip says. */
  readonly children: ReactNode;
}) {
  // A finger has no hover: a tap keeps the tip until another place is touched.
  const [tapped, setTapped] = useState(false);
  return (
    <Tooltip
      multiline
      w={300}
      label={children}
      events={{ hover: true, focus: true, touch: false }}
      openDelay={100}
      {...(tapped ? { opened: true } : {})}
    >
      <mark
        className={classes.mark}
        data-family={familyOf(kind)}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what is told on hover must be told on focus too (WCAG 1.4.13)
        tabIndex={0}
        onClick={() => setTapped(!tapped)}
        onBlur={() => setTapped(false)}
        onKeyDown={({ key }) => {
          if (key === 'Escape') setTapped(false);
        }}
      >
        <VisibleText text={shown} />
        {label !== null && <span className={classes.label}>{label}</span>}
      </mark>
    </Tooltip>
  );
}

/** Names and values in a tip, one a line. */
export function TipFacts({
  title,
  facts,
}: {
  readonly title: string;
  readonly facts: readonly (readonly [name: string, value: ReactNode])[];
}) {
  return (
    <span className={classes.tip}>
      <strong>{title}</strong>
      {facts.map(([name, value]) => (
        <span key={name}>
          <span className={classes.tipName}>{name}</span> {value}
        </span>
      ))}
    </span>
  );
}
