/** A PNG (w3.org/TR/png-3) with at most 256 colours: what a page of text and lines needs, in a third of the bytes. */
import { deflateSync, inflateSync } from 'node:zlib';

const SIGNATURE = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a);

/** @param png 8 bits a channel, RGB or RGBA, not interlaced: what Chromium writes */
export function compressPng(png: Uint8Array): Uint8Array {
  const { width, height, channels, pixels } = decode(png);
  const { indexes, palette } = quantize(pixels, channels);
  const rows = Buffer.alloc((width + 1) * height);
  for (let y = 0; y < height; y++) rows.set(indexes.subarray(y * width, (y + 1) * width), y * (width + 1) + 1);
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 3, 0, 0, 0], 8);
  return Buffer.concat([
    SIGNATURE,
    chunk('IHDR', header),
    chunk('PLTE', palette),
    chunk('IDAT', deflateSync(rows, { level: 9, memLevel: 9 })),
    chunk('IEND', new Uint8Array()),
  ]);
}

interface Pixels {
  readonly width: number;
  readonly height: number;
  readonly channels: 3 | 4;
  readonly pixels: Uint8Array;
}

function decode(png: Uint8Array): Pixels {
  const view = Buffer.from(png.buffer, png.byteOffset, png.byteLength);
  const width = view.readUInt32BE(16);
  const height = view.readUInt32BE(20);
  const channels = view[25] === 6 ? 4 : 3;
  const parts: Buffer[] = [];
  for (let at = 8; at < view.length; ) {
    const length = view.readUInt32BE(at);
    if (view.toString('latin1', at + 4, at + 8) === 'IDAT') parts.push(view.subarray(at + 8, at + 8 + length));
    at += length + 12;
  }
  return { width, height, channels, pixels: unfilter(inflateSync(Buffer.concat(parts)), width * channels, channels) };
}

/** Section 9 of the specification: each line is kept as a difference to its neighbours. */
function unfilter(lines: Uint8Array, stride: number, channels: number): Uint8Array {
  const height = lines.length / (stride + 1);
  const pixels = new Uint8Array(stride * height);
  for (let y = 0; y < height; y++) {
    const filter = lines[y * (stride + 1)];
    for (let x = 0; x < stride; x++) {
      const at = y * stride + x;
      const left = x >= channels ? (pixels[at - channels] ?? 0) : 0;
      const up = y > 0 ? (pixels[at - stride] ?? 0) : 0;
      const corner = x >= channels && y > 0 ? (pixels[at - stride - channels] ?? 0) : 0;
      const base = [0, left, up, (left + up) >> 1, paeth(left, up, corner)][filter ?? 0] ?? 0;
      pixels[at] = (lines[y * (stride + 1) + 1 + x] ?? 0) + base;
    }
  }
  return pixels;
}

function paeth(left: number, up: number, corner: number): number {
  const estimate = left + up - corner;
  const [a, b, c] = [Math.abs(estimate - left), Math.abs(estimate - up), Math.abs(estimate - corner)];
  if (a <= b && a <= c) return left;
  return b <= c ? up : corner;
}

/** The 256 most frequent colours; every other goes to its nearest. */
function quantize(pixels: Uint8Array, channels: 3 | 4): { indexes: Uint8Array; palette: Uint8Array } {
  const counts = new Map<number, number>();
  for (let at = 0; at < pixels.length; at += channels) {
    const color = colorAt(pixels, at);
    counts.set(color, (counts.get(color) ?? 0) + 1);
  }
  const kept = [...counts].sort(([, one], [, other]) => other - one).slice(0, 256);
  const palette = new Uint8Array(kept.length * 3);
  for (const [index, [color]] of kept.entries()) {
    palette.set([color >> 16, (color >> 8) & 255, color & 255], index * 3);
  }
  const places = new Map<number, number>();
  for (const color of counts.keys()) places.set(color, nearest(color, palette));
  const indexes = new Uint8Array(pixels.length / channels);
  for (let index = 0; index < indexes.length; index++) {
    indexes[index] = places.get(colorAt(pixels, index * channels)) ?? 0;
  }
  return { indexes, palette };
}

function colorAt(pixels: Uint8Array, at: number): number {
  return ((pixels[at] ?? 0) << 16) | ((pixels[at + 1] ?? 0) << 8) | (pixels[at + 2] ?? 0);
}

function nearest(color: number, palette: Uint8Array): number {
  let best = 0;
  let least = Number.POSITIVE_INFINITY;
  for (let index = 0; index * 3 < palette.length; index++) {
    const red = (palette[index * 3] ?? 0) - (color >> 16);
    const green = (palette[index * 3 + 1] ?? 0) - ((color >> 8) & 255);
    const blue = (palette[index * 3 + 2] ?? 0) - (color & 255);
    const distance = red * red + green * green + blue * blue;
    if (distance < least) {
      least = distance;
      best = index;
    }
  }
  return best;
}

function chunk(type: string, data: Uint8Array): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const frame = Buffer.alloc(8 + body.length);
  frame.writeUInt32BE(data.length, 0);
  frame.set(body, 4);
  frame.writeUInt32BE(Bun.hash.crc32(body), 4 + body.length);
  return frame;
}
