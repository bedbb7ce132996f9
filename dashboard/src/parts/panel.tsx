import { Paper, type PaperProps } from '@mantine/core';
import type { ReactNode } from 'react';

/** A surface on the page. */
export function Panel({ children, ...rest }: { readonly children: ReactNode } & PaperProps) {
  return (
    <Paper p="lg" {...rest}>
      {children}
    </Paper>
  );
}
