import { beforeEach, expect, it } from 'vitest';
import { SimulatedLabelPrinter } from './label-printer.ts';
import { textsOn } from './draw-label.ts';
import { labelPage, labelParts } from './page.ts';

const label = (text: string) => `^XA^FO10,10^A0N,30,30^FD${text}^FS^XZ`;
let printer: SimulatedLabelPrinter;
let said: string;
let take: (bytes: Uint8Array) => void;

beforeEach(() => {
  printer = new SimulatedLabelPrinter();
  said = '';
  take = printer.connect((bytes) => (said += Buffer.from(bytes).toString('latin1')));
});

const send = (text: string) => take(Buffer.from(text));
const texts = () => printer.printed.flatMap(textsOn);
const statusOf = () => {
  said = '';
  send('~HS');
  return said.replace(/[\u0002\u0003]/g, '').split('\r\n');
};

it('prints labels as they come whole, with copies', () => {
  send(`${label('A').slice(0, 20)}`);
  expect(texts()).toEqual([]);
  send(`${label('A').slice(20)}${label('B').replace('^XZ', '^PQ2^XZ')}`);
  expect(texts()).toEqual(['A', 'B', 'B']);
});

it('keeps what it cannot print, says so, and prints it later', () => {
  printer.setEmpty(true);
  send(label('A'));
  expect(statusOf()).toEqual(['030,1,0,1218,001,0,0,0,000,0,0,0', '001,0,0,0,1,2,6,0,00000000,1,000', '1234,0', '']);
  printer.setEmpty(false);
  printer.setHead(true);
  send(label('B'));
  expect(statusOf()[1]).toBe('001,0,1,0,1,2,6,0,00000000,1,000');
  printer.setHead(false);
  expect(texts()).toEqual(['A', 'B']);
});

it('runs out of labels, takes everything, or says nothing, as it is told', () => {
  printer.habit = 'half';
  send(label('A') + label('B'));
  expect([texts(), printer.isEmpty]).toEqual([['A'], true]);
  printer.habit = 'swallow';
  printer.setEmpty(false);
  expect(texts()).toEqual(['A']);
  printer.habit = 'silent';
  expect(statusOf()).toEqual(['']);
});

it('remembers commands that it does not know', () => {
  send('^XA^ZZ1^XZ');
  expect(printer.unknown).toEqual(['ZZ']);
});

it.each(['en', 'de', 'ar'] as const)('is a page in %s whose buttons say what they do', (language) => {
  const view = { isEmpty: true, isHeadOpen: false, isGone: true, habit: 'swallow', labels: printer.printed } as const;
  const page = labelPage(language, view);
  expect(page).toContain(`<html lang="${language}"`);
  expect([...page.matchAll(/data-when="([^"]+)"/g)].map(([, when]) => when)).toEqual(
    expect.arrayContaining(['empty:on', 'head:off', 'gone:on', 'not:fine']),
  );
  expect(labelParts(language, view).pressable).toEqual(['empty:on', 'head:off', 'gone:on', 'not:fine', 'not:half', 'not:silent']);
});
