import { Menu, useMantineColorScheme } from '@mantine/core';
import { CheckIcon, DesktopIcon, ExitIcon, IdCardIcon, MoonIcon, SunIcon } from '@radix-ui/react-icons';
import { useNavigate } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { useSession } from '../session.tsx';
import { text } from '../text/en.ts';
import { notify } from './notify.ts';

const SCHEMES = [
  { value: 'auto', icon: <DesktopIcon aria-hidden /> },
  { value: 'light', icon: <SunIcon aria-hidden /> },
  { value: 'dark', icon: <MoonIcon aria-hidden /> },
] as const;

/** One's profile, the colours, and the way out. */
export function UserMenuOpen({ target }: { readonly target: ReactElement }) {
  const { signOut } = useSession();
  const navigate = useNavigate();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const leave = async (): Promise<void> => {
    try {
      await signOut();
      await navigate({ to: '/sign-in' });
    } catch (error) {
      notify.failed(error);
    }
  };
  return (
    <Menu position="top-start" width={216} defaultOpened>
      <Menu.Target>{target}</Menu.Target>
      <Menu.Dropdown>
        <Menu.Item leftSection={<IdCardIcon aria-hidden />} onClick={() => void navigate({ to: '/profile' })}>
          {text.nav.profile}
        </Menu.Item>
        <Menu.Divider />
        <Menu.Label>{text.theme.label}</Menu.Label>
        {SCHEMES.map(({ value, icon }) => (
          <Menu.Item
            key={value}
            role="menuitemradio"
            aria-checked={colorScheme === value}
            closeMenuOnClick={false}
            leftSection={icon}
            rightSection={colorScheme === value ? <CheckIcon aria-hidden /> : undefined}
            onClick={() => setColorScheme(value)}
          >
            {text.theme[value]}
          </Menu.Item>
        ))}
        <Menu.Divider />
        <Menu.Item leftSection={<ExitIcon aria-hidden />} onClick={() => void leave()}>
          {text.nav.signOut}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
