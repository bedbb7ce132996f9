import type { TypeEntry } from '../detector.ts';
import { VENDOR_FORMATS } from './token-runs.ts';
import { VENDOR_NAMES } from './vendor-names.ts';

const entry = (type: string, title: string, source: string): TypeEntry => ({ type, kind: 'SECRET', title, source });

/** Types that belong to no vendor's table. */
const GENERAL: readonly TypeEntry[] = [
  entry('PRIVATE_KEY', 'Private key in PEM or OpenSSH form', 'https://www.rfc-editor.org/rfc/rfc7468'),
  entry('PGP_PRIVATE_KEY', 'PGP private key block', 'https://www.rfc-editor.org/rfc/rfc9580'),
  entry(
    'PUTTY_PRIVATE_KEY',
    'PuTTY private key file',
    'https://the.earth.li/~sgtatham/putty/latest/htmldoc/AppendixC.html',
  ),
  entry('JWT', 'JSON Web Token', 'https://www.rfc-editor.org/rfc/rfc7519'),
  entry(
    'CONNECTION_STRING',
    'Password in the address of a data store',
    'https://www.rfc-editor.org/rfc/rfc3986#section-3.2.1',
  ),
  entry('BASIC_AUTH_URL', 'Password in a URL', 'https://www.rfc-editor.org/rfc/rfc3986#section-3.2.1'),
  entry('PASSWORD', 'Password given to a name', 'https://cwe.mitre.org/data/definitions/798.html'),
  entry(
    'GENERIC_SECRET',
    'Secret value given to a credential-like name',
    'https://cwe.mitre.org/data/definitions/798.html',
  ),
  entry('BEARER_TOKEN', 'Bearer token in a header', 'https://www.rfc-editor.org/rfc/rfc6750'),
  entry(
    'BASIC_AUTH_HEADER',
    'User and password in a Basic authorisation header',
    'https://www.rfc-editor.org/rfc/rfc7617',
  ),
  entry(
    'AUTHORIZATION_HEADER',
    'Token in an authorisation header',
    'https://www.rfc-editor.org/rfc/rfc9110#section-11.6.2',
  ),
  entry(
    'AZURE_SAS_SIGNATURE',
    'Azure shared access signature',
    'https://learn.microsoft.com/en-us/rest/api/storageservices/create-service-sas',
  ),
  entry('SLACK_WEBHOOK', 'Slack incoming webhook', 'https://api.slack.com/messaging/webhooks'),
  entry('DISCORD_WEBHOOK', 'Discord webhook', 'https://discord.com/developers/docs/resources/webhook'),
  entry(
    'TEAMS_WEBHOOK',
    'Microsoft Teams incoming webhook',
    'https://learn.microsoft.com/en-us/microsoftteams/platform/webhooks-and-connectors/how-to/add-incoming-webhook',
  ),
  entry('ZAPIER_WEBHOOK', 'Zapier catch hook', 'https://help.zapier.com/hc/en-us/articles/8496288690317'),
  entry('MAKE_WEBHOOK', 'Make custom webhook', 'https://help.make.com/webhooks'),
  entry(
    'GOOGLE_CHAT_WEBHOOK',
    'Google Chat webhook',
    'https://developers.google.com/workspace/chat/quickstart/webhooks',
  ),
  entry('IFTTT_WEBHOOK', 'IFTTT webhook', 'https://help.ifttt.com/hc/en-us/articles/115010230347'),
  entry(
    'FEISHU_WEBHOOK',
    'Feishu or Lark bot webhook',
    'https://open.feishu.cn/document/client-docs/bot-v3/add-custom-bot',
  ),
  entry('DINGTALK_WEBHOOK', 'DingTalk robot webhook', 'https://open.dingtalk.com/document/robots/custom-robot-access'),
  entry('WECOM_WEBHOOK', 'WeCom robot webhook', 'https://developer.work.weixin.qq.com/document/path/91770'),
];

/** Every type this detector reports, each once, with the page that says so. */
export const SECRET_TYPES: readonly TypeEntry[] = [
  ...new Map(
    [
      ...GENERAL,
      ...VENDOR_FORMATS.map(({ type, title, source }) => entry(type, title, source)),
      ...VENDOR_NAMES.map(({ type, provider, source }) => entry(type, `${provider} credential`, source)),
    ]
      .reverse()
      .map((known) => [known.type, known] as const),
  ).values(),
].reverse();
