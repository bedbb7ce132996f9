import { Button, NativeSelect } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useSearch } from '@tanstack/react-router';
import { useRef, useState } from 'react';
import type { PiiMode, WorkspaceView } from '../../../src/contract/workspace.ts';
import { workspacesQuery } from '../api/workspaces.ts';
import { Empty } from '../parts/empty.tsx';
import { Loaded } from '../parts/loaded.tsx';
import { Page } from '../parts/page.tsx';
import { Composer } from '../parts/playground/composer.tsx';
import { effectiveMode } from '../parts/playground/pii-choice.ts';
import type { Turn } from '../parts/playground/turn.ts';
import { TurnCard } from '../parts/playground/turn-card.tsx';
import { useConversation } from '../parts/playground/use-conversation.ts';
import { useFollowedEnd } from '../parts/playground/use-followed-end.ts';
import { Welcome } from '../parts/playground/welcome.tsx';
import { isAdmin, useUser } from '../session.tsx';
import { text } from '../text/en.ts';
import classes from './playground.module.css';

const say = text.playground;

/** A conversation through the gateway, with everything the firewall does in between. */
export function Playground() {
  const user = useUser();
  const workspaces = useQuery(workspacesQuery);
  if (workspaces.data === undefined) {
    return (
      <Page title={say.title} lead={say.lead}>
        <Loaded query={workspaces} rows={8}>
          {() => null}
        </Loaded>
      </Page>
    );
  }
  return (
    <Loaded query={workspaces}>
      {({ data }) => {
        const usable = data.filter(({ settings, archivedAt }) => settings.targets.length > 0 && archivedAt === null);
        if (usable.length > 0) return <Conversation workspaces={usable} />;
        return (
          <Page title={say.title} lead={say.lead}>
            <Empty>{isAdmin(user) ? text.overview.noneAdmin : text.overview.none}</Empty>
          </Page>
        );
      }}
    </Loaded>
  );
}

function Conversation({ workspaces }: { readonly workspaces: readonly WorkspaceView[] }) {
  const { workspace: asked } = useSearch({ strict: false }) as { readonly workspace?: string };
  const [name, setName] = useState(asked);
  const [chosen, setChosen] = useState<PiiMode>();
  const [draft, setDraft] = useState('');
  const field = useRef<HTMLTextAreaElement>(null);
  const conversation = useConversation();
  const { turns, busy } = conversation;
  const workspace = workspaces.find((each) => each.name === name) ?? workspaces[0];
  const count = turns.length;
  const follow = useFollowedEnd(turns);
  if (workspace === undefined) return null;
  const mode = effectiveMode(chosen, workspace.settings.pii);
  const send = (written: string): void => {
    const message = written.trim();
    if (message === '') return;
    follow();
    void conversation.send(message, { workspace: workspace.name, pii: mode });
    field.current?.focus();
  };
  const again = (written: string): void => {
    setDraft((before) => (before.trim() === '' ? written : `${before}\n${written}`));
    field.current?.focus();
  };
  return (
    <Page
      title={say.title}
      lead={say.lead}
      actions={
        <>
          <NativeSelect
            aria-label={say.workspace}
            value={workspace.name}
            onChange={(event) => {
              setName(event.currentTarget.value);
              conversation.clear();
            }}
            data={workspaces.map((each) => each.name)}
          />
          <Button variant="default" onClick={conversation.clear} disabled={count === 0}>
            {say.clear}
          </Button>
        </>
      }
    >
      <div className={classes.conversation}>
        {count === 0 ? (
          <Welcome onPick={send} />
        ) : (
          turns.map((turn, index) => <TurnCard key={turn.id} turn={turn} number={index + 1} onAgain={again} />)
        )}
      </div>
      <div aria-live="polite" className="visually-hidden">
        {announcement(turns.at(-1))}
      </div>
      <div className={classes.foot}>
        <Composer
          draft={draft}
          onDraft={setDraft}
          onSend={() => {
            send(draft);
            setDraft('');
          }}
          onStop={conversation.stop}
          busy={busy}
          field={field}
          pii={{ mode, floor: workspace.settings.pii.floor, choose: setChosen }}
        />
      </div>
    </Page>
  );
}

/** For those who listen: what is in the heads of the three views, once it is all there. */
function announcement(turn: Turn | undefined): string {
  if (turn === undefined) return '';
  const { state, findings } = turn;
  if (state !== 'done') return say.announce[state];
  const masked = findings.filter(({ placeholder }) => placeholder !== null).length;
  return say.announce.done(findings.length, masked);
}
