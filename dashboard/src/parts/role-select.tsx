import { NativeSelect } from '@mantine/core';
import { useRef, useState } from 'react';

/** A role that counts as soon as it is chosen. It is shown while it is on its way too; of several choices the last one counts. */
export function RoleSelect<Role extends string>({
  label,
  value,
  roles,
  onChoose,
}: {
  readonly label: string;
  /** As it is saved. */
  readonly value: Role;
  readonly roles: readonly { readonly value: Role; readonly label: string }[];
  /** Ends, without an error, once `value` says what is saved then. */
  readonly onChoose: (role: Role) => Promise<void>;
}) {
  const [chosen, setChosen] = useState<Role>();
  const last = useRef(Promise.resolve());
  const choose = (value: string): void => {
    const role = roles.find((known) => known.value === value)?.value;
    if (role === undefined) return;
    setChosen(role);
    // One after the other, so that they arrive in the order they were made.
    const mine = last.current
      .then(() => onChoose(role))
      .finally(() => {
        if (last.current === mine) setChosen(undefined);
      });
    last.current = mine;
  };
  return (
    <NativeSelect
      aria-label={label}
      aria-busy={chosen !== undefined}
      value={chosen ?? value}
      onChange={(event) => choose(event.target.value)}
      size="xs"
      data={[...roles]}
    />
  );
}
