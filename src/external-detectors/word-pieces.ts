/** One piece of a word as a BERT model reads it: its number in the vocabulary and where it stands in the text (UTF-16, end exclusive). */
export interface WordPiece {
  readonly id: number;
  readonly start: number;
  readonly end: number;
  /** False for a piece that continues a word. */
  readonly beginsWord: boolean;
}

export interface WordPieceTokenizer {
  readonly classId: number;
  readonly separatorId: number;
  tokenize(text: string): readonly WordPiece[];
}

/** A longer word is unknown as a whole, as in BERT's own tokenizer. */
const LONGEST_WORD = 100;

/**
 * The WordPiece tokenizer of BERT (Devlin et al. 2018; Wu et al. 2016, section 4.1) for a `vocab.txt`: one piece a line, its number is the
 * line's, pieces within a word begin with `##`. Keeps offsets. Throws Error where a special piece is missing.
 */
export function createWordPieceTokenizer(vocabulary: string, lowerCase: boolean): WordPieceTokenizer {
  const ids = new Map(vocabulary.split(/\r?\n/).map((piece, index) => [piece, index] as const));
  const special = (name: string): number => {
    const id = ids.get(name);
    if (id === undefined) throw new Error(`the vocabulary has no ${name}`);
    return id;
  };
  const unknownId = special('[UNK]');

  /** Greedy longest match first. */
  const split = (word: Word, out: WordPiece[]): void => {
    const first = out.length;
    const { letters, starts, ends } = word;
    const whole = { id: unknownId, start: starts[0] ?? 0, end: ends.at(-1) ?? 0, beginsWord: true };
    if (letters.length > LONGEST_WORD) {
      out.push(whole);
      return;
    }
    for (let from = 0; from < letters.length; ) {
      let to = letters.length;
      let id: number | undefined;
      for (; to > from; to--) {
        id = ids.get(`${from === 0 ? '' : '##'}${letters.slice(from, to).join('')}`);
        if (id !== undefined) break;
      }
      if (id === undefined) {
        out.length = first;
        out.push(whole);
        return;
      }
      out.push({ id, start: starts[from] ?? 0, end: ends[to - 1] ?? 0, beginsWord: from === 0 });
      from = to;
    }
  };

  return {
    classId: special('[CLS]'),
    separatorId: special('[SEP]'),
    tokenize(text) {
      const out: WordPiece[] = [];
      for (const word of wordsOf(text, lowerCase)) split(word, out);
      return out;
    },
  };
}

/** A word as the model reads it, letter by letter, with the place of each letter in the text. */
interface Word {
  readonly letters: string[];
  readonly starts: number[];
  readonly ends: number[];
}

const SPACE = /^[\s\u00a0]$/u;
const IGNORED = /^[\p{Cc}\p{Cf}\p{Co}\p{Cs}\ufffd]$/u;
/** A word of its own: punctuation, ASCII symbols, and ideographs (BERT splits those of CJK). */
const ALONE = /^[\p{P}$+<=>^`|~\p{Script=Han}]$/u;
const MARK = /\p{Mn}/gu;

/** Splits at blanks, and around punctuation and ideographs. */
function* wordsOf(text: string, lowerCase: boolean): Generator<Word> {
  let word: Word = { letters: [], starts: [], ends: [] };
  for (let at = 0; at < text.length; ) {
    const letter = String.fromCodePoint(text.codePointAt(at) ?? 0);
    const end = at + letter.length;
    const isBreak = SPACE.test(letter) || ALONE.test(letter);
    if (isBreak && word.letters.length > 0) {
      yield word;
      word = { letters: [], starts: [], ends: [] };
    }
    if (ALONE.test(letter)) yield { letters: [letter], starts: [at], ends: [end] };
    else if (!isBreak && !IGNORED.test(letter)) {
      const read = lowerCase ? letter.toLowerCase().normalize('NFD').replace(MARK, '') : letter;
      for (const each of read) {
        word.letters.push(each);
        word.starts.push(at);
        word.ends.push(end);
      }
    }
    at = end;
  }
  if (word.letters.length > 0) yield word;
}
