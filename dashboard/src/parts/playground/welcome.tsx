import { UnstyledButton } from '@mantine/core';
import { ArrowRightIcon, ChatBubbleIcon, EyeOpenIcon, LockClosedIcon, ResetIcon } from '@radix-ui/react-icons';
import { text } from '../../text/en.ts';
import { samples } from './samples.ts';
import classes from './welcome.module.css';

const say = text.playground;

const STEPS = [
  { ...say.steps.write, icon: <ChatBubbleIcon aria-hidden /> },
  { ...say.steps.see, icon: <EyeOpenIcon aria-hidden /> },
  { ...say.steps.back, icon: <ResetIcon aria-hidden /> },
];

/** Before the first turn: what will be seen, and texts to begin with. */
export function Welcome({ onPick }: { readonly onPick: (message: string) => void }) {
  return (
    <div className={classes.welcome}>
      <ol className={classes.steps}>
        {STEPS.map(({ title, about, icon }, index) => (
          <li key={title}>
            {index > 0 && (
              <span className={classes.joint} aria-hidden>
                {index === 1 ? <LockClosedIcon /> : <ArrowRightIcon />}
              </span>
            )}
            <span className={classes.icon}>{icon}</span>
            <strong>{title}</strong>
            <span className="muted">{about}</span>
          </li>
        ))}
      </ol>
      <section aria-label={say.tryOne}>
        <h2 className={classes.heading}>{say.tryOne}</h2>
        <div className={classes.samples}>
          {samples().map(({ title, about, message }) => (
            <UnstyledButton key={title} className={classes.sample} onClick={() => onPick(message)}>
              <strong>{title}</strong>
              <span className="muted">{about}</span>
            </UnstyledButton>
          ))}
        </div>
        <p className={classes.note}>{say.madeUp}</p>
      </section>
    </div>
  );
}
