import { expect, it } from 'vitest';
import { dotsUrl, lineDots, pictureDots } from './dots.ts';

/** Pixels of these greys; 16 of them are two rows of eight. */
function pixels(greys: readonly number[], width = 8, covers = 255) {
  return { width, height: greys.length / width, data: new Uint8ClampedArray(greys.flatMap((grey) => [grey, grey, grey, covers])) } as const;
}

const bytesOf = (base64: string) => [...Buffer.from(base64, 'base64')];
const blackOf = (base64: string) =>
  bytesOf(base64)
    .map((byte) => byte.toString(2).padStart(8, '0'))
    .join('');

it('letters are black where they are darker than grey', () => {
  expect(blackOf(lineDots(pixels([0, 127, 128, 255, 255, 255, 255, 0])).bits)).toBe('11000001');
});

it('a grey picture is as dark in dots: a quarter of black is a quarter of the dots', () => {
  const side = 64;
  const { bits, width } = pictureDots(pixels(Array<number>(side * side).fill(191), side));
  expect(width).toBe(side);
  const share = blackOf(bits).replaceAll('0', '').length / (side * side);
  expect(share).toBeGreaterThan(0.24);
  expect(share).toBeLessThan(0.26);
});

it('black and white stay as they are, and what covers nothing is white paper', () => {
  const row = [0, 255, 0, 255, 255, 0, 0, 255];
  expect(blackOf(pictureDots(pixels([...row, ...row])).bits)).toBe('1010011010100110');
  expect(blackOf(pictureDots(pixels(row, 8, 0)).bits)).toBe('00000000');
});

it('is shown by browsers as a bitmap of one bit: white, black, rows of four bytes from the top', () => {
  const file = bytesOf(dotsUrl({ width: 8, bits: Buffer.from([0xf0, 0x0f]).toString('base64') }).replace('data:image/bmp;base64,', ''));
  const head = [0x42, 0x4d, 70, 0, 0, 0, 0, 0, 0, 0, 62, 0, 0, 0];
  const info = [40, 0, 0, 0, 8, 0, 0, 0, 0xfe, 0xff, 0xff, 0xff, 1, 0, 1, 0, ...Array<number>(24).fill(0)];
  expect(file).toEqual([...head, ...info, 255, 255, 255, 0, 0, 0, 0, 0, 0xf0, 0, 0, 0, 0x0f, 0, 0, 0]);
});
