import {
  ChatBubbleIcon,
  EyeNoneIcon,
  EyeOpenIcon,
  FileTextIcon,
  LapTimerIcon,
  Link2Icon,
  LockClosedIcon,
  MagnifyingGlassIcon,
} from '@radix-ui/react-icons';
import type { ReactNode } from 'react';
import type { WorkspaceSettings } from '../../../../src/contract/workspace.ts';
import { type SummaryLine, summarizePolicy } from '../../policy-summary.ts';
import { VisibleText } from '../visible-text.tsx';
import classes from './policy-summary-list.module.css';

const ICONS: Readonly<Record<SummaryLine['about'], ReactNode>> = {
  personal: <EyeNoneIcon aria-hidden />,
  kinds: <MagnifyingGlassIcon aria-hidden />,
  secrets: <LockClosedIcon aria-hidden />,
  unreadable: <FileTextIcon aria-hidden />,
  answers: <EyeOpenIcon aria-hidden />,
  restore: <Link2Icon aria-hidden />,
  conversation: <ChatBubbleIcon aria-hidden />,
  limits: <LapTimerIcon aria-hidden />,
};

/** What a policy does, in plain sentences. */
export function PolicySummaryList({ settings }: { readonly settings: WorkspaceSettings }) {
  return (
    <ul className={classes.list}>
      {summarizePolicy(settings).map(({ about, sentences }) => (
        <li key={about}>
          {ICONS[about]}
          <span>
            <VisibleText text={sentences.join(' ')} />
          </span>
        </li>
      ))}
    </ul>
  );
}
