import { type ReactNode, useEffect, useRef, useState } from 'react';
import { Link, navigate, usePathname } from '../router.tsx';
import { isAdmin, useSession, useUser } from '../session.tsx';
import { text } from '../text/en.ts';
import { Brand } from './brand.tsx';
import { ThemeChoice } from './theme-choice.tsx';

/** What every page of somebody signed in has around it. */
export function Shell({ children }: { readonly children: ReactNode }) {
  const user = useUser();
  const { signOut } = useSession();
  const path = usePathname();
  const [open, setOpen] = useState(false);
  const main = useRef<HTMLElement>(null);
  const shown = useRef(path);
  useEffect(() => {
    if (shown.current === path) return;
    shown.current = path;
    setOpen(false);
    // A new page is read from its beginning, as after a real load.
    main.current?.focus({ preventScroll: true });
  }, [path]);
  const leave = async (): Promise<void> => {
    await signOut();
    navigate('/sign-in');
  };
  const entries = [
    { href: '/', title: text.nav.overview },
    { href: '/audit', title: text.nav.audit },
    { href: '/workspaces', title: text.nav.workspaces },
    ...(isAdmin(user)
      ? [
          { href: '/providers', title: text.nav.providers },
          { href: '/users', title: text.nav.users },
        ]
      : []),
    { href: '/profile', title: text.nav.profile },
  ];
  return (
    <div className="shell">
      <a className="skip" href="#main">
        {text.nav.skip}
      </a>
      <div className="side">
        <div className="side-top">
          <Link href="/" className="brand-link">
            <Brand />
          </Link>
          <button
            type="button"
            className="button small menu"
            aria-expanded={open}
            aria-controls="menu"
            onClick={() => setOpen(!open)}
          >
            {text.nav.menu}
          </button>
        </div>
        <div id="menu" className={open ? 'side-rest open' : 'side-rest'}>
          <nav aria-label={text.nav.label}>
            {entries.map(({ href, title }) => (
              <Link key={href} href={href} {...(isAt(path, href) ? { 'aria-current': 'page' as const } : {})}>
                {title}
              </Link>
            ))}
          </nav>
          <div className="side-foot">
            <ThemeChoice />
            <div className="who">
              <span className="who-name">{user.name}</span>
              <span className="muted">{user.email}</span>
            </div>
            <button type="button" className="button small" onClick={() => void leave()}>
              {text.nav.signOut}
            </button>
          </div>
        </div>
      </div>
      <main id="main" ref={main} tabIndex={-1}>
        {children}
      </main>
    </div>
  );
}

function isAt(path: string, href: string): boolean {
  return path === href || (href !== '/' && path.startsWith(`${href}/`));
}
