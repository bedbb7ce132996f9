/** Forms: labelled fields, one submission at a time, and the gateway's refusal beside the field it is about. */
import {
  createContext,
  type InputHTMLAttributes,
  type ReactNode,
  type SelectHTMLAttributes,
  type SubmitEvent,
  type TextareaHTMLAttributes,
  useContext,
  useId,
  useRef,
  useState,
} from 'react';
import type { ApiError } from '../api.ts';
import { text } from '../text/en.ts';
import { asApiError } from '../use-resource.ts';
import { Notice } from './notice.tsx';

const FormError = createContext<ApiError | undefined>(undefined);

interface FormProps {
  readonly children: ReactNode;
  readonly submit: string;
  /** Throws ApiError; its `param` is matched with the names of the fields. */
  readonly onSubmit: (data: FormData, form: HTMLFormElement) => Promise<void>;
  readonly onCancel?: () => void;
  readonly wide?: boolean;
}

export function Form({ children, submit, onSubmit, onCancel, wide = false }: FormProps) {
  const form = useRef<HTMLFormElement>(null);
  const [error, setError] = useState<ApiError>();
  const [busy, setBusy] = useState(false);
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
      <form ref={form} className={wide ? 'form form-wide' : 'form'} onSubmit={(event) => void send(event)}>
        <div aria-live="assertive" className="live">
          {general && <Notice kind="error">{general.message}</Notice>}
        </div>
        {children}
        <div className="form-actions">
          <button type="submit" className="button primary" aria-disabled={busy}>
            {busy ? text.common.working : submit}
          </button>
          {onCancel && (
            <button type="button" className="button" onClick={onCancel}>
              {text.common.cancel}
            </button>
          )}
        </div>
      </form>
    </FormError>
  );
}

function fieldOf(form: HTMLFormElement | null, error: ApiError): HTMLElement | undefined {
  const field = error.param === null ? undefined : form?.elements.namedItem(error.param);
  return field instanceof HTMLElement ? field : undefined;
}

interface FieldProps {
  readonly label: string;
  readonly hint?: ReactNode;
  readonly name: string;
}

/** The label above, below it what helps or what is wrong. */
function Field({ label, hint, name, children }: FieldProps & { readonly children: (ids: FieldIds) => ReactNode }) {
  const id = useId();
  const error = useContext(FormError);
  const wrong = error?.param === name ? error : undefined;
  const note = `${id}-note`;
  const described = wrong !== undefined || hint !== undefined;
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      {children({
        id,
        name,
        ...(described ? { 'aria-describedby': note } : {}),
        ...(wrong === undefined ? {} : { 'aria-invalid': true }),
      })}
      <p id={note} className={wrong === undefined ? 'field-note' : 'field-note wrong'} aria-live="polite">
        {wrong === undefined ? hint : wrong.message}
      </p>
    </div>
  );
}

interface FieldIds {
  readonly id: string;
  readonly name: string;
  readonly 'aria-describedby'?: string;
  readonly 'aria-invalid'?: true;
}

type Attributes<T> = Omit<T, 'name' | 'id'>;

export function TextField({
  label,
  hint,
  name,
  ...rest
}: FieldProps & Attributes<InputHTMLAttributes<HTMLInputElement>>) {
  return (
    <Field label={label} hint={hint} name={name}>
      {(ids) => <input type="text" {...rest} {...ids} />}
    </Field>
  );
}

export function TextArea({
  label,
  hint,
  name,
  ...rest
}: FieldProps & Attributes<TextareaHTMLAttributes<HTMLTextAreaElement>>) {
  return (
    <Field label={label} hint={hint} name={name}>
      {(ids) => <textarea rows={4} {...rest} {...ids} />}
    </Field>
  );
}

export interface Option {
  readonly value: string;
  readonly label: string;
}

export function SelectField({
  label,
  hint,
  name,
  options,
  ...rest
}: FieldProps & { readonly options: readonly Option[] } & Attributes<SelectHTMLAttributes<HTMLSelectElement>>) {
  return (
    <Field label={label} hint={hint} name={name}>
      {(ids) => (
        <select {...rest} {...ids}>
          {options.map(({ value, label: shown }) => (
            <option key={value} value={value}>
              {shown}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}

export function CheckField({
  label,
  hint,
  ...rest
}: { readonly label: string; readonly hint?: string; readonly name: string } & Attributes<
  InputHTMLAttributes<HTMLInputElement>
>) {
  const id = useId();
  return (
    <div className="check">
      <input type="checkbox" id={id} {...(hint === undefined ? {} : { 'aria-describedby': `${id}-note` })} {...rest} />
      <label htmlFor={id}>{label}</label>
      {hint !== undefined && (
        <p id={`${id}-note`} className="field-note">
          {hint}
        </p>
      )}
    </div>
  );
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
