import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { DeviceHost } from '../../devices/host/device-host.ts';
import type { PrintDocument } from '../../domain/device/print-document.ts';
import type { LabelPort, LabelPrinter } from '../../domain/device/label-printer.ts';
import { labelClient } from '../../src-renderer/devices/label-client.ts';
import { type LabelProcess, startLabelProcess } from '../support/label-process.ts';
import { readCodes } from '../support/read-codes.ts';
import { hasSerialLines, onLine, startSerialLine } from '../support/serial-line.ts';
import { hostFor, LINE } from './support/printer-ways.ts';
import { bridgedDevices, socketedDevices } from './support/terminal-ways.ts';

let sim: LabelProcess;
let jobs = 0;
let before = 0;

beforeAll(async () => {
  sim = await startLabelProcess();
});
afterAll(() => sim.stop());
beforeEach(async () => {
  await sim.mend();
  jobs += 1;
  before = (await sim.state()).labels.length;
});

interface Way {
  readonly port: LabelPort;
  close(): Promise<void>;
}

const ZPL = { driver: 'zpl', dotsPerMm: 8, widthMm: 101, heightMm: 152 } as const;
const real = (): LabelPrinter => ({ ...ZPL, ...sim.address });
const direct = (host: DeviceHost, printer: LabelPrinter): LabelPort => ({ print: (job) => host['label.print'](printer, job) });
const nothing = () => Promise.resolve();

async function atPort(at: (name: string) => object): Promise<Way> {
  const line = await startSerialLine(sim.address);
  const port = onLine(line, direct(hostFor(null), { ...ZPL, ...at(line.name) } as LabelPrinter));
  return { port, close: () => line.close() };
}

const WAYS: readonly (readonly [name: string, open: () => Promise<Way>])[] = [
  ['the host itself', () => Promise.resolve({ port: direct(hostFor(null), real()), close: nothing })],
  [
    'a WebSocket on loopback',
    async () => {
      const { devices, close } = await socketedDevices(hostFor(null));
      return { port: labelClient(devices.call, real), close };
    },
  ],
  ['the bridge of the desktop app', () => Promise.resolve({ port: labelClient(bridgedDevices(hostFor(null)).call, real), close: nothing })],
  ...(hasSerialLines
    ? ([
        ['a serial port', () => atPort((serial) => ({ serial, ...LINE }))],
        ['USB', () => atPort((usb) => ({ usb }))],
      ] as const)
    : []),
];

const document: PrintDocument = {
  direction: 'ltr',
  blocks: ['T-007', 'T-008'].flatMap((code) => [
    { kind: 'text', text: code, align: 'centre', bold: true, size: 'large' } as const,
    { kind: 'barcode', data: code } as const,
    { kind: 'cut' } as const,
  ]),
};
const job = () => ({ id: `labels-${jobs}`, document });
const cameOut = async () => (await sim.state()).labels.slice(before).map(({ texts }) => texts);
const BOTH = [
  ['T-007', '[code128 T-007]'],
  ['T-008', '[code128 T-008]'],
];

describe.each(WAYS)('a label printer, through %s', (_name, open) => {
  let way: Way;
  beforeAll(async () => {
    way = await open();
  });
  afterAll(() => way.close());

  it('prints labels with codes that a scanner reads, and nothing twice that it is asked for twice', async () => {
    expect(await Promise.all([way.port.print(job()), way.port.print(job())])).toEqual([{ kind: 'printed' }, { kind: 'printed' }]);
    expect(await cameOut()).toEqual(BOTH);
    const { newest, unknown } = await sim.state();
    expect([await readCodes(newest), unknown]).toEqual([['Code128 T-008'], []]);
  });

  it.each([
    ['has no labels', () => sim.setEmpty(true), { kind: 'not_printed', why: 'paper_out' }],
    ['is open', () => sim.setHead(true), { kind: 'not_printed', why: 'cover_open' }],
    ['is silent', () => sim.habit('silent'), { kind: 'not_printed', why: 'silent' }],
    ['is gone', () => sim.setGone(true), { kind: 'not_reachable' }],
  ])('sends nothing to a printer that %s, and prints the same job when it is back', async (_what, happens, reply) => {
    await happens();
    expect(await way.port.print(job())).toEqual(reply);
    await sim.mend();
    expect(await cameOut()).toEqual([]);
    expect(await way.port.print(job())).toEqual({ kind: 'printed' });
    expect(await cameOut()).toEqual(BOTH);
  });

  it('is not sure of a job during which the labels end, nor of one that is taken and not printed, and sends neither again', async () => {
    await sim.habit('half');
    expect(await way.port.print(job())).toEqual({ kind: 'unsure', why: 'paper_out' });
    await sim.mend();
    expect(await cameOut()).toEqual(BOTH);
    expect(await way.port.print(job())).toEqual({ kind: 'unsure', why: 'silent' });
    await sim.habit('swallow');
    const swallowed = { id: `swallowed-${jobs}`, document };
    expect(await way.port.print(swallowed)).toEqual({ kind: 'unsure', why: 'silent' });
    await sim.setGone(true);
    await sim.mend();
    expect(await way.port.print(swallowed)).toEqual({ kind: 'unsure', why: 'silent' });
    expect(await cameOut()).toEqual(BOTH);
  });
});

it('the simulated label printer is found by the setting of its name, and is nowhere where none runs', async () => {
  expect(await direct(hostFor(sim.simulators), { driver: 'simulator' }).print(job())).toEqual({ kind: 'printed' });
  expect(await direct(hostFor(null), { driver: 'simulator' }).print({ ...job(), id: 'nowhere' })).toEqual({ kind: 'not_reachable' });
  expect(await direct(hostFor(null), { driver: 'none' }).print({ ...job(), id: 'none' })).toEqual({ kind: 'not_reachable' });
});
