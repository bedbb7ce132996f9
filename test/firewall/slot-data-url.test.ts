import { describe, expect, test } from 'bun:test';
import { readDataUrl } from '../../src/chat/slot-data-url.ts';

const url = (type: string, bytes: string | Uint8Array): string =>
  `data:${type};base64,${Buffer.from(bytes as string).toString('base64')}`;

describe('a file is read where it is text, whatever it is called', () => {
  test.each(['text/plain', 'application/octet-stream', 'application/x-log', 'application/vnd.corp.settings; v=1'])(
    '%s',
    (type) => {
      const read = readDataUrl(url(type, 'mail jörg@corp.example\n'));
      if (read?.kind !== 'text') throw new Error('not read');
      expect(read.content.text).toBe('mail jörg@corp.example\n');
      expect(read.content.encode('x [EMAIL_1]')).toBe(url(type, 'x [EMAIL_1]'));
    },
  );

  test.each([
    ['application/pdf', '%PDF-1.4 all of it is text'],
    ['application/zip', 'PK\u0003\u0004 and so on'],
    ['application/octet-stream', new Uint8Array([0x61, 0xff, 0xfe, 0x62])],
    ['application/octet-stream', 'text, then\0bytes'],
    ['image/png', 'text'],
  ])('%s: %p is not', (type, bytes) => {
    expect(readDataUrl(url(type, bytes))).toEqual({ kind: 'unreadable' });
  });
});
