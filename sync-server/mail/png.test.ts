import { inflateSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { pngOf } from './png.ts';

/** The content of a chunk. */
function chunkOf(png: Buffer, type: string): Buffer {
  const at = png.indexOf(type, 0, 'latin1');
  return png.subarray(at + 4, at + 4 + png.readUInt32BE(at - 4));
}

it('draws dots as mail programs read them: black is 0, each row begins with its filter', () => {
  // Ten dots wide: black but for the corners of the first row, then one black dot in the last column.
  const png = pngOf(10, 2, (x, y) => (y === 0 ? x !== 0 && x !== 9 : x === 9));
  expect(png.subarray(0, 8).toString('latin1')).toBe('\x89PNG\r\n\x1a\n');
  const head = chunkOf(png, 'IHDR');
  expect([head.readUInt32BE(0), head.readUInt32BE(4), ...head.subarray(8)]).toEqual([10, 2, 1, 0, 0, 0, 0]);
  expect([...inflateSync(chunkOf(png, 'IDAT'))]).toEqual([0, 0b10000000, 0b01000000, 0, 0b11111111, 0b10000000]);
  // The checksum of the empty end is the same in every PNG.
  expect(png.subarray(-12).toString('hex')).toBe('0000000049454e44ae426082');
});
