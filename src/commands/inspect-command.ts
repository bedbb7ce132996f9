import { parseOptions, textOption } from './command.ts';
import { runInspect } from './inspect.ts';

const HELP = `Usage: onefirewall inspect [--jsonl FILE] < text

Finds personal data and secrets, with every detector that is on by default. Without --jsonl all of stdin is one text; with it FILE holds
one {"text": "..."} a line (.gz works too). Prints one line a text:
  {"findings":[{"start","end","kind","type","score","tier"}]}      offsets in UTF-16 units, end exclusive
`;

export async function run(args: readonly string[]): Promise<number> {
  const options = parseOptions(args, HELP, { jsonl: { type: 'string' } });
  if (options === undefined) return 0;
  const jsonl = textOption(options, 'jsonl');
  return runInspect(jsonl === undefined ? {} : { jsonl }, process);
}
