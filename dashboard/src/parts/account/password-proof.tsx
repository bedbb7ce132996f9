import { Text } from '@mantine/core';
import { ApiError } from '../../api/call.ts';
import type { Proof } from '../../api/session.ts';
import { useUser } from '../../session.tsx';
import { text } from '../../text/en.ts';
import { PasswordField } from '../fields.tsx';
import { filled } from '../form.tsx';

/** The own password again; nothing for who signs in with single sign-on and has none. */
export function PasswordProof({ lead }: { readonly lead: string }) {
  const { hasPassword, email } = useUser();
  if (!hasPassword) return null;
  return (
    <>
      <Text size="sm">{lead}</Text>
      {/* Password managers ask which account it is (whatwg HTML, autofill). */}
      <input type="email" autoComplete="username" value={email} readOnly hidden />
      <PasswordField
        label={text.fields.password}
        name="password"
        autoComplete="current-password"
        required
        maxLength={200}
        data-autofocus
        autoFocus
      />
    </>
  );
}

export function proofFrom(data: FormData): Proof {
  const password = filled(data, 'password') === undefined ? undefined : data.get('password');
  return typeof password === 'string' ? { password } : {};
}

/** What is wrong is what was typed. */
export function blame(param: string): (error: unknown) => never {
  return (error) => {
    if (!(error instanceof ApiError && error.code === 'invalid_credentials')) throw error;
    throw new ApiError(error.status, { message: error.message, code: error.code, param });
  };
}
