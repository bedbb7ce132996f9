import { Menu, useMantineColorScheme } from '@mantine/core';
import { DesktopIcon, ExitIcon, IdCardIcon, MoonIcon, SunIcon } from '@radix-ui/react-icons';
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
      const issuer = await signOut();
      if (issuer === null) await navigate({ to: '/sign-in' });
      else location.assign(issuer);
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
        <Menu.RadioGroup
          value={colorScheme}
          onChange={(chosen) => setColorScheme(SCHEMES.find(({ value }) => value === chosen)?.value ?? 'auto')}
        >
          {SCHEMES.map(({ value, icon }) => (
            <Menu.RadioItem key={value} value={value} rightSection={icon}>
              {text.theme[value]}
            </Menu.RadioItem>
          ))}
        </Menu.RadioGroup>
        <Menu.Divider />
        <Menu.Item leftSection={<ExitIcon aria-hidden />} onClick={() => void leave()}>
          {text.nav.signOut}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
