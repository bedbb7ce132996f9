import { Skeleton, Stack, Tabs } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { ArrowRightIcon, ChatBubbleIcon, EyeOpenIcon, LockClosedIcon, ResetIcon } from '@radix-ui/react-icons';
import type { ReactNode } from 'react';
import { text } from '../../text/en.ts';
import { VisibleText } from '../visible-text.tsx';
import { FromCode } from './from-code.tsx';
import { BackText, PlaceholderText, WroteText } from './marked-texts.tsx';
import { NearMisses } from './near-misses.tsx';
import { ReceiptLine } from './receipt-line.tsx';
import { RefusalCard } from './refusal-card.tsx';
import { restoredIn } from './segments.ts';
import { SentMessages } from './sent-messages.tsx';
import type { Turn } from './turn.ts';
import classes from './turn-card.module.css';

const say = text.playground;

interface Lane {
  readonly id: 'wrote' | 'saw' | 'back';
  readonly title: string;
  readonly lead: string;
  readonly icon: ReactNode;
  readonly body: ReactNode;
}

/** One turn in three views: side by side where there is room, as tabs where there is not. */
export function TurnCard({
  turn,
  number,
  onAgain,
}: {
  readonly turn: Turn;
  readonly number: number;
  /** Takes what was written back into the composer. */
  readonly onAgain: (message: string) => void;
}) {
  const narrow = useMediaQuery('(max-width: 68em)');
  const lanes: readonly Lane[] = [
    {
      id: 'wrote',
      title: say.wrote,
      lead: foundLead(turn),
      icon: <ChatBubbleIcon aria-hidden />,
      body: <WroteLane turn={turn} />,
    },
    {
      id: 'saw',
      title: say.saw,
      lead: sawLead(turn),
      icon: <EyeOpenIcon aria-hidden />,
      body: <SawLane turn={turn} />,
    },
    {
      id: 'back',
      title: say.back,
      lead: backLead(turn),
      icon: <ResetIcon aria-hidden />,
      body: <BackLane turn={turn} onAgain={() => onAgain(turn.wrote)} />,
    },
  ];
  return (
    <article className={classes.card} aria-label={say.turn(number)} aria-busy={isUnderWay(turn)}>
      {narrow ? <LaneTabs lanes={lanes} wrote={turn.wrote} /> : <LaneGrid lanes={lanes} />}
      <ReceiptLine turn={turn} />
      <FromCode turn={turn} />
    </article>
  );
}

const isUnderWay = ({ state }: Turn): boolean => state === 'waiting' || state === 'answering';

function LaneGrid({ lanes }: { readonly lanes: readonly Lane[] }) {
  return (
    <div className={classes.lanes}>
      {lanes.map(({ id, title, lead, icon, body }, index) => (
        <section key={id} className={classes.lane} aria-label={title}>
          <header className={classes.head}>
            <h2 className={classes.title}>
              {icon} {title}
            </h2>
            <span className={classes.lead}>{lead}</span>
          </header>
          {index > 0 && (
            <span className={classes.joint} aria-hidden>
              {index === 1 ? <LockClosedIcon /> : <ArrowRightIcon />}
            </span>
          )}
          {body}
        </section>
      ))}
    </div>
  );
}

function LaneTabs({ lanes, wrote }: { readonly lanes: readonly Lane[]; readonly wrote: string }) {
  return (
    <Tabs defaultValue="back" keepMounted={false}>
      <p className={classes.quote} aria-hidden>
        <VisibleText text={wrote.slice(0, 200)} />
      </p>
      <Tabs.List grow aria-label={say.viewsLabel} className={classes.tabs}>
        {lanes.map(({ id, title }) => (
          <Tabs.Tab key={id} value={id} className={classes.tab}>
            {title}
          </Tabs.Tab>
        ))}
      </Tabs.List>
      {lanes.map(({ id, lead, body }) => (
        <Tabs.Panel key={id} value={id} className={classes.lane}>
          <span className={classes.lead}>{lead}</span>
          {body}
        </Tabs.Panel>
      ))}
    </Tabs>
  );
}

function WroteLane({ turn }: { readonly turn: Turn }) {
  return (
    <Stack gap="sm">
      <div className={classes.words}>
        <WroteText wrote={turn.wrote} findings={turn.findings} />
      </div>
      <NearMisses wrote={turn.wrote} all={turn.notCounted} findings={turn.findings} />
    </Stack>
  );
}

function SawLane({ turn }: { readonly turn: Turn }) {
  const { saw, raw, values, state, sent } = turn;
  if (saw === null) {
    if (state === 'refused') return <p className={classes.quiet}>{say.sawNothing}</p>;
    if (state === 'stopped') return <p className={classes.quiet}>{say.stoppedEarly}</p>;
    return <Waiting />;
  }
  return (
    <Stack gap="sm">
      <div className={classes.words}>
        <PlaceholderText shown={saw} values={values} />
      </div>
      <SentMessages sent={sent} values={values} />
      {(raw !== '' || isUnderWay(turn)) && (
        <div className={classes.answer}>
          <span className={classes.answerTitle}>{say.itSaid}</span>
          {raw === '' ? (
            <Waiting />
          ) : (
            <div className={classes.words}>
              <PlaceholderText shown={raw} values={values} />
            </div>
          )}
        </div>
      )}
    </Stack>
  );
}

function BackLane({ turn, onAgain }: { readonly turn: Turn; readonly onAgain: () => void }) {
  const { raw, back, values, failure, state } = turn;
  return (
    <Stack gap="sm">
      {back !== '' && (
        <div className={classes.words}>
          <BackText raw={raw} back={back} values={values} />
          {state === 'answering' && <span className={classes.caret} aria-hidden />}
        </div>
      )}
      {back === '' && isUnderWay(turn) && <Waiting />}
      {back === '' && state === 'done' && <p className={classes.quiet}>{say.emptyAnswer}</p>}
      {state === 'stopped' && <p className={classes.quiet}>{say.stopped}</p>}
      {failure !== null && <RefusalCard failure={failure} onAgain={onAgain} />}
    </Stack>
  );
}

function Waiting() {
  return (
    <Stack gap={8} role="status" aria-label={say.waiting}>
      <Skeleton height={12} width="92%" />
      <Skeleton height={12} width="78%" />
      <Skeleton height={12} width="54%" />
    </Stack>
  );
}

function foundLead({ findings, pii }: Turn): string {
  return pii === null ? '' : say.found(findings.length);
}

function sawLead({ saw, findings, receipt, state }: Turn): string {
  if (saw === null) return state === 'refused' ? say.notSent : '';
  const masked = findings.filter(({ placeholder }) => placeholder !== null).length;
  const who = receipt?.provider == null ? '' : say.by(receipt.provider, receipt.model ?? '');
  return [say.masked(masked), who].filter((part) => part !== '').join(' · ');
}

function backLead({ failure, raw, back, values }: Turn): string {
  if (failure !== null || back === '') return '';
  return say.restored(new Set(restoredIn(raw, back, values).map(({ mark }) => mark.placeholder)).size);
}
