import { inflateSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { drawPicture } from './draw-picture.ts';

function rowsOf(png: Buffer): Buffer {
  const at = png.indexOf('IDAT', 0, 'latin1');
  return inflateSync(png.subarray(at + 4, at + 4 + png.readUInt32BE(at - 4)));
}

it('draws a logo dot by dot', () => {
  const { cid, png } = drawPicture({ kind: 'picture', cid: 'picture-1', width: 8, bits: Buffer.from([0b10000001, 0]).toString('base64') });
  expect(cid).toBe('picture-1');
  expect([...rowsOf(png)]).toEqual([0, 0b01111110, 0, 0b11111111]);
});

it('draws a code with a white margin of four modules, each of five dots', () => {
  const { png } = drawPicture({ kind: 'code', cid: 'picture-2', data: 'A1-000001' });
  // Version 1: 21 modules and the margin.
  const width = (21 + 2 * 4) * 5;
  expect(png.readUInt32BE(16)).toBe(width);
  const rows = rowsOf(png);
  const rowBytes = 1 + Math.ceil(width / 8);
  const isBlack = (x: number, y: number) => ((rows[y * rowBytes + 1 + (x >> 3)] ?? 0) & (0x80 >> (x & 7))) === 0;
  // The corner of the finder pattern begins right behind the margin.
  expect([isBlack(19, 19), isBlack(20, 20), isBlack(24, 24), isBlack(26, 26)]).toEqual([false, true, true, false]);
});
