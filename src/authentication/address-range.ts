/** Address ranges of a key, IPv4 and IPv6, in CIDR notation (RFC 4632, RFC 4291). */
import { BlockList, isIP } from 'node:net';

/** @returns a test for an address; an address that cannot be read is in no range */
export function createAddressTest(ranges: readonly string[]): (address: string) => boolean {
  const list = new BlockList();
  for (const range of ranges) {
    const [network = '', length] = range.split('/');
    const family = isIP(network) === 6 ? 'ipv6' : 'ipv4';
    if (length === undefined) list.addAddress(network, family);
    else list.addSubnet(network, Number(length), family);
  }
  return (address) => {
    const plain = unmapped(address);
    const version = isIP(plain);
    return version !== 0 && list.check(plain, version === 6 ? 'ipv6' : 'ipv4');
  };
}

/** A socket that listens on both versions shows IPv4 callers as `::ffff:` and the address (RFC 4291 section 2.5.5.2). */
function unmapped(address: string): string {
  return address.toLowerCase().startsWith('::ffff:') && isIP(address.slice(7)) === 4 ? address.slice(7) : address;
}
