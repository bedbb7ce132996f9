/** Programs ready to paste: the published SDK examples with this gateway's address and a workspace's name. */
export interface Snippet {
  readonly id: 'curl' | 'python' | 'node';
  readonly title: string;
  readonly code: string;
}

export function snippetsFor(origin: string, workspace: string): readonly Snippet[] {
  const base = `${origin}/api/v1`;
  return [
    {
      id: 'curl',
      title: 'curl',
      code: `curl ${base}/chat/completions \\
  -H "Authorization: Bearer $ONEFIREWALL_API_KEY" \\
  -H "Content-Type: application/json" \\
  -d '{
    "model": "${workspace}",
    "pii": "obfuscate",
    "messages": [{ "role": "user", "content": "Hello!" }]
  }'`,
    },
    {
      id: 'python',
      title: 'Python',
      code: `import os
from openai import OpenAI

client = OpenAI(base_url="${base}", api_key=os.environ["ONEFIREWALL_API_KEY"])

completion = client.chat.completions.create(
    model="${workspace}",
    messages=[{"role": "user", "content": "Hello!"}],
    extra_body={"pii": "obfuscate"},
)
print(completion.choices[0].message.content)`,
    },
    {
      id: 'node',
      title: 'Node',
      code: `import OpenAI from "openai";

const client = new OpenAI({
  baseURL: "${base}",
  apiKey: process.env.ONEFIREWALL_API_KEY,
});

const completion = await client.chat.completions.create({
  model: "${workspace}",
  messages: [{ role: "user", content: "Hello!" }],
  pii: "obfuscate",
});
console.log(completion.choices[0].message.content);`,
    },
  ];
}

export interface Said {
  readonly workspace: string;
  readonly pii: string;
  readonly message: string;
}

/** What was said in the playground, said by a program. */
export function saidSnippetsFor(origin: string, { workspace, pii, message }: Said): readonly Snippet[] {
  const [curl, python, node] = [inShell(message), inPython(message), inJson(message)];
  return snippetsFor(origin, workspace).map(({ id, title, code }) => ({
    id,
    title,
    // A function, because in a text `$` would have a meaning.
    code: code.replace('"obfuscate"', `"${pii}"`).replace('"Hello!"', () => ({ curl, python, node })[id]),
  }));
}

/** What shows nothing or turns the text around it is written as its number: code is read before it is run. */
const UNSEEN = /[\p{Cc}\p{Cf}\u2028\u2029]/gu;
const digits = (code: number, length: number): string => code.toString(16).padStart(length, '0');

function inJson(text: string): string {
  return JSON.stringify(text).replace(UNSEEN, (character) =>
    [...Array(character.length).keys()].map((at) => `\\u${digits(character.charCodeAt(at), 4)}`).join(''),
  );
}

/** Python knows no pairs of surrogates. */
function inPython(text: string): string {
  return JSON.stringify(text).replace(UNSEEN, (character) => `\\U${digits(character.codePointAt(0) ?? 0, 8)}`);
}

/** JSON between single quotes, where only those quotes mean something (POSIX, Shell Command Language, 2.2.2). */
function inShell(text: string): string {
  return inJson(text).replaceAll("'", String.raw`'\''`);
}

/** The same request, answered as it is written. */
export function streamSnippetsFor(origin: string, workspace: string): readonly Snippet[] {
  const base = `${origin}/api/v1`;
  return [
    {
      id: 'curl',
      title: 'curl',
      code: `curl --no-buffer ${base}/chat/completions \\
  -H "Authorization: Bearer $ONEFIREWALL_API_KEY" \\
  -H "Content-Type: application/json" \\
  -d '{
    "model": "${workspace}",
    "pii": "obfuscate",
    "stream": true,
    "messages": [{ "role": "user", "content": "Hello!" }]
  }'`,
    },
    {
      id: 'python',
      title: 'Python',
      code: `import os
from openai import OpenAI

client = OpenAI(base_url="${base}", api_key=os.environ["ONEFIREWALL_API_KEY"])

stream = client.chat.completions.create(
    model="${workspace}",
    messages=[{"role": "user", "content": "Hello!"}],
    stream=True,
    extra_body={"pii": "obfuscate"},
)
for chunk in stream:
    print(chunk.choices[0].delta.content or "", end="", flush=True)`,
    },
    {
      id: 'node',
      title: 'Node',
      code: `import OpenAI from "openai";

const client = new OpenAI({
  baseURL: "${base}",
  apiKey: process.env.ONEFIREWALL_API_KEY,
});

const stream = await client.chat.completions.create({
  model: "${workspace}",
  messages: [{ role: "user", content: "Hello!" }],
  stream: true,
  pii: "obfuscate",
});
for await (const chunk of stream) {
  process.stdout.write(chunk.choices[0]?.delta?.content ?? "");
}`,
    },
  ];
}

/** Workspaces as models: all of them, or the one that is named. */
export function modelSnippetsFor(origin: string, workspace?: string): readonly Snippet[] {
  const base = `${origin}/api/v1`;
  const path = workspace === undefined ? '/models' : `/models/${workspace}`;
  return [
    {
      id: 'curl',
      title: 'curl',
      code: `curl ${base}${path} \\
  -H "Authorization: Bearer $ONEFIREWALL_API_KEY"`,
    },
    {
      id: 'python',
      title: 'Python',
      code: `import os
from openai import OpenAI

client = OpenAI(base_url="${base}", api_key=os.environ["ONEFIREWALL_API_KEY"])

${
  workspace === undefined
    ? 'for model in client.models.list():\n    print(model.id)'
    : `print(client.models.retrieve("${workspace}").id)`
}`,
    },
    {
      id: 'node',
      title: 'Node',
      code: `import OpenAI from "openai";

const client = new OpenAI({
  baseURL: "${base}",
  apiKey: process.env.ONEFIREWALL_API_KEY,
});

${
  workspace === undefined
    ? 'for await (const model of client.models.list()) {\n  console.log(model.id);\n}'
    : `const model = await client.models.retrieve("${workspace}");\nconsole.log(model.id);`
}`,
    },
  ];
}
