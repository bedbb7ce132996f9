/** Forms: one submission at a time, and the gateway's refusal beside the field it is about. Its fields are in fields.tsx. */
import { Button, Group, Stack } from '@mantine/core';
import { createContext, type ReactNode, type SubmitEvent, useContext, useEffect, useRef, useState } from 'react';
import { type ApiError, asApiError } from '../api/call.ts';
import { text } from '../text/en.ts';
import { Notice } from './notice.tsx';

const FormError = createContext<ApiError | undefined>(undefined);

export function Form({
  children,
  submit,
  onSubmit,
  onCancel,
  fullWidth = false,
}: {
  readonly children: ReactNode;
  readonly submit: string;
  /** Throws ApiError; its `param` is matched with the names of the fields. */
  readonly onSubmit: (data: FormData, form: HTMLFormElement) => Promise<void>;
  readonly onCancel?: () => void;
  /** The button is as wide as the form: for a form that is all there is on a page. */
  readonly fullWidth?: boolean;
}) {
  const form = useRef<HTMLFormElement>(null);
  const [error, setError] = useState<ApiError>();
  const [busy, setBusy] = useState(false);
  useEffect(() => {
    // In a dialog that had to wait for something, the focus is on what was there before.
    const isLate = form.current?.closest('[role="dialog"]')?.contains(document.activeElement) === true;
    if (isLate) form.current?.querySelector<HTMLElement>('[data-autofocus]')?.focus();
  }, []);
  const send = async (event: SubmitEvent<HTMLFormElement>): Promise<void> => {
    event.preventDefault();
    if (busy) return;
    setBusy(true);
    setError(undefined);
    try {
      await onSubmit(new FormData(event.currentTarget), event.currentTarget);
    } catch (thrown) {
      const refusal = asApiError(thrown);
      setError(refusal);
      fieldOf(form.current, refusal)?.focus();
    } finally {
      setBusy(false);
    }
  };
  const general = error !== undefined && fieldOf(form.current, error) === undefined ? error : undefined;
  return (
    <FormError value={general === undefined ? error : undefined}>
      <form ref={form} onSubmit={(event) => void send(event)}>
        <Stack gap="md">
          <div aria-live="assertive" className="live">
            {general && <Notice kind="error">{general.message}</Notice>}
          </div>
          {children}
          <Group justify={onCancel ? 'flex-end' : 'flex-start'} gap="sm">
            {onCancel && (
              <Button variant="default" onClick={onCancel}>
                {text.common.cancel}
              </Button>
            )}
            <Button type="submit" loading={busy} fullWidth={fullWidth}>
              {submit}
            </Button>
          </Group>
        </Stack>
      </form>
    </FormError>
  );
}

function fieldOf(form: HTMLFormElement | null, error: ApiError): HTMLElement | undefined {
  const field = error.param === null ? undefined : form?.elements.namedItem(error.param);
  return field instanceof HTMLElement ? field : undefined;
}

/** For fields that are not in a Form: they show the refusal whose `param` names them. */
export function Refusals({ error, children }: { readonly error: ApiError | undefined; readonly children: ReactNode }) {
  return <FormError value={error}>{children}</FormError>;
}

/** The message of the last refusal, for the field called `name`; for a field of several values, any of their names. */
export function useFieldError(name: string | readonly string[]): string | undefined {
  const error = useContext(FormError);
  if (error === undefined || error.param === null) return undefined;
  return [name].flat().includes(error.param) ? error.message : undefined;
}

/** The message of the last refusal, for whatever is inside `name`: `settings.targets[0]` and all its fields. */
export function useFieldErrorUnder(name: string): string | undefined {
  const error = useContext(FormError);
  const param = error?.param ?? '';
  return param === name || param.startsWith(`${name}.`) || param.startsWith(`${name}[`) ? error?.message : undefined;
}

/** A text field's value, without blanks around it; undefined when it is empty. */
export function filled(data: FormData, name: string): string | undefined {
  const value = data.get(name);
  const trimmed = typeof value === 'string' ? value.trim() : '';
  return trimmed === '' ? undefined : trimmed;
}

/** A field's value as it was typed. */
export function typed(data: FormData, name: string): string {
  const value = data.get(name);
  return typeof value === 'string' ? value : '';
}
