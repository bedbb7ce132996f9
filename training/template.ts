import type { Random } from './random.ts';

/** A stretch of generated text that is what `type` says. */
export interface Span {
  readonly start: number;
  readonly end: number;
  readonly type: string;
}

export interface Sample {
  readonly text: string;
  readonly spans: readonly Span[];
}

/** What a slot `{name}` becomes; with a type it is a span. */
export interface Filling {
  readonly text: string;
  readonly type?: string | undefined;
}

export type FillSlot = (slot: string) => Filling;

type Part = { readonly text: string } | { readonly slot: string } | { readonly choices: readonly (readonly Part[])[] };

const parsed = new Map<string, readonly Part[]>();

/** Chooses one way through `<this|that|>` and fills the slots. `‹` and `›` stand for angle brackets, `\n` and `\t` for themselves. */
export function expandTemplate(template: string, random: Random, fill: FillSlot): Sample {
  let parts = parsed.get(template);
  if (!parts) {
    parts = parse(template);
    parsed.set(template, parts);
  }
  const out = { text: '', spans: [] as Span[] };
  write(parts, random, fill, out);
  return out;
}

function write(parts: readonly Part[], random: Random, fill: FillSlot, out: { text: string; spans: Span[] }): void {
  for (const part of parts) {
    if ('text' in part) out.text += part.text;
    else if ('choices' in part) write(random.pick(part.choices), random, fill, out);
    else {
      const filling = fill(part.slot);
      const start = out.text.length;
      out.text += filling.text;
      if (filling.type) out.spans.push({ start, end: out.text.length, type: filling.type });
    }
  }
}

function parse(template: string): readonly Part[] {
  let at = 0;
  const sequence = (nested: boolean): Part[] => {
    const parts: Part[] = [];
    let text = '';
    const flush = (): void => {
      if (text !== '') parts.push({ text });
      text = '';
    };
    while (at < template.length) {
      const letter = template[at] as string;
      if (nested && (letter === '|' || letter === '>')) break;
      if (letter === '<') {
        flush();
        const choices: Part[][] = [];
        do {
          at++;
          choices.push(sequence(true));
        } while (template[at] === '|');
        if (template[at] !== '>') throw new Error(`unclosed choice in template: ${template}`);
        at++;
        parts.push({ choices });
        continue;
      }
      const slot = letter === '{' ? /^\{([A-Za-z0-9$]+)\}/.exec(template.slice(at)) : null;
      if (slot) {
        flush();
        parts.push({ slot: slot[1] as string });
        at += slot[0].length;
        continue;
      }
      if (letter === '\\' && (template[at + 1] === 'n' || template[at + 1] === 't')) {
        text += template[at + 1] === 'n' ? '\n' : '\t';
        at += 2;
        continue;
      }
      text += letter === '‹' ? '<' : letter === '›' ? '>' : letter;
      at++;
    }
    flush();
    return parts;
  };
  return sequence(false);
}
