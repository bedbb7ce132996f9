/** The eight groups of an IPv6 address as RFC 4291 section 2.2 writes it (`::`, a dotted IPv4 tail), or undefined. */
export function ipv6Groups(value: string): readonly number[] | undefined {
  if (value.length < 2 || value.length > 45) return undefined;
  const gap = value.indexOf('::');
  if (gap >= 0 && value.indexOf('::', gap + 1) >= 0) return undefined;
  const head = readGroups(gap < 0 ? value : value.slice(0, gap), gap < 0);
  const tail = gap < 0 ? [] : readGroups(value.slice(gap + 2), true);
  if (head === undefined || tail === undefined) return undefined;
  const written = head.length + tail.length;
  if (gap < 0) return written === 8 ? head : undefined;
  if (written > 7) return undefined;
  return [...head, ...new Array<number>(8 - written).fill(0), ...tail];
}

function readGroups(part: string, last: boolean): number[] | undefined {
  if (part === '') return [];
  const groups: number[] = [];
  const pieces = part.split(':');
  for (const [place, piece] of pieces.entries()) {
    if (last && place === pieces.length - 1 && piece.includes('.')) {
      const octets = piece.split('.');
      if (octets.length !== 4 || !octets.every((octet) => /^[0-9]{1,3}$/.test(octet) && Number(octet) < 256))
        return undefined;
      const [a = 0, b = 0, c = 0, d = 0] = octets.map(Number);
      groups.push(a * 256 + b, c * 256 + d);
    } else if (/^[0-9A-Fa-f]{1,4}$/.test(piece)) groups.push(Number.parseInt(piece, 16));
    else return undefined;
  }
  return groups;
}
