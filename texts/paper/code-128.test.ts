import { expect, it } from 'vitest';
import { readCodes } from '../../test/support/read-codes.ts';
import { code128 } from './code-128.ts';

function svgOf(data: string): string {
  const { width, bars } = code128(data);
  const path = bars.map(({ x, width: wide }) => `M${x * 3} 10h${wide * 3}v80h${-wide * 3}z`).join('');
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width * 3}" height="100"><path d="${path}"/></svg>`;
}

/** All printable characters of ASCII, some at a time. */
const ALL = Array.from({ length: 5 }, (_, part) =>
  String.fromCharCode(...Array.from({ length: 19 }, (_one, index) => 0x20 + part * 19 + index)),
);

it.each(['T-001', '4006381333931', ...ALL])('is read by a scanner: %s', async (data) => {
  expect(await readCodes(svgOf(data))).toEqual([`Code128 ${data}`]);
});

it('has no letters beyond ASCII', () => {
  expect(() => code128('Größe')).toThrow(RangeError);
});
