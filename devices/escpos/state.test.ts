import { describe, expect, it } from 'vitest';
import { troubleOf } from '../printing/trouble.ts';
import { readState } from './state.ts';

const FINE = [0x12, 0x12, 0x12, 0x12] as const;
const fine = { kind: 'answered', paper: 'enough', cover: 'closed', failed: false, drawer: 'closed' };

describe('the state of a printer', () => {
  it.each<[string, readonly number[], object, string | null]>([
    ['all is well', FINE, fine, null],
    ['pin 3 of the drawer is high', [0x16, 0x12, 0x12, 0x12], { ...fine, drawer: 'open' }, null],
    ['the cover is open', [0x1a, 0x16, 0x12, 0x12], { ...fine, cover: 'open' }, 'cover_open'],
    ['the paper has ended', [0x1a, 0x32, 0x12, 0x7e], { ...fine, paper: 'out' }, 'paper_out'],
    ['the paper ends soon', [0x12, 0x12, 0x12, 0x1e], { ...fine, paper: 'low' }, null],
    ['the cutter is jammed', [0x1a, 0x52, 0x1a, 0x12], { ...fine, failed: true }, 'failed'],
    ['it cannot recover', [0x1a, 0x52, 0x32, 0x12], { ...fine, failed: true }, 'failed'],
    ['its head is too hot', [0x1a, 0x52, 0x52, 0x12], { ...fine, failed: true }, 'failed'],
    ['it is offline and does not say why', [0x1a, 0x12, 0x12, 0x12], { ...fine, failed: true }, 'failed'],
    ['paper and cover', [0x1a, 0x36, 0x12, 0x72], { ...fine, paper: 'out', cover: 'open' }, 'cover_open'],
  ])('%s', (_what, bytes, state, trouble) => {
    const read = readState(bytes, 'high');
    expect([read, troubleOf(read)]).toEqual([state, trouble]);
  });

  it('reads the drawer as it is wired', () => {
    expect(readState(FINE, 'low').drawer).toBe('open');
  });
});
