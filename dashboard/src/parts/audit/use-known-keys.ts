import { useQuery } from '@tanstack/react-query';
import { keysOfUserQuery, keysQuery } from '../../api/gateway-keys.ts';
import { usersQuery } from '../../api/users.ts';
import { isAdmin, useUser } from '../../session.tsx';
import { text } from '../../text/en.ts';
import { withoutHidden } from '../visible-text.tsx';

/**
 * What people call the keys that one may know of, by their ids: one's own, and for owners and admins those of one more person.
 * @param email whose, beside one's own
 */
export function useKnownKeys(email: string | null | undefined): ReadonlyMap<string, string> {
  const user = useUser();
  const admin = isAdmin(user);
  const own = useQuery(keysQuery);
  const users = useQuery({ ...usersQuery, enabled: admin });
  const other = users.data?.data.find((one) => one.email === email);
  const theirs = useQuery({
    ...keysOfUserQuery(other?.id ?? ''),
    enabled: other !== undefined && other.id !== user.id,
  });
  const keys = [
    ...(other === undefined || other.id === user.id ? [] : (theirs.data?.data ?? [])),
    ...(own.data?.data ?? []),
  ];
  return new Map(keys.map(({ id, name, hint }) => [id, text.audit.keyName(withoutHidden(name), hint)]));
}
