import { text } from '../text/en.ts';
import { PasswordField } from './fields.tsx';

/** A new password, twice: the second is called `repeated`. */
export function NewPassword({ name }: { readonly name: string }) {
  return (
    <>
      <PasswordField
        label={text.fields.newPassword}
        hint={text.fields.passwordHint}
        name={name}
        autoComplete="new-password"
        required
        minLength={10}
        maxLength={200}
      />
      <PasswordField
        label={text.fields.repeatPassword}
        name="repeated"
        autoComplete="new-password"
        required
        maxLength={200}
      />
    </>
  );
}
