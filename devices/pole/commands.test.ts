import { expect, it } from 'vitest';
import type { PoleText } from '../../domain/device/pole.ts';
import { poleBytes } from './commands.ts';

const TEXT: PoleText = [
  { start: 'Käse', end: '4,00 €' },
  { start: 'Summe', end: '4,00 €' },
];
const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex');
// 20 characters of cp858: ä is 84, € is d5.
const UPPER = '4b84736520202020202020202020342c303020d5';
const LOWER = '53756d6d65202020202020202020342c303020d5';

it('writes both lines as the CD5220 takes them', () => {
  expect(hex(poleBytes(TEXT, { commands: 'cd5220', codePage: 'cp858' }))).toBe(`1b5141${UPPER}0d1b5142${LOWER}0d`);
});

it('writes both lines as displays of Epson take them', () => {
  expect(hex(poleBytes(TEXT, { commands: 'epson', codePage: 'cp858' }))).toBe(`1b74131f240101${UPPER}1f240102${LOWER}`);
});

it('has a question mark for what the display has no character for', () => {
  const text: PoleText = [
    { start: 'شاي', end: '1' },
    { start: '', end: '' },
  ];
  expect(Buffer.from(poleBytes(text, { commands: 'cd5220', codePage: 'cp437' })).toString('latin1')).toContain('???                1');
});
