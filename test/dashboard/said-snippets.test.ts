/** What was said in the playground reaches a program's request as it was written, whatever stands in it. */
import { describe, expect, test } from 'bun:test';
import { saidSnippetsFor } from '../../dashboard/src/snippets.ts';

const TEXTS = [
  'Hello, is this all?',
  `It's "quoted", 'twice', with \\ and $HOME and \`ls\` and $(id) and $& and !!`,
  'Two\nlines\tand a \u0000 zero, a \u007f, a \u0085',
  'Turned \u202egnp.exe\u202c, hidden \u200b\u00ad\ufeff, tagged \u{e0041}\u{e007f}, parted \u2028\u2029',
  'Emoji 👩‍👩‍👧 and שלום and 𝒳',
  '"obfuscate" and "Hello!" and \\"obfuscate\\"',
  "'; rm -rf /; echo '",
] as const;

const codeFor = (id: 'curl' | 'python' | 'node', message: string): string => {
  const found = saidSnippetsFor('http://127.0.0.1:8080', { workspace: 'team', pii: 'block', message });
  return found.find((snippet) => snippet.id === id)?.code ?? '';
};
const MESSAGES = (content: string) => [{ role: 'user', content }];

describe('what was said, from a program', () => {
  test.each(TEXTS)('curl: %j', (message) => {
    // The last argument of curl is what it would send.
    const script = `curl() { for last; do :; done; printf %s "$last"; }\n${codeFor('curl', message)}`;
    const { stdout, exitCode } = Bun.spawnSync(['sh', '-c', script]);
    expect(exitCode).toBe(0);
    expect(JSON.parse(stdout.toString())).toEqual({ model: 'team', pii: 'block', messages: MESSAGES(message) });
  });

  test.each(TEXTS)('Node: %j', (message) => {
    const call = codeFor('node', message).match(/create\((\{[\s\S]*\})\);\nconsole/)?.[1];
    expect(new Function(`return (${call})`)()).toEqual({ model: 'team', messages: MESSAGES(message), pii: 'block' });
  });

  test.skipIf(Bun.which('python3') === null).each(TEXTS)('Python: %j', (message) => {
    const script = `import ast, json, sys
calls = [n for n in ast.walk(ast.parse(sys.stdin.buffer.read().decode())) if isinstance(n, ast.Call)]
create = [c for c in calls if getattr(c.func, "attr", "") == "create"][0]
print(json.dumps({k.arg: ast.literal_eval(k.value) for k in create.keywords}))`;
    const { stdout, stderr } = Bun.spawnSync(['python3', '-c', script], {
      stdin: new TextEncoder().encode(codeFor('python', message)),
    });
    expect(stderr.toString()).toBe('');
    expect(JSON.parse(stdout.toString())).toEqual({
      model: 'team',
      messages: MESSAGES(message),
      extra_body: { pii: 'block' },
    });
  });

  test('nothing in it is unseen or turns the text around it', () => {
    for (const message of TEXTS) {
      for (const id of ['curl', 'python', 'node'] as const) {
        expect(codeFor(id, message).replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Cf}\u2028\u2029]/u);
      }
    }
  });
});
