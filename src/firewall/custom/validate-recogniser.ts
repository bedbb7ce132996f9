import type { RecogniserSettings } from '../../contract/detection-policy.ts';
import { compilePattern } from './pattern.ts';
import { compileRecogniser } from './recogniser.ts';

/** What is wrong with a recogniser, and in which field (`pattern`, `examples[0]`). */
export interface RecogniserProblem {
  readonly field: string;
  readonly message: string;
}

/** Instructions a pattern may compile to: at this size re2js reads about 0.2 MB/s (measured), a usual pattern 8 MB/s. */
const LARGEST_PROGRAM = 300;

/** Everything that speaks against saving this recogniser: whether it compiles, is cheap enough and does what its examples say. */
export function validateRecogniser(settings: RecogniserSettings): readonly RecogniserProblem[] {
  const problems = [...kindProblems(settings.kind), ...('pattern' in settings ? patternProblems(settings) : [])];
  if (problems.some((problem) => problem.field === 'pattern' || problem.field === 'group')) return problems;
  const finds = finder(settings);
  settings.examples.forEach((example, index) => {
    if (!finds(example)) problems.push({ field: `examples[${index}]`, message: 'Nothing is found in this example.' });
  });
  settings.nonExamples.forEach((example, index) => {
    if (finds(example)) {
      problems.push({
        field: `nonExamples[${index}]`,
        message: 'Something is found in this text, which should be left alone.',
      });
    }
  });
  return problems;
}

function kindProblems(kind: string): RecogniserProblem[] {
  if (kind === 'SECRET') return [{ field: 'kind', message: 'SECRET is a built-in kind.' }];
  if (/_\d+$/.test(kind)) {
    return [{ field: 'kind', message: 'A kind does not end in a number: placeholders are numbered ([KIND_1]).' }];
  }
  return [];
}

function patternProblems(settings: Extract<RecogniserSettings, { pattern: string }>): RecogniserProblem[] {
  try {
    const pattern = compilePattern(settings.pattern, settings.caseSensitive);
    if (settings.group > pattern.groups) {
      return [{ field: 'group', message: `The pattern has ${pattern.groups} groups.` }];
    }
    if (pattern.size > LARGEST_PROGRAM) {
      return [
        { field: 'pattern', message: 'The pattern is too large: use fewer or smaller repeats and alternatives.' },
      ];
    }
    if (pattern.matchesAll('')) return [{ field: 'pattern', message: 'The pattern matches the empty text.' }];
    return [];
  } catch (error) {
    return [{ field: 'pattern', message: error instanceof Error ? error.message : String(error) }];
  }
}

function finder(settings: RecogniserSettings): (text: string) => boolean {
  const recogniser = compileRecogniser(settings);
  return (text) => {
    let found = false;
    recogniser.detect(text, () => {
      found = true;
    });
    return found;
  };
}
