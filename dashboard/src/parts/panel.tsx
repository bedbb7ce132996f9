import { Paper, type PaperProps } from '@mantine/core';
import type { ReactNode } from 'react';

/** A surface on the page. */
export function Panel({
  children,
  component = 'div',
  ...rest
}: {
  readonly children: ReactNode;
  readonly component?: 'div' | 'section' | 'aside';
  readonly 'aria-label'?: string;
} & PaperProps) {
  return (
    <Paper component={component as 'div'} p="lg" {...rest}>
      {children}
    </Paper>
  );
}
