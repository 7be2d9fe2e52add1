import { describe, expect, it } from 'vitest';
import { factsOf } from '../../test/support/facts.ts';
import { troubleOf } from '../printing/trouble.ts';
import { saysPaperEnd } from './commands.ts';
import { readReplies } from './replies.ts';
import { readState } from './state.ts';

const rows = factsOf('escpos-status-bits');
/** The bits of a row: one, or two that are set together (`2+3`). */
const maskOf = (bits: string): number => bits.split('+').reduce((mask, bit) => mask | (1 << Number(bit)), 0);

const FIXED = 0x12;
const FINE = { kind: 'answered', paper: 'enough', cover: 'closed', failed: false, drawer: 'closed' };
const NO_TROUBLE: readonly [object, string | null] = [{}, null];

/** What each bit of `DLE EOT` makes of a printer that is fine otherwise, and why it then does not print. */
const REAL_TIME: Readonly<Record<string, readonly [state: object, trouble: string | null]>> = {
  'drawer connector pin 3 high': [{ drawer: 'open' }, null],
  offline: [{ failed: true }, 'failed'],
  // It says offline besides.
  'waiting for online recovery': NO_TROUBLE,
  'feed button pressed': NO_TROUBLE,
  'cover open': [{ cover: 'open' }, 'cover_open'],
  'paper fed by button': NO_TROUBLE,
  'printing stopped by paper end': [{ paper: 'out' }, 'paper_out'],
  error: [{ failed: true }, 'failed'],
  'recoverable (mechanical) error': [{ failed: true }, 'failed'],
  'cutter error': [{ failed: true }, 'failed'],
  'unrecoverable error': [{ failed: true }, 'failed'],
  'auto-recoverable error (head hot)': [{ failed: true }, 'failed'],
  'paper near end (0x0C)': [{ paper: 'low' }, null],
  'paper end (0x60)': [{ paper: 'out' }, 'paper_out'],
};

describe('the bits of DLE EOT', () => {
  const isFixed = ({ bit, when_1 }: (typeof rows)[number]) => bit < '2' && (when_1 === '-' || when_1 === 'fixed 1');
  const told = rows.filter((row) => row.request.startsWith('DLE EOT') && !isFixed(row));

  it('are all that the table has', () => {
    expect(told.map(({ when_1 }) => when_1)).toEqual(Object.keys(REAL_TIME));
  });

  it.each(told.map(({ when_1, request, bit }) => [when_1, Number(request.at(8)), maskOf(bit)] as const))('%s', (meaning, about, mask) => {
    const bytes = [FIXED, FIXED, FIXED, FIXED].map((fixed, index) => (index + 1 === about ? fixed | mask : fixed));
    expect(readReplies(bytes).said).toEqual(bytes.map((one) => ({ kind: 'state', byte: one })));
    const read = readState(bytes, 'high');
    const [state, trouble] = REAL_TIME[meaning] ?? [];
    expect([read, troubleOf(read)]).toEqual([{ ...FINE, ...state }, trouble]);
  });
});

describe('the bits of GS r 1', () => {
  const told = rows.filter(({ request }) => request.startsWith('GS r 1'));

  it.each(told.map(({ when_1, bit }) => [when_1, maskOf(bit)] as const))('%s', (meaning, mask) => {
    expect(readReplies([mask])).toEqual({ said: [{ kind: 'paper', byte: mask }], rest: [] });
    expect(saysPaperEnd(mask)).toBe(meaning.startsWith('paper end'));
  });

  it('say that the paper has ended where clones set all four', () => expect(saysPaperEnd(0x0f)).toBe(true));
});

// Outpost asks, and never turns the automatic status on: it speaks to a printer for as long as one job or one question takes.
describe('the bits of the automatic status, which other software may have turned on', () => {
  const told = rows.filter(({ request }) => request.startsWith('ASB'));

  it.each(told.map((row) => [row.when_1, Number(row.reply_byte), maskOf(row.bit)] as const))('%s', (_meaning, byte, mask) => {
    const bytes = [0x10, 0, 0, 0].map((fixed, index) => (index + 1 === byte ? fixed | mask : fixed));
    expect(readReplies([...bytes, FIXED])).toEqual({ said: [{ kind: 'state', byte: FIXED }], rest: [] });
  });
});

it('uses neither GS r 2 nor GS a: all else of the table is above', () => {
  const rest = rows.filter(({ request }) => !/^(DLE EOT|GS r 1|ASB)/.test(request)).map(({ request }) => request);
  expect([...new Set(rest)]).toEqual(['GS r 2 (1D 72 02)', 'GS a n']);
});
