import { text } from '../text/en.ts';
import { TextField } from './form.tsx';

/** A new password, twice: the second is called `repeated`. */
export function NewPassword({ name }: { readonly name: string }) {
  return (
    <>
      <TextField
        label={text.fields.newPassword}
        hint={text.fields.passwordHint}
        name={name}
        type="password"
        autoComplete="new-password"
        required
        minLength={10}
        maxLength={200}
      />
      <TextField
        label={text.fields.repeatPassword}
        name="repeated"
        type="password"
        autoComplete="new-password"
        required
        maxLength={200}
      />
    </>
  );
}
