import { describe, expect, test } from 'bun:test';
import { summarizePolicy } from '../../dashboard/src/policy-summary.ts';
import { type WorkspaceSettings, workspaceSettingsSchema } from '../../src/contract/workspace.ts';

type Input = Parameters<typeof workspaceSettingsSchema.parse>[0];

const settings = (input: Input = {}): WorkspaceSettings => workspaceSettingsSchema.parse(input);

/** All sentences about one thing. */
function saysAbout(about: string, input: Input): string {
  const line = summarizePolicy(settings(input)).find((each) => each.about === about);
  return line?.sentences.join(' ') ?? '';
}

describe('what a policy says about itself', () => {
  test.each([
    ['disabled', 'disabled', 'Personal data leaves as it is, unless a request asks for more.'],
    ['obfuscate', 'disabled', 'replaced before it leaves and put back into the answer. A request can switch this off.'],
    ['block', 'disabled', 'Requests with personal data are refused. A request can switch this off.'],
    ['disabled', 'obfuscate', 'Personal data is always replaced before it leaves, and put back into the answer.'],
    ['obfuscate', 'obfuscate', 'Personal data is always replaced before it leaves, and put back into the answer.'],
    ['block', 'obfuscate', 'A request can ask to have it replaced instead, never to let it pass.'],
    ['disabled', 'block', 'Requests with personal data are always refused.'],
    ['obfuscate', 'block', 'Requests with personal data are always refused.'],
    ['block', 'block', 'Requests with personal data are always refused.'],
  ])('default %s with floor %s', (normal, floor, sentence) => {
    expect(saysAbout('personal', { pii: { default: normal, floor } })).toContain(sentence);
  });

  test('a policy that says nothing refuses secrets and what cannot be read, and does not look at answers', () => {
    const lines = summarizePolicy(settings());
    expect(lines.map(({ about }) => about)).toEqual(['personal', 'kinds', 'secrets', 'unreadable', 'answers']);
    expect(saysAbout('kinds', {})).toBe('All kinds of personal data count.');
    expect(saysAbout('secrets', {})).toBe('Requests with secrets are refused.');
    expect(saysAbout('answers', {})).toBe('What the model itself produces is not looked at.');
  });

  test('kinds that are switched off are named; a few that are left are named instead', () => {
    expect(saysAbout('kinds', { detection: { kinds: { IP: 'off', EMAIL: 'off' } } })).toBe(
      'All kinds of personal data count, but not e-mail address and IP address.',
    );
    const off = Object.fromEntries(
      'PERSON PHONE ADDRESS CARD BANK_ACCOUNT ID PASSPORT DRIVING_LICENCE TAX_ID DATE_OF_BIRTH IP MAC URL_CREDENTIALS CRYPTO_WALLET VEHICLE MEDICAL_ID'
        .split(' ')
        .map((kind) => [kind, 'off']),
    );
    expect(saysAbout('kinds', { detection: { kinds: off } })).toBe('Only these kinds count: e-mail address and IBAN.');
    const none = { ...off, EMAIL: 'off', IBAN: 'off' };
    expect(saysAbout('kinds', { detection: { kinds: none } })).toBe('No kind of personal data counts.');
  });

  test('what is special about detection is said', () => {
    const said = saysAbout('kinds', {
      detection: {
        threshold: 0.7,
        thresholds: { PERSON: 0.9 },
        tagger: false,
        external: ['onnx', 'analyzer'],
        allow: [{ domain: 'corp.example' }, { value: 'x' }],
        recognisers: [
          { name: 'Tickets', kind: 'TICKET', pattern: 'T-[0-9]+' },
          { name: 'Names of projects', kind: 'PROJECT', keywords: ['heron'] },
        ],
        kinds: { PROJECT: 'off' },
      },
    });
    for (const sentence of [
      'Your own recognisers find TICKET.',
      'A finding counts from a score of 0.7 on; 0.5 is usual.',
      'Other scores hold for person.',
      'Names and addresses are found by rules only.',
      'Every text is also read by a classifier model and an analyzer service; if that fails, the request is refused.',
      '2 exceptions are let through.',
    ]) {
      expect(said).toContain(sentence);
    }
    expect(said).not.toContain('PROJECT');
  });

  test('secrets, unreadable parts, answers, restoring, persona and limits', () => {
    const input: Input = {
      detection: { unreadable: 'allow', secrets: { mode: 'mask', allow: [{ value: 'example' }] } },
      answers: { personal: 'block', secrets: 'mask' },
      restore: { allowedHosts: ['docs.example.org', '*.example.org'], excludedTools: ['send_mail'] },
      persona: 'You are brief.',
      limits: { requestsPerMinute: 60, tokensPerDay: 1_000_000 },
    };
    expect(saysAbout('secrets', input)).toBe(
      'Secrets are replaced for good before a request leaves. One known secret is let through.',
    );
    expect(saysAbout('unreadable', input)).toContain('pass unread and are counted');
    expect(saysAbout('answers', input)).toBe(
      'An answer in which the model itself produces personal data is ended. Secrets that the model itself produces are replaced for good.',
    );
    expect(saysAbout('restore', input)).toBe(
      'Values are also put back into links to docs.example.org and *.example.org. Calls of send_mail keep placeholders.',
    );
    expect(saysAbout('conversation', input)).toBe('Every conversation begins with the workspace’s persona.');
    expect(saysAbout('limits', input)).toBe('At most 60 requests a minute and 1,000,000 tokens a day.');
    const one = { limits: { requestsPerMinute: 1, tokensPerDay: 1 } };
    expect(saysAbout('limits', one)).toBe('At most 1 request a minute and 1 token a day.');
    expect(saysAbout('restore', { restore: { excludedTools: 'all' } })).toContain('No tool gets values');
  });
});
