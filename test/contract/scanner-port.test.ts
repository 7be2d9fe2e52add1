import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createDeviceHost } from '../../devices/host/device-host.ts';
import { scannerLines } from '../../devices/scanner/scanner-line.ts';
import { type HeardScanner, MOST_SCANNED, type ScanEvent, type ScannerPort } from '../../domain/device/scanner.ts';
import { type ScannerProcess, startScannerProcess } from '../support/scanner-process.ts';
import { hasSerialLines } from '../support/serial-line.ts';
import { SCANNER_WAYS, type ScannerWay, serialScanners } from './support/scanner-ways.ts';

let sim: ScannerProcess;
let way: ScannerWay;

beforeAll(async () => {
  sim = await startScannerProcess();
});
afterAll(() => sim.stop());
beforeEach(() => sim.setAway(false));

const code = (text: string): ScanEvent => ({ kind: 'code', code: text });
const misread = (why: 'too_long' | 'noise' | 'cut' | 'no_end'): ScanEvent => ({ kind: 'misread', why });

/** Listens as a till does, from when the scanner is there. @param number of the simulated scanner. */
async function listen(port: ScannerPort, number: 1 | 2 = 1) {
  let heard: HeardScanner | null = null;
  const hear = async () => {
    const { events, ...known } = await port.next(heard);
    heard = known;
    return events;
  };
  const until = async (isThere: boolean) => {
    const events: ScanEvent[] = [];
    do events.push(...(await hear()));
    while ((heard as HeardScanner | null)?.isThere !== isThere);
    return events;
  };
  /** The next events, as many as are told. */
  const next = async (count: number): Promise<readonly ScanEvent[]> => {
    const events: ScanEvent[] = [];
    while (events.length < count) events.push(...(await hear()));
    return events;
  };
  // A line is open before the scanner at its other end knows: what it sends until then is for nobody.
  const isHeard = async () => {
    await until(true);
    await sim.scan('PROBE', { scanner: number });
    return (await hear()).length > 0;
  };
  while (!(await isHeard()));
  return {
    until,
    isHeard,
    next,
    heard: () => heard,
  };
}

// Without pseudo terminals there is no serial port: the contract of printers says so.
const AT_PORT = hasSerialLines ? [['serial ports', () => serialScanners([sim.first, sim.second])] as const] : [];

describe.each([...SCANNER_WAYS, ...AT_PORT])('scanners, through %s', (_name, open) => {
  beforeAll(async () => {
    way = await open(sim.simulators);
  });
  afterAll(() => way.close());

  it('bring each code once, whole and in order, also where two scan at the same time', async () => {
    const [one, other] = await Promise.all([listen(way.at(sim.first, 1, 'cr')), listen(way.at(sim.second, 2, 'cr'), 2)]);
    const long = `]C10109521000000013${'10'}${'L'.repeat(20)}{GS}21${'S'.repeat(20)}`;
    for (const digit of [1, 2, 3]) await sim.scanBoth(`401234567890${digit}`, `${long}${digit}`);
    expect(await one.next(3)).toEqual([1, 2, 3].map((digit) => code(`401234567890${digit}`)));
    expect(await other.next(3)).toEqual([1, 2, 3].map((digit) => code(`${long}${digit}`.replaceAll('{GS}', '\u001d'))));
  });

  it('are refused aloud with noise, and read again after it', async () => {
    const till = await listen(way.at(sim.first, 1, 'cr'));
    await sim.noise();
    await sim.scan('GRÖSSE', { letters: 'latin1' });
    await sim.scan('GRÖSSE');
    expect(await till.next(3)).toEqual([misread('noise'), code('GRÖSSE'), code('GRÖSSE')]);
  });

  it('that go in the middle of a code leave none of it to the next one', async () => {
    const till = await listen(way.at(sim.first, 1, 'cr'));
    await sim.half('4012345678901');
    // A plug that is pulled takes with it what was on the way: at a serial port that may be all of it.
    expect([[], [misread('cut')]]).toContainEqual(await till.until(false));
    await sim.setAway(false);
    while (!(await till.isHeard()));
    await sim.scan('96385074');
    expect(await till.next(1)).toEqual([code('96385074')]);
  });
});

describe('a line', () => {
  it.each([
    ['cr', 'crlf'],
    ['lf', 'crlf'],
    ['lf', 'lf'],
    ['tab', 'tab'],
  ] as const)('that ends with %s takes codes that end with %s', async (end, sent) => {
    const till = await listen(scannerLines()({ driver: 'line', end, ...sim.first }));
    await sim.scan('4012345678901', { end: sent });
    await sim.scan('96385074', { end: sent });
    expect(await till.next(2)).toEqual([code('4012345678901'), code('96385074')]);
  });

  it('that goes in the middle of a code says so', async () => {
    const till = await listen(scannerLines()({ driver: 'line', end: 'cr', ...sim.first }));
    await sim.half('4012345678901');
    expect(await till.until(false)).toEqual([misread('cut')]);
  });

  it('joins no codes whose end is missing, and keeps none that is too long', async () => {
    const till = await listen(scannerLines()({ driver: 'line', end: 'cr', ...sim.first }));
    await sim.scan('4012345678901', { end: 'none' });
    expect(await till.next(1)).toEqual([misread('no_end')]);
    await sim.scan('7'.repeat(MOST_SCANNED + 1));
    await sim.scan('96385074');
    expect(await till.next(2)).toEqual([misread('too_long'), code('96385074')]);
  });

  it('tells again what was not heard, and tells whoever begins nothing of before', async () => {
    const port = scannerLines()({ driver: 'line', end: 'cr', ...sim.first });
    const till = await listen(port);
    await sim.scan('96385074');
    const [before] = [till.heard()];
    expect(await till.next(1)).toEqual([code('96385074')]);
    expect((await port.next(before)).events).toEqual([code('96385074')]);
    expect((await port.next(null)).events).toEqual([]);
    expect((await port.next({ ...(before as HeardScanner), line: '0190a0f0-0000-7000-8000-000000000001' })).events).toEqual([]);
  });

  it('to nobody is away', async () => {
    expect(await scannerLines()({ driver: 'line', end: 'cr', host: '127.0.0.1', port: 1 }).next(null)).toMatchObject({
      isThere: false,
      events: [],
    });
    const host = createDeviceHost({ simulators: () => null });
    expect(await host['scanner.next']({ driver: 'simulator', number: 1 }, null)).toMatchObject({ isThere: false, events: [] });
  });
});
