import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { poleDisplays } from '../../devices/pole/pole-display.ts';
import type { PoleText } from '../../domain/device/pole.ts';
import { type PoleProcess, startPoleProcess } from '../support/pole-process.ts';
import { hasSerialLines } from '../support/serial-line.ts';
import { POLE_WAYS, type PoleWay, serialPole } from './support/pole-ways.ts';

const textOf = (article: string): PoleText => [
  { start: article, end: '4,00 €' },
  { start: 'Summe', end: '12,50 €' },
];
const SUM = 'Summe        12,50 €';

let sim: PoleProcess;
let way: PoleWay;

beforeAll(async () => {
  sim = await startPoleProcess();
});
afterAll(() => sim.stop());
beforeEach(async () => {
  await sim.setAway(false);
  await sim.setStuck(false);
});

const port = () => way.at(sim.address);
const shows = (lines: readonly string[]) => expect.poll(sim.lines).toEqual(lines);

// Without pseudo terminals there is no serial port: the contract of printers says so.
const AT_PORT = hasSerialLines ? [['a serial port', () => serialPole(sim.address)] as const] : [];

describe.each([...POLE_WAYS, ...AT_PORT])('a pole display, through %s', (_name, open) => {
  beforeAll(async () => {
    way = await open(sim.simulators);
  });
  afterAll(() => way.close());

  it('shows a text in both lines: amounts whole, names cut', async () => {
    expect(await port().show(textOf('Kräutertee aus dem Harz'))).toEqual({ kind: 'sent' });
    await shows(['Kräutertee a. 4,00 €', SUM]);
    expect(await port().show(textOf('Tee'))).toEqual({ kind: 'sent' });
    await shows(['Tee           4,00 €', SUM]);
    expect(await sim.unknown()).toEqual([]);
  });

  it('shows the last of many texts, and does not send all of them', async () => {
    const replies = await Promise.all(Array.from({ length: 50 }, (_, index) => port().show(textOf(`Nr. ${index}`))));
    await shows(['Nr. 49        4,00 €', SUM]);
    expect(replies.at(-1)).toEqual({ kind: 'sent' });
    expect(replies.filter(({ kind }) => kind === 'replaced').length).toBeGreaterThanOrEqual(40);
  });

  it('that is off the network is not reachable, and shows the next text when it comes back', async () => {
    await port().show(textOf('Tee'));
    await sim.setAway(true);
    // The end of the connection is heard of a moment later.
    await expect.poll(() => port().show(textOf('Milch'))).toEqual({ kind: 'not_reachable' });
    await sim.setAway(false);
    expect(await port().show(textOf('Brot'))).toEqual({ kind: 'sent' });
    await shows(['Brot          4,00 €', SUM]);
  });

  it('that lost its power shows the next text', async () => {
    await port().show(textOf('Tee'));
    await sim.killAndStart();
    await expect
      .poll(async () => {
        await port().show(textOf('Milch'));
        return sim.lines();
      })
      .toEqual(['Milch         4,00 €', SUM]);
  });
});

it('a display that reads nothing holds up no text, and shows the last one when it reads again', async () => {
  const display = poleDisplays()({ driver: 'network', ...sim.address, commands: 'cd5220', codePage: 'cp858' });
  await display.show(textOf('Tee'));
  await sim.setStuck(true);
  const before = performance.now();
  for (const article of ['Milch', 'Brot']) expect(await display.show(textOf(article))).toEqual({ kind: 'sent' });
  expect(performance.now() - before).toBeLessThan(2_000);
  await sim.setStuck(false);
  await shows(['Brot          4,00 €', SUM]);
});

it('an address that nobody is at is not reachable', async () => {
  const nobody = poleDisplays()({ driver: 'network', host: '127.0.0.1', port: 1, commands: 'epson', codePage: 'cp437' });
  expect(await nobody.show(textOf('Tee'))).toEqual({ kind: 'not_reachable' });
});
