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
