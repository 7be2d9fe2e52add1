import { beforeEach, expect, it } from 'vitest';
import type { PrintBlock } from '../../../domain/device/print-document.ts';
import { encodeDocument } from '../../printing/encode.ts';
import { Paper, type Printed, textOf } from './paper.ts';
import type { Command } from './read-escpos.ts';
import { readStar } from './read-star.ts';

let commands: Command[];
const print = (...blocks: PrintBlock[]): readonly Printed[] => {
  const bytes = [...encodeDocument({ direction: 'ltr', blocks: [...blocks, { kind: 'cut' }] }, 'star-prnt', 48)];
  const read = readStar(bytes);
  commands = [...read.commands];
  expect(read.rest).toEqual([]);
  const paper = new Paper();
  for (const command of commands) paper.take(command);
  return paper.slips[0] ?? [];
};
const textBlock = (text: string): PrintBlock => ({ kind: 'text', text, align: 'start', bold: false, size: 'normal' });

beforeEach(() => {
  commands = [];
});

it.each(['Käse 4,00 €', 'Žluťoučký kůň', 'Привет', 'Καλημέρα'])('prints %s', (text) => {
  expect(textOf(print(textBlock(text)))[0]).toBe(text);
  expect(commands.filter(({ kind }) => kind === 'unknown')).toEqual([]);
});

it('prints large letters, codes and pictures where they belong', () => {
  const bits = Buffer.from([0b10000001, 0, 0, 0xff]).toString('base64');
  const slip = print(
    { kind: 'text', text: 'A', align: 'start', bold: true, size: 'large' },
    { kind: 'barcode', data: 'A8-021412' },
    { kind: 'qr', data: 'A8-021413' },
    { kind: 'picture', width: 16, bits },
  );
  expect(slip[0]).toEqual({ kind: 'line', align: 'left', runs: [{ text: 'A', bold: true, wide: 2, high: 2 }] });
  expect(slip.filter(({ kind }) => kind !== 'line')).toMatchObject([
    { kind: 'barcode', align: 'centre', data: 'A8-021412', height: 64, module: 2 },
    { kind: 'qr', align: 'centre', data: 'A8-021413', module: 6 },
    { kind: 'picture', align: 'centre', width: 16 },
  ]);
  const picture = slip.find(({ kind }) => kind === 'picture');
  expect(picture?.kind === 'picture' && picture.bits.slice(0, 4)).toEqual([0b10000001, 0, 0, 0xff]);
});

it('waits for the rest of what is not whole, and keeps what it does not know', () => {
  expect(readStar([0x1b, 0x62, 0x06, 0x02, 0x02, 0x40, 0x41])).toEqual({
    commands: [],
    rest: [0x1b, 0x62, 0x06, 0x02, 0x02, 0x40, 0x41],
  });
  expect(readStar([0x1b, 0x06, 0x01, 0x17, 0x1c, 0x1b, 0x7f]).commands).toEqual([
    { kind: 'ask_status' },
    { kind: 'count' },
    { kind: 'pulse', atOnce: true, connector: 1 },
    { kind: 'unknown', bytes: [0x1b, 0x7f] },
  ]);
});
