/** The headers an answer of the public API carries beside HTTP's own: the receipt, the request's name and what limits leave. */
export interface ReplyHeader {
  readonly description: string;
  readonly example: string;
}

/** docs/placeholders.md explains the receipt; request-path/receipt.ts writes it. */
export const REPLY_HEADERS: Readonly<Record<string, ReplyHeader>> = {
  'x-request-id': {
    description: 'On every answer. The audit event has the same digits.',
    example: 'req_01a206b6c3e777ecad25f39ef133c849',
  },
  'x-onefirewall-workspace': { description: 'The workspace.', example: 'my-team' },
  'x-onefirewall-model': { description: "The provider's name of the model.", example: 'gpt-4o-2024-11-20' },
  'x-onefirewall-pii': {
    description: 'The mode that was applied, and how many values of each kind were found in the request.',
    example: 'obfuscate; email=2, person=1',
  },
  'x-onefirewall-policy': {
    description:
      'The version of the policy: it changes with every setting that decides what is found and what is done about it.',
    example: '3f9a1c04be72',
  },
  'x-onefirewall-ms': { description: 'Milliseconds the firewall took.', example: '1.42' },
  'x-onefirewall-unread': {
    description: 'Parts that passed without having been read; only where there are any.',
    example: '1',
  },
  'x-onefirewall-withheld': {
    description:
      'Placeholders that were not restored: in links that lead elsewhere, in excluded tools; only where there are any.',
    example: 'links=1, tools=2',
  },
  'x-onefirewall-unknown': {
    description: 'Placeholders in the answer that this request never issued; only where there are any.',
    example: '1',
  },
  'x-onefirewall-answer': {
    description: 'What the model itself produced and what was done; `clean` for nothing; only where answers are read.',
    example: 'mark; email=1',
  },
  'x-onefirewall-restore': { description: 'Only where values could not be put back.', example: 'failed' },
  'x-ratelimit-remaining-requests': {
    description:
      "What is left, with `-limit-` and `-reset-`, and the same for `-tokens`: the workspace's, else the provider's.",
    example: '59',
  },
};
