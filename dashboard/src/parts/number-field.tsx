import { NumberInput, type NumberInputProps } from '@mantine/core';
import type { ReactNode } from 'react';
import { useFieldError } from './form.tsx';

/** A number in a Form. Not in fields.tsx: what formats numbers would be loaded with the sign-in page. */
export function NumberField({
  hint,
  ...rest
}: { readonly label: string; readonly name: string; readonly hint?: ReactNode } & Omit<
  NumberInputProps,
  'label' | 'name' | 'description' | 'error'
>) {
  return <NumberInput description={hint} error={useFieldError(rest.name)} hideControls {...rest} />;
}
