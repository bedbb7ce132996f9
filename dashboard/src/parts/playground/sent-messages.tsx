import { text } from '../../text/en.ts';
import { PlaceholderText } from './marked-texts.tsx';
import type { RestoredValue, SentMessage } from './turn.ts';
import classes from './turn-card.module.css';

const say = text.playground;

/** The rest of what a provider was sent: system prompt, note, and the conversation so far, which is masked anew each time. */
export function SentMessages({
  sent,
  values,
}: {
  readonly sent: readonly SentMessage[];
  readonly values: ReadonlyMap<string, RestoredValue>;
}) {
  const before = sent.slice(0, -1);
  if (before.length === 0) return null;
  return (
    <details className={classes.details}>
      <summary>{say.sentBefore(before.length)}</summary>
      <ol className={classes.sent}>
        {before.map(({ role, text: content }, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: messages have no other name than their place
          <li key={index}>
            <span className={classes.role}>{say.role(role)}</span>
            <span className={classes.words}>
              <PlaceholderText shown={content} values={values} />
            </span>
          </li>
        ))}
      </ol>
    </details>
  );
}
