import {
  ActivityLogIcon,
  ChatBubbleIcon,
  CubeIcon,
  DashboardIcon,
  GearIcon,
  IdCardIcon,
  PersonIcon,
  ReaderIcon,
  Share1Icon,
} from '@radix-ui/react-icons';
import type { ReactNode } from 'react';
import type { UserView } from '../../../src/contract/user.ts';
import { isAdmin } from '../session.tsx';
import { text } from '../text/en.ts';

interface Entry {
  readonly to:
    | '/'
    | '/playground'
    | '/audit'
    | '/workspaces'
    | '/providers'
    | '/users'
    | '/settings'
    | '/profile'
    | '/reference';
  readonly label: string;
  readonly icon: ReactNode;
}

interface EntryGroup {
  readonly title: string | undefined;
  readonly entries: readonly Entry[];
}

/** The ways through the dashboard, for whom they are. */
export function navigationFor(user: UserView): readonly EntryGroup[] {
  return [
    {
      title: undefined,
      entries: [
        { to: '/', label: text.nav.overview, icon: <DashboardIcon aria-hidden /> },
        { to: '/playground', label: text.nav.playground, icon: <ChatBubbleIcon aria-hidden /> },
        { to: '/workspaces', label: text.nav.workspaces, icon: <CubeIcon aria-hidden /> },
        { to: '/audit', label: text.nav.audit, icon: <ActivityLogIcon aria-hidden /> },
      ],
    },
    ...(isAdmin(user)
      ? [
          {
            title: text.nav.manage,
            entries: [
              { to: '/providers', label: text.nav.providers, icon: <Share1Icon aria-hidden /> },
              { to: '/users', label: text.nav.users, icon: <PersonIcon aria-hidden /> },
              { to: '/settings', label: text.nav.settings, icon: <GearIcon aria-hidden /> },
            ],
          } as const,
        ]
      : []),
    {
      title: text.nav.develop,
      entries: [
        { to: '/profile', label: text.nav.profile, icon: <IdCardIcon aria-hidden /> },
        { to: '/reference', label: text.nav.reference, icon: <ReaderIcon aria-hidden /> },
      ],
    },
  ];
}
