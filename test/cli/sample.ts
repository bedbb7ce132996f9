/** The file of the section 2, letter for letter: it must work as it stands. */
export const SAMPLE = `server: { host: 127.0.0.1, port: 8080 }
storage: { url: "sqlite:./data/onefirewall.db" }
providers:
  - { name: lab, kind: openai-compatible, baseUrl: "http://127.0.0.1:4600/v1", apiKey: "\${LAB_KEY}", internal: true }
users:
  - { email: owner@example.com, role: owner }        # no password: signs in by a one-time link
workspaces:
  - name: my-team
    members: [ { email: owner@example.com, role: admin } ]
    targets: [ { provider: lab, model: gpt-4o } ]
    pii: { default: disabled, floor: disabled }
`;

export const SAMPLE_OWNER = 'owner@example.com';
export const SAMPLE_PROVIDER_PORT = 4600;

/** The file for a provider at another address. */
export const sampleFor = (baseUrl: string): string => SAMPLE.replace(/http:[^"]+/, baseUrl);
