import { Text, UnstyledButton, VisuallyHidden } from '@mantine/core';
import { type ComponentPropsWithRef, lazy, Suspense, useState } from 'react';
import { useUser } from '../session.tsx';
import { text } from '../text/en.ts';
import { VisibleText } from './visible-text.tsx';

const load = () => import('./user-menu-open.tsx');
const UserMenuOpen = lazy(async () => ({ default: (await load()).UserMenuOpen }));

/** Who is signed in. What the menu needs is loaded when somebody is about to open it: it would be a tenth of the first page. */
export function UserMenu() {
  const [wanted, setWanted] = useState(false);
  const button = (
    <UserButton onPointerEnter={() => void load()} onFocus={() => void load()} onClick={() => setWanted(true)} />
  );
  if (!wanted) return button;
  return (
    <Suspense fallback={button}>
      <UserMenuOpen target={<UserButton />} />
    </Suspense>
  );
}

function UserButton({ className = '', ...props }: ComponentPropsWithRef<'button'>) {
  const { name, email } = useUser();
  return (
    <UnstyledButton className={`user-button ${className}`} aria-haspopup="menu" aria-expanded={false} {...props}>
      <span className="initials" aria-hidden>
        {initialsOf(name)}
      </span>
      <span className="user-names">
        <Text component="span" size="sm" fw={500} truncate>
          <VisuallyHidden>{text.nav.account}</VisuallyHidden> <VisibleText text={name} />
        </Text>
        <Text component="span" size="xs" c="dimmed" truncate title={email}>
          {email}
        </Text>
      </span>
    </UnstyledButton>
  );
}

/** Of the first and the last word. */
function initialsOf(name: string): string {
  const words = name.trim().split(/\s+/);
  const letters = [words[0], words.length > 1 ? words.at(-1) : ''].map((word) => [...(word ?? '')][0] ?? '');
  return letters.join('').toUpperCase();
}
