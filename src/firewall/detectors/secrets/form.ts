import { ALPHABETS, endOfRun, inSet, isAlphabet } from './charset.ts';

/**
 * A token's written form: literal text with `{alphabet length}` or `{alphabet min-max}` runs, such as `ghp_{n36}` or
 * `xoxb-{d10-13}-{n24-34}`. Matching never goes back, so it is linear whatever the text holds: a run of variable length
 * takes all it can, and a form must not follow it with a literal that the run would have taken.
 */
export type Form = readonly Part[];

type Part = { readonly literal: string } | { readonly set: number; readonly min: number; readonly max: number };

const RUN = /\{([a-zA-Z])(\d{1,4})(?:-(\d{1,4}))?\}/y;

/** Compiles the text of a form. Throws on a form that cannot be read: a fault of the table, found when the module loads. */
export const compileForm = (written: string): Form => {
  const parts: Part[] = [];
  let at = 0;
  while (at < written.length) {
    const brace = written.indexOf('{', at);
    if (brace !== at) {
      const end = brace < 0 ? written.length : brace;
      parts.push({ literal: written.slice(at, end) });
      at = end;
      continue;
    }
    RUN.lastIndex = at;
    const run = RUN.exec(written);
    const letter = run?.[1];
    if (!run || letter === undefined || !isAlphabet(letter)) throw new Error(`unreadable form: ${written}`);
    const min = Number(run[2]);
    parts.push({ set: ALPHABETS[letter], min, max: run[3] === undefined ? min : Number(run[3]) });
    at = RUN.lastIndex;
  }
  return parts;
};

/** The index after the form when it stands at `at` and nothing of its last alphabet follows, otherwise -1. */
export const matchForm = (form: Form, text: string, at: number): number => {
  let i = at;
  let last = 0;
  for (const part of form) {
    if ('literal' in part) {
      if (!text.startsWith(part.literal, i)) return -1;
      i += part.literal.length;
      last = 0;
    } else {
      const end = endOfRun(text, i, part.set, i + part.max);
      if (end - i < part.min) return -1;
      i = end;
      last = part.set;
    }
  }
  const next = text.charCodeAt(i);
  if (inSet(next, ALPHABETS.w)) return -1;
  // A dash, plus or equals sign that the alphabet allows means the run is longer than the form; a final dot ends a sentence.
  if (next !== 46 && next !== 61 && inSet(next, last)) return -1;
  return i;
};
