import { afterAll, describe, expect, test } from 'bun:test';
import { mkdtempSync, rmSync } from 'node:fs';
import { type AddressInfo, createServer, type Server, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createHttpClient, type OutgoingRequest } from '../../src/platform/http-client.ts';
import { waitUntil } from '../support/wait-until.ts';

const servers: Server[] = [];
afterAll(() => {
  for (const server of servers) server.close();
});

/** A server that says what it is told to, byte by byte: `onRequest` gets each request's text and the connection's number. */
async function serve(onRequest: (request: string, socket: Socket, connection: number) => void): Promise<string> {
  let connections = 0;
  const server = createServer((socket) => {
    // The client knocks first: a connection without a request.
    let number = 0;
    let seen = '';
    socket.on('error', () => {});
    socket.on('data', (bytes) => {
      if (number === 0) number = ++connections;
      seen += bytes.toString('latin1');
      for (;;) {
        const end = seen.indexOf('\r\n\r\n');
        if (end === -1) return;
        const length = Number(/content-length: (\d+)/i.exec(seen)?.[1] ?? 0);
        if (seen.length < end + 4 + length) return;
        const request = seen.slice(0, end + 4 + length);
        seen = seen.slice(end + 4 + length);
        onRequest(request, socket, number);
      }
    });
  });
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1/chat?x=1`;
}

const post = (url: string, more: Partial<OutgoingRequest> = {}): OutgoingRequest => ({
  url,
  method: 'POST',
  headers: { 'content-type': 'application/json' },
  body: '{"a":"é"}',
  signal: new AbortController().signal,
  internal: true,
  connectTimeoutMs: 60_000,
  ...more,
});

const whole = (body: string, more = ''): string =>
  `HTTP/1.1 200 OK\r\ncontent-type: text/plain\r\ncontent-length: ${Buffer.byteLength(body)}\r\n${more}\r\n${body}`;

describe('a request', () => {
  test('arrives with its path, host, headers and length in bytes', async () => {
    let got = '';
    const url = await serve((request, socket) => {
      got = request;
      socket.write(whole('ok'));
    });
    const reply = await createHttpClient().send(post(url, { headers: { authorization: ' Bearer x\n' } }));
    expect(await reply.text()).toBe('ok');
    const [first, ...lines] = got.slice(0, got.indexOf('\r\n\r\n')).toLowerCase().split('\r\n');
    expect(first).toBe('post /v1/chat?x=1 http/1.1');
    for (const line of [
      `host: ${new URL(url).host}`,
      'authorization: bearer x',
      'accept-encoding: identity',
      'content-length: 10',
    ]) {
      expect(lines).toContain(line);
    }
  });

  test('of many megabytes arrives whole, as text and as a Blob', async () => {
    const lengths: number[] = [];
    const url = await serve((request, socket) => {
      lengths.push(request.length - request.indexOf('\r\n\r\n') - 4);
      socket.write(whole('ok'));
    });
    const http = createHttpClient();
    const body = 'x'.repeat(7_000_001);
    for (const form of [body, new Blob([body, body])]) await (await http.send(post(url, { body: form }))).text();
    expect(lengths).toEqual([7_000_001, 14_000_002]);
  });

  test.each(['a\r\nb: c', '\0'])('with the header value %j is not sent', async (value) => {
    let asked = false;
    const url = await serve(() => {
      asked = true;
    });
    await expect(createHttpClient().send(post(url, { headers: { authorization: value } }))).rejects.toThrow();
    expect(asked).toBe(false);
  });

  test('goes to no metadata service, and inside only where that is allowed', async () => {
    const http = createHttpClient();
    const refused = { reason: 'address_refused' };
    for (const internal of [true, false]) {
      await expect(http.send(post('http://169.254.169.254/', { internal }))).rejects.toMatchObject(refused);
    }
    await expect(http.send(post('http://127.0.0.1:9/', { internal: false }))).rejects.toMatchObject(refused);
    await expect(http.send(post('http://127.0.0.1:9/'))).rejects.toMatchObject({ reason: 'unreachable' });
  });

  test('goes to the address itself, whatever proxy the environment names', async () => {
    const asked: string[] = [];
    const listen = (name: string) =>
      Bun.serve({
        port: 0,
        hostname: '127.0.0.1',
        fetch: () => {
          asked.push(name);
          return new Response(name);
        },
      });
    const [target, proxy] = [listen('target'), listen('proxy')];
    const names = ['HTTP_PROXY', 'HTTPS_PROXY', 'ALL_PROXY'].flatMap((name) => [name, name.toLowerCase()]);
    // Bun reads them at the start of a process.
    const program = join(import.meta.dir, '..', 'support', 'call-once.ts');
    const call = Bun.spawn([process.execPath, program, target.url.href], {
      env: { ...process.env, ...Object.fromEntries(names.map((name) => [name, proxy.url.href])) },
      stderr: 'ignore',
    });
    expect(await new Response(call.stdout).text()).toBe('200 target');
    expect(asked).toEqual(['target']);
    await Promise.all([target.stop(true), proxy.stop(true)]);
  });

  test('finds the address of a host that answers among several', async () => {
    const url = await serve((_request, socket) => socket.write(whole('ok')));
    const reply = await createHttpClient().send(post(url.replace('127.0.0.1', 'localhost')));
    expect(await reply.text()).toBe('ok');
  });
});

describe('an answer', () => {
  const body = 'data: one\n\ndata: zwei \u00fc\n\n';
  const pieces = [body.slice(0, 7), body.slice(7, 8), body.slice(8)];
  const chunked = pieces.map((piece) => `${Buffer.byteLength(piece).toString(16)};x="y"\r\n${piece}\r\n`).join('');
  const forms: readonly (readonly [string, string, boolean])[] = [
    ['with a length', whole(body), false],
    ['in chunks', `HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n${chunked}0\r\ntrailer: x\r\n\r\n`, false],
    ['until the connection closes', `HTTP/1.1 200 OK\r\n\r\n${body}`, true],
    ['of HTTP/1.0', `HTTP/1.0 200 OK\r\ncontent-length: ${Buffer.byteLength(body)}\r\n\r\n${body}`, false],
    [
      'after interim ones',
      `HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 103 Early Hints\r\nlink: x\r\n\r\n${whole(body)}`,
      false,
    ],
  ];

  test.each(forms)('%s is read whole, cut at every byte', async (_name, text, closes) => {
    const bytes = Buffer.from(text);
    let cut = 0;
    const url = await serve((_request, socket) => {
      socket.setNoDelay(true);
      socket.write(bytes.subarray(0, cut));
      setTimeout(() => {
        socket.write(bytes.subarray(cut));
        if (closes) socket.end();
      }, 1);
    });
    const http = createHttpClient();
    for (cut = 1; cut < bytes.length; cut++) expect(await (await http.send(post(url))).text()).toBe(body);
  });

  test.each([
    ['that ends before its length', 'HTTP/1.1 200 OK\r\ncontent-length: 10\r\n\r\nhalf'],
    ['that ends inside a chunk', 'HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\nff\r\nhalf'],
    ['that ends without the last chunk', 'HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n4\r\nhalf\r\n'],
    ['with a chunk that has no size', 'HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\nx\r\nhalf\r\n'],
  ])('%s is broken', async (_name, text) => {
    const url = await serve((_request, socket) => socket.end(text));
    const http = createHttpClient();
    const read = async (): Promise<string> => (await http.send(post(url))).text();
    await expect(read()).rejects.toMatchObject({ reason: 'unreachable' });
    const stream = async (): Promise<void> => {
      const reader = (await http.send(post(url))).body.getReader();
      while (!(await reader.read()).done);
    };
    await expect(stream()).rejects.toThrow();
  });

  test.each(['', 'hello', 'HTTP/2 200 OK\r\n\r\n', 'HTTP/1.1 200 OK\r\nno colon\r\n\r\n', 'SSH-2.0-x\r\n\r\n'])(
    'that is none: %j',
    async (text) => {
      const url = await serve((_request, socket) => socket.end(text));
      await expect(createHttpClient().send(post(url))).rejects.toMatchObject({ reason: 'unreachable' });
    },
  );

  test('larger than allowed is not read further', async () => {
    let closed = false;
    const url = await serve((_request, socket) => {
      socket.on('close', () => {
        closed = true;
      });
      socket.write(`HTTP/1.1 200 OK\r\ncontent-length: 9000000\r\n\r\n${'x'.repeat(200_000)}`);
    });
    const reply = await createHttpClient().send(post(url));
    await expect(reply.text(100_000)).rejects.toThrow(RangeError);
    await waitUntil('the connection is closed', () => closed);
  });

  test('that nobody reads makes its sender wait', async () => {
    // More than the buffers of the kernel hold, large ones too.
    const ALL = 256 * 1024 * 1024;
    let sent = 0;
    const url = await serve((_request, socket) => {
      socket.write('HTTP/1.1 200 OK\r\n\r\n');
      const block = Buffer.alloc(64 * 1024, 'x');
      const more = (): void => {
        while (sent < ALL) {
          sent += block.length;
          if (!socket.write(block)) {
            socket.once('drain', more);
            return;
          }
        }
        socket.end();
      };
      more();
    });
    const reply = await createHttpClient().send(post(url));
    for (let before = -1; before !== sent; ) {
      before = sent;
      await Bun.sleep(300);
    }
    expect(sent).toBeLessThan(ALL);
    let read = 0;
    for await (const piece of reply.body) read += piece.length;
    expect(read).toBe(ALL);
  });
});

describe('a connection', () => {
  test('is used again after a whole answer, and by one exchange at a time', async () => {
    const used: number[] = [];
    const url = await serve((_request, socket, connection) => {
      used.push(connection);
      setTimeout(() => socket.write(whole('ok')), 5);
    });
    const http = createHttpClient();
    const ask = async (): Promise<string> => (await http.send(post(url))).text();
    await ask();
    await ask();
    expect(used).toEqual([1, 1]);
    await Promise.all([ask(), ask(), ask()]);
    expect(new Set(used.slice(2)).size).toBe(3);
  });

  test.each([
    ['says that it closes', 'connection: close\r\n', ''],
    ['sends more than its answer', '', 'HTTP/1.1 200 OK\r\ncontent-length: 3\r\n\r\nbad'],
  ])('is not used again when the other side %s', async (_name, header, more) => {
    const used: number[] = [];
    const url = await serve((_request, socket, connection) => {
      used.push(connection);
      socket.write(whole('ok', header) + more);
    });
    const http = createHttpClient();
    for (let count = 0; count < 2; count++) expect(await (await http.send(post(url))).text()).toBe('ok');
    expect(used).toEqual([1, 2]);
  });

  test('a new one that closes without an answer is not tried again: the request may have been taken', async () => {
    let asked = 0;
    const url = await serve((_request, socket) => {
      asked++;
      socket.destroy();
    });
    await expect(createHttpClient().send(post(url))).rejects.toMatchObject({ reason: 'unreachable' });
    expect(asked).toBe(1);
  });

  test('is closed when its call is aborted: before the answer, inside it, and not after it', async () => {
    let closed = 0;
    let mode: 'silent' | 'half' | 'whole' = 'silent';
    const early = new AbortController();
    const url = await serve((_request, socket) => {
      socket.on('close', () => {
        closed++;
      });
      if (mode === 'silent') early.abort();
      if (mode === 'half') socket.write('HTTP/1.1 200 OK\r\n\r\nhalf');
      if (mode === 'whole') socket.write(whole('ok'));
    });
    const http = createHttpClient();
    await expect(http.send(post(url, { signal: early.signal }))).rejects.toMatchObject({ reason: 'aborted' });
    await waitUntil('the first connection is closed', () => closed === 1);
    mode = 'half';
    const late = new AbortController();
    const reply = await http.send(post(url, { signal: late.signal }));
    const reading = reply.text();
    late.abort();
    await expect(reading).rejects.toMatchObject({ reason: 'unreachable' });
    await waitUntil('the second connection is closed', () => closed === 2);
    mode = 'whole';
    const after = new AbortController();
    await (await http.send(post(url, { signal: after.signal }))).text();
    after.abort();
    expect(await (await http.send(post(url))).text()).toBe('ok');
    expect(closed).toBe(2);
  });
});

describe.skipIf(Bun.which('openssl') === null)('TLS', () => {
  const folder = mkdtempSync(join(tmpdir(), 'onefirewall-tls-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  test('a certificate that is not trusted, or another name’s, ends the call before anything is sent', async () => {
    const certificate = (name: string): { key: string; cert: string } => {
      const [key, cert] = [join(folder, `${name}.key`), join(folder, `${name}.pem`)];
      const subject = ['-subj', `/CN=${name}`, '-addext', `subjectAltName=DNS:${name}`];
      const made = Bun.spawnSync(
        ['openssl', 'req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes', '-days', '2']
          .concat(['-keyout', key, '-out', cert])
          .concat(subject),
      );
      expect(made.exitCode).toBe(0);
      return { key, cert };
    };
    const own = certificate('localhost');
    const other = certificate('other.test');
    const asked: string[] = [];
    const listen = (name: string, { key, cert }: { key: string; cert: string }) =>
      Bun.serve({
        port: 0,
        hostname: '127.0.0.1',
        tls: { key: Bun.file(key), cert: Bun.file(cert) },
        fetch: () => {
          asked.push(name);
          return new Response('ok');
        },
      });
    const [good, wrong] = [listen('good', own), listen('wrong', other)];
    // A process of its own trusts both certificates: Bun reads NODE_EXTRA_CA_CERTS at its start.
    const program = join(import.meta.dir, '..', 'support', 'call-once.ts');
    const call = (port: number | undefined, trusted: string) =>
      Bun.spawn([process.execPath, program, `https://localhost:${port}/`], {
        env: { ...process.env, NODE_EXTRA_CA_CERTS: trusted },
        stderr: 'ignore',
      });
    const said = async (port: number | undefined, trusted: string) => new Response(call(port, trusted).stdout).text();
    expect(await said(good.port, own.cert)).toBe('200 ok');
    expect(await said(wrong.port, other.cert)).toBe('unreachable ERR_TLS_CERT_ALTNAME_INVALID');
    expect(await said(good.port, other.cert)).toMatch(/^unreachable \w+/);
    expect(asked).toEqual(['good']);
    await Promise.all([good.stop(true), wrong.stop(true)]);
  });
});
