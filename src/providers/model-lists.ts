/** What providers call their models, asked for as a connection test does and remembered for a short while: whoever chooses a model asks often. */
import type { ConnectionTest } from '../contract/provider.ts';
import type { ConnectionTester, TestedConnection } from './connection-test.ts';

export interface ModelLists {
  /**
   * @param of which provider as it is now: another version is asked anew
   * @returns what the test said; only what was reached is remembered
   */
  get(of: { readonly id: string; readonly version: string }, connection: TestedConnection): Promise<ConnectionTest>;
}

/** Milliseconds a list is good for: a model that was added a minute ago is there. */
const GOOD_FOR = 60_000;
/** Providers whose lists are kept: 500 names of 200 characters each at most. */
const MOST = 50;

export function createModelLists(test: ConnectionTester, now: () => number = Date.now): ModelLists {
  const known = new Map<string, { readonly key: string; readonly until: number; readonly answer: Answer }>();
  return {
    get({ id, version }, connection) {
      const kept = known.get(id);
      if (kept !== undefined && kept.key === version && now() < kept.until) return kept.answer;
      // Who asks while an answer is under way gets the same one.
      const entry = { key: version, until: now() + GOOD_FOR, answer: test(connection) };
      const forget = () => {
        if (known.get(id) === entry) known.delete(id);
      };
      entry.answer.then(({ result }) => {
        if (result !== 'reached') forget();
      }, forget);
      known.delete(id);
      known.set(id, entry);
      for (const oldest of known.keys()) if (known.size > MOST) known.delete(oldest);
      return entry.answer;
    },
  };
}

type Answer = Promise<ConnectionTest>;
