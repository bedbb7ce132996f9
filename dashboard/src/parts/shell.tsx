import { AppShell, Burger, Group, NavLink, type NavLinkProps, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { createLink, useLocation } from '@tanstack/react-router';
import { type ComponentPropsWithRef, type ReactNode, useEffect, useRef } from 'react';
import { useUser } from '../session.tsx';
import { text } from '../text/en.ts';
import { Brand } from './brand.tsx';
import { Link } from './link.tsx';
import { navigationFor } from './navigation.tsx';
import { UserMenu } from './user-menu.tsx';

function MantineNavLink(props: NavLinkProps & Omit<ComponentPropsWithRef<'a'>, keyof NavLinkProps>) {
  return <NavLink {...props} />;
}

const Entry = createLink(MantineNavLink);

/** What every page of somebody signed in has around it: the ways on the left, or behind a button on a telephone. */
export function Shell({ children }: { readonly children: ReactNode }) {
  const user = useUser();
  const path = useLocation({ select: ({ pathname }) => pathname });
  const [open, { toggle, close }] = useDisclosure(false);
  const main = useRef<HTMLElement>(null);
  const shown = useRef(path);
  useEffect(() => {
    if (shown.current === path) return;
    shown.current = path;
    close();
    // A new page is read from its beginning, as after a real load.
    main.current?.focus({ preventScroll: true });
  }, [path, close]);
  return (
    <AppShell
      header={{ height: { base: 56, md: 0 } }}
      navbar={{ width: 248, breakpoint: 'md', collapsed: { mobile: !open } }}
      padding={0}
      transitionDuration={0}
      onKeyDown={(event) => {
        if (event.key === 'Escape') close();
      }}
    >
      <a className="skip" href="#main">
        {text.nav.skip}
      </a>
      <AppShell.Header hiddenFrom="md" px="md">
        <Group h="100%" justify="space-between">
          <Link to="/" className="brand-link" underline="never">
            <Brand />
          </Link>
          <Burger
            opened={open}
            onClick={toggle}
            size="sm"
            aria-label={text.nav.menu}
            aria-expanded={open}
            aria-controls="navigation"
          />
        </Group>
      </AppShell.Header>
      <AppShell.Navbar id="navigation" component="div" className="navigation" data-closed={!open || undefined}>
        <AppShell.Section visibleFrom="md" px="md" pt="lg" pb="sm">
          <Link to="/" className="brand-link" underline="never">
            <Brand />
          </Link>
        </AppShell.Section>
        <AppShell.Section grow className="navigation-scroll" px="sm">
          <nav aria-label={text.nav.label}>
            {navigationFor(user).map(({ title, entries }) => (
              <div key={title ?? ''} className="navigation-group">
                {title !== undefined && (
                  <Text size="xs" fw={550} c="dimmed" px="sm" pb={4}>
                    {title}
                  </Text>
                )}
                {entries.map(({ to, label, icon }) => (
                  <Entry
                    key={to}
                    to={to}
                    label={label}
                    leftSection={icon}
                    active={isAt(path, to)}
                    {...(isAt(path, to) ? { 'aria-current': 'page' as const } : {})}
                  />
                ))}
              </div>
            ))}
          </nav>
        </AppShell.Section>
        <AppShell.Section p="sm" className="navigation-foot">
          <UserMenu />
        </AppShell.Section>
      </AppShell.Navbar>
      <AppShell.Main id="main" ref={main} tabIndex={-1} className="main" data-covered={open || undefined}>
        <div className="main-column">{children}</div>
      </AppShell.Main>
    </AppShell>
  );
}

function isAt(path: string, to: string): boolean {
  return path === to || (to !== '/' && path.startsWith(`${to}/`));
}
