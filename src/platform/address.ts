import { BlockList, isIP } from 'node:net';

/** Where an IP address leads: the public internet, this machine or a private network, or a cloud's metadata service. */
export type AddressClass = 'public' | 'private' | 'metadata';

const metadata = new BlockList();
const inside = new BlockList();

// Metadata services of AWS, Azure, GCP, Oracle, DigitalOcean (link-local), Alibaba and AWS over IPv6, AWS ECS, Azure's host.
metadata.addAddress('169.254.169.254');
metadata.addAddress('169.254.170.2');
metadata.addAddress('169.254.170.23');
metadata.addAddress('100.100.100.200');
metadata.addAddress('192.0.0.192');
// Public in form: what an Azure machine asks for its certificates and settings (learn.microsoft.com, "What is IP address" of these digits).
metadata.addAddress([168, 63, 129, 16].join('.'));
for (const [net, hosts] of [
  ['fd00:ec2', ['254', '23']],
  ['fd20:ce', ['254']],
] as const) {
  for (const host of hosts) metadata.addAddress(`${net}::${host}`, 'ipv6');
}

// IANA special-purpose address registries (RFC 6890): nothing in them is a public provider.
for (const [net, bits] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 4],
  ['240.0.0.0', 4],
] as const) {
  inside.addSubnet(net, bits);
}
for (const [net, bits] of [
  ['::', 96],
  ['64:ff9b:1::', 48],
  ['100::', 64],
  ['2001::', 23],
  ['2001:db8::', 32],
  ['3fff::', 20],
  ['fc00::', 7],
  ['fe80::', 10],
  ['fec0::', 10],
  ['ff00::', 8],
] as const) {
  inside.addSubnet(net, bits, 'ipv6');
}

/** Classes an IP literal (v4, v6, v4-mapped, NAT64). Anything that is no IP address is `private`: refused where unsure. */
export function classifyAddress(address: string): AddressClass {
  const bare = address.replace(/^\[|\]$/g, '').replace(/%.*$/, '');
  const version = isIP(bare);
  if (version === 0) return 'private';
  if (version === 4) return classify(bare, 'ipv4');
  const embedded = embeddedIpv4(bare);
  return embedded === undefined ? classify(bare, 'ipv6') : classify(embedded, 'ipv4');
}

function classify(address: string, family: 'ipv4' | 'ipv6'): AddressClass {
  if (metadata.check(address, family)) return 'metadata';
  return inside.check(address, family) ? 'private' : 'public';
}

/** The IPv4 address inside `::ffff:a.b.c.d` (RFC 4291), `64:ff9b::/96` (RFC 6052) and 6to4 `2002::/16` (RFC 3056). */
function embeddedIpv4(address: string): string | undefined {
  const words = expandIpv6(address);
  if (words === undefined) return undefined;
  const head = words.slice(0, 6).join(':');
  if (head === '0:0:0:0:0:65535' || head === '100:65435:0:0:0:0') return dotted(words[6] ?? 0, words[7] ?? 0);
  if (words[0] === 0x2002) return dotted(words[1] ?? 0, words[2] ?? 0);
  return undefined;
}

const dotted = (high: number, low: number): string => `${high >> 8}.${high & 255}.${low >> 8}.${low & 255}`;

function expandIpv6(address: string): number[] | undefined {
  let text = address.toLowerCase();
  const lastColon = text.lastIndexOf(':');
  const tail = text.slice(lastColon + 1);
  if (tail.includes('.')) {
    const [a = 0, b = 0, c = 0, d = 0] = tail.split('.').map(Number);
    text = `${text.slice(0, lastColon + 1)}${((a << 8) | b).toString(16)}:${((c << 8) | d).toString(16)}`;
  }
  const [left = '', right] = text.split('::');
  const words = (part: string) => (part === '' ? [] : part.split(':').map((word) => Number.parseInt(word, 16)));
  const before = words(left);
  if (right === undefined) return before.length === 8 ? before : undefined;
  const after = words(right);
  return [...before, ...new Array<number>(Math.max(0, 8 - before.length - after.length)).fill(0), ...after];
}
