import { describe, expect, it } from 'vitest';
import { byteOf, readStatuses, type StarStatus } from './status.ts';

/** 0x23 is nine bytes. */
const FINE = [0x23, 0x06, 0, 0, 0, 0, 0, 0, 0];
const fine: StarStatus = { printed: 0, drawer: 'low', paper: 'enough', cover: 'closed', failed: false };
const withByte = (at: number, byte: number) => FINE.map((one, index) => (index === at ? byte : one));

describe('the status of a printer of Star', () => {
  it.each<[string, number[], Partial<StarStatus>]>([
    ['all is well', FINE, {}],
    ['the drawer', withByte(2, 0x04), { drawer: 'high' }],
    ['the cover is open', withByte(2, 0x28), { cover: 'open' }],
    ['offline, and does not say why', withByte(2, 0x08), { failed: true }],
    ['the paper has ended', [0x23, 0x06, 0x08, 0, 0, 0x0c, 0, 0, 0], { paper: 'out' }],
    ['the paper ends soon', withByte(5, 0x04), { paper: 'low' }],
    ['the cutter is jammed', withByte(3, 0x08), { failed: true }],
    ['it is too hot', withByte(3, 0x40), { failed: true }],
    ['the first job is printed', withByte(7, 0x02), { printed: 1 }],
    ['31 jobs are printed', withByte(7, 0x6e), { printed: 31 }],
  ])('%s', (_what, bytes, state) => {
    expect(readStatuses(bytes)).toEqual({ said: [{ ...fine, ...state }], rest: [] });
  });

  it('is read as it arrives, among what is none', () => {
    const [first, second] = [FINE.slice(0, 4), FINE.slice(4)];
    expect(readStatuses([0x11, 0x13, ...first])).toEqual({ said: [], rest: first });
    expect(readStatuses([...first, ...second, ...FINE, 0x23]).said).toHaveLength(2);
  });

  it('counts to 31 in a byte that is no head', () => {
    expect([0, 1, 7, 8, 31].map(byteOf)).toEqual([0x00, 0x02, 0x0e, 0x20, 0x6e]);
  });
});
