/** The fields of a Form: each has a label, says below it what helps, and shows the gateway's refusal of its name. */
import {
  Checkbox,
  type CheckboxProps,
  NativeSelect,
  type NativeSelectProps,
  PasswordInput,
  type PasswordInputProps,
  Switch,
  type SwitchProps,
  Textarea,
  type TextareaProps,
  TextInput,
  type TextInputProps,
} from '@mantine/core';
import type { ReactNode } from 'react';
import { text } from '../text/en.ts';
import { useFieldError } from './form.tsx';

interface Named {
  readonly label: string;
  readonly name: string;
  readonly hint?: ReactNode;
}

type Rest<P> = Omit<P, 'label' | 'name' | 'description' | 'error'>;

export function TextField({ hint, ...rest }: Named & Rest<TextInputProps>) {
  return <TextInput description={hint} error={useFieldError(rest.name)} {...rest} />;
}

export function PasswordField({ hint, ...rest }: Named & Rest<PasswordInputProps>) {
  return (
    <PasswordInput
      description={hint}
      error={useFieldError(rest.name)}
      visibilityToggleButtonProps={{ 'aria-label': text.fields.showPassword, tabIndex: 0 }}
      {...rest}
    />
  );
}

export function TextArea({ hint, ...rest }: Named & Rest<TextareaProps>) {
  return <Textarea description={hint} error={useFieldError(rest.name)} {...rest} />;
}

export interface Option {
  readonly value: string;
  readonly label: string;
}

export function SelectField({
  hint,
  options,
  ...rest
}: Named & { readonly options: readonly Option[] } & Omit<Rest<NativeSelectProps>, 'data'>) {
  return <NativeSelect description={hint} error={useFieldError(rest.name)} data={[...options]} {...rest} />;
}

export function CheckField({ hint, ...rest }: Named & Rest<CheckboxProps>) {
  return <Checkbox description={hint} error={useFieldError(rest.name)} {...rest} />;
}

export function SwitchField({ hint, ...rest }: Named & Rest<SwitchProps>) {
  return <Switch description={hint} error={useFieldError(rest.name)} {...rest} />;
}
