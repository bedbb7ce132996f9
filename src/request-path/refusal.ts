import { GatewayError } from '../errors.ts';
import type { MaskRefusal } from '../firewall/masking/mask-request.ts';

const REFUSAL_TEXT: Readonly<Record<MaskRefusal['code'], string>> = {
  pii_detected: 'The request contains personal data',
  secret_detected: 'The request contains a secret',
  unreadable_content: 'This part cannot be inspected, and this workspace refuses what it cannot inspect',
  unknown_content: 'This part is of a type that the firewall does not know, so it cannot be inspected',
};

/** What the caller is told; `shift` as in the report. */
export function refusalError(refusal: MaskRefusal, shift: number): GatewayError {
  const counts = Object.entries(refusal.counts).map(([kind, count]) => `${kind} (${count})`);
  const code = refusal.code === 'unknown_content' ? 'unreadable_content' : refusal.code;
  const place = refusal.inWord === true ? ', where a placeholder cannot stand' : '';
  return new GatewayError(code, {
    param: callerPath(refusal.param, shift),
    message: `${REFUSAL_TEXT[refusal.code]}${counts.length === 0 ? '' : `: ${counts.join(', ')}`}${place}. It was not forwarded.`,
  });
}

/** The path as the caller numbers his messages: a prompt that we put in front is `system`, or the workspace's own. */
export function callerPath(path: string, shift: number): string {
  if (shift === 0) return path;
  const found = /^messages\[(\d+)\](.*)$/s.exec(path);
  if (found === null) return path;
  const index = Number(found[1]) - shift;
  return index < 0 ? 'system' : `messages[${index}]${found[2]}`;
}
