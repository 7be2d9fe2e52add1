import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { PrintBlock, PrintDocument } from '../../domain/device/print-document.ts';
import type { PrinterPort, PrinterStatus } from '../../domain/device/printer.ts';
import type { ReceiptPrinter } from '../../domain/device/receipt-printer.ts';
import { readCodes } from '../support/read-codes.ts';
import { type PrinterProcess, startPrinterProcess } from '../support/printer-process.ts';
import { hostFor, hostPrinter, LINE, PORT_WAYS, PRINTER_WAYS, type PrinterWay } from './support/printer-ways.ts';

let sim: PrinterProcess;
let jobs = 0;
let printedBefore = 0;

beforeAll(async () => {
  sim = await startPrinterProcess();
});
afterAll(() => sim.stop());
beforeEach(async () => {
  await sim.mend();
  jobs += 1;
  printedBefore = (await sim.lines()).length;
});

/** How a printer proves that a job is on paper. That of Star says it in its own language. */
type Proof = 'job' | 'paper' | 'star';
const real = (proof: Proof = 'job'): ReceiptPrinter => {
  const place = { ...sim.address, columns: 42, drawerOpenIs: 'high' } as const;
  return proof === 'star' ? { driver: 'star', ...place } : { driver: 'escpos', ...place, proof };
};
const LANGUAGES: readonly (readonly ['escpos' | 'star', readonly Proof[]])[] = [
  ['escpos', ['job', 'paper']],
  ['star', ['star']],
];
// The ways carry both languages alike: one of them is enough for the second.
const SPEAKING = LANGUAGES.flatMap(([language, proofs]) =>
  PRINTER_WAYS.slice(0, language === 'star' ? 1 : undefined).map(([way, open]) => [way, language, open, proofs] as const),
);
const AT_PORTS = PORT_WAYS.map(([way, open]) => [way, 'escpos', () => open(sim.address), ['job']] as const);
/** New for each test. */
const id = (name = 'sale') => `${name}-${jobs}`;
const line = (text: string): PrintBlock => ({ kind: 'text', text, align: 'start', bold: false, size: 'normal' });
const documentOf = (...blocks: readonly PrintBlock[]): PrintDocument => ({ direction: 'ltr', blocks: [...blocks, { kind: 'cut' }] });
const TEN = documentOf(...Array.from({ length: 10 }, (_, index) => line(`Line ${index + 1} of ten`)));
const RECEIPT = documentOf(
  { kind: 'text', text: 'Straße', align: 'centre', bold: true, size: 'large' },
  { kind: 'columns', start: '2 × Crème brûlée', end: '14,38 €', bold: false, size: 'normal' },
  { kind: 'rule' },
  { kind: 'barcode', data: 'A8-021412' },
  { kind: 'qr', data: 'A8-021413' },
);
const isThere = { kind: 'answered', paper: 'enough', cover: 'closed', failed: false, drawer: 'closed' } as const;

/** What came out since the test began. */
const cameOut = async () => (await sim.lines()).slice(printedBefore).filter((text) => text !== '');

async function until(isSo: () => Promise<boolean>): Promise<void> {
  while (!(await isSo())) await new Promise(setImmediate);
}

describe.each([...SPEAKING, ...AT_PORTS])('a receipt printer, through %s, that speaks %s', (_name, language, open, proofs) => {
  let way: PrinterWay;
  let printer: PrinterPort;
  beforeAll(async () => {
    await sim.speak(language);
    way = await open();
    printer = way.at(real(proofs[0]));
  });
  afterAll(async () => {
    await way.close();
    await sim.speak('escpos');
  });

  it.each(proofs)('prints a receipt, with codes that a scanner reads (proof by the %s)', async (proof) => {
    expect(await way.at(real(proof)).print({ id: id(), document: RECEIPT })).toEqual({ kind: 'printed' });
    const { slips, newest, unknown } = await sim.state();
    const slip = slips.at(-1);
    expect(slip?.lines.filter((text) => text !== '')).toEqual([
      `${' '.repeat(15)}Straße`,
      `2 x Crème brûlée${' '.repeat(19)}14,38 €`,
      '─'.repeat(42),
      '[barcode A8-021412]',
      '[qr A8-021413]',
    ]);
    expect(await readCodes(newest)).toEqual(['Code128 A8-021412', 'QRCode A8-021413']);
    expect(unknown).toEqual([]);
  });

  it('prints a picture dot by dot, in the middle of 576', async () => {
    const bits = Buffer.from([0b10000001, 0b01000000, 0, 0xff]).toString('base64');
    await printer.print({ id: id(), document: documentOf({ kind: 'picture', width: 16, bits }) });
    const { newest } = await sim.state();
    expect(/ d="([^"]*)"/.exec(newest)?.[1]).toBe('M280 0h1v1h-1zM287 0h1v1h-1zM289 0h1v1h-1zM288 1h8v1h-8z');
  });

  it('prints nothing twice that it is asked for twice', async () => {
    const job = { id: id(), document: TEN };
    expect(await Promise.all([printer.print(job), printer.print(job)])).toEqual([{ kind: 'printed' }, { kind: 'printed' }]);
    expect(await printer.print(job)).toEqual({ kind: 'printed' });
    expect(await cameOut()).toHaveLength(10);
  });

  it.each([
    ['has no paper', () => sim.setPaper('out'), { kind: 'not_printed', why: 'paper_out' }],
    ['is open', () => sim.setCover(true), { kind: 'not_printed', why: 'cover_open' }],
    ['is silent', () => sim.habit('silent'), { kind: 'not_printed', why: 'silent' }],
    ['is gone', () => sim.setGone(true), { kind: 'not_reachable' }],
  ])('sends nothing to a printer that %s, and prints the same job when it is back', async (_what, happens, reply) => {
    await happens();
    const job = { id: id(), document: TEN };
    expect(await printer.print(job)).toEqual(reply);
    await sim.mend();
    expect(await cameOut()).toEqual([]);
    expect(await printer.print(job)).toEqual({ kind: 'printed' });
    expect(await cameOut()).toHaveLength(10);
  });

  it('is not sure of a job during which the paper ends, and does not send it again', async () => {
    await sim.habit('half');
    const job = { id: id(), document: TEN };
    expect(await printer.print(job)).toEqual({ kind: 'unsure', why: 'paper_out' });
    expect(await cameOut()).toHaveLength(4);
    expect(await printer.print(job)).toMatchObject({ kind: 'unsure' });
    await sim.setPaper('enough');
    await until(async () => (await cameOut()).length === 10);
    expect(await printer.print(job)).toMatchObject({ kind: 'unsure' });
    expect(await cameOut()).toHaveLength(10);
  });

  it('is not sure of a job that a printer takes and does not print, and opens the drawer all the same', async () => {
    await sim.habit('swallow');
    const printing = printer.print({ id: id(), document: TEN });
    const before = (await sim.state()).drawerOpenings;
    expect(await printer.kick(id(), 1)).toEqual({ kind: 'sent' });
    await until(async () => (await sim.state()).drawerOpenings === before + 1);
    expect(await printing).toEqual({ kind: 'unsure', why: 'silent' });
    expect(await cameOut()).toEqual([]);
  });

  it('waits for a slow printer that says that all is well', async () => {
    await sim.habit('slow');
    expect(await printer.print({ id: id(), document: documentOf(line('slow')) })).toEqual({ kind: 'printed' });
    expect(await cameOut()).toEqual(['slow']);
  });

  it('opens the drawer once for an id, also of a printer without paper', async () => {
    await sim.setPaper('out');
    const before = (await sim.state()).drawerOpenings;
    expect([await printer.kick(id(), 1), await printer.kick(id(), 1)]).toEqual([{ kind: 'sent' }, { kind: 'sent' }]);
    await until(async () => (await sim.state()).drawerOpenings > before);
    expect((await sim.state()).drawerOpenings).toBe(before + 1);
  });

  it.each([1, 2] as const)('opens the drawer at connector %d', async (connector) => {
    const before = (await sim.state()).drawerOpenings;
    expect(await printer.kick(id(`drawer-${connector}`), connector)).toEqual({ kind: 'sent' });
    await until(async () => (await sim.state()).drawerOpenings > before);
    expect((await sim.state()).lastConnector).toBe(connector);
  });

  it('opens no drawer of a printer that is gone, and says so', async () => {
    await sim.setGone(true);
    expect(await printer.kick(id(), 1)).toEqual({ kind: 'not_reachable' });
  });

  it.each<[string, () => Promise<unknown>, PrinterStatus]>([
    ['paper that ends soon', () => sim.setPaper('low'), { ...isThere, paper: 'low' }],
    ['paper that has ended', () => sim.setPaper('out'), { ...isThere, paper: 'out' }],
    ['an open cover', () => sim.setCover(true), { ...isThere, cover: 'open' }],
    ['a drawer that opens', () => printer.kick(id('drawer'), 1), { ...isThere, drawer: 'open' }],
    ['silence', () => sim.habit('silent'), { kind: 'silent' }],
    ['that it is gone', () => sim.setGone(true), { kind: 'not_reachable' }],
  ])('tells of %s when it happens', async (_what, happens, status) => {
    expect(await printer.watch(null)).toEqual(isThere);
    const watching = printer.watch(isThere);
    await happens();
    expect(await watching).toEqual(status);
  });

  it('says after a while that nothing has changed', async () => {
    expect(await printer.watch(isThere)).toEqual(isThere);
  });
});

describe('a device host that is started again', () => {
  let folder: string;
  const started = () => hostPrinter(hostFor(null, join(folder, 'print-jobs.jsonl')), real());
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'outpost-jobs-'));
  });
  afterAll(() => rm(folder, { recursive: true }));

  it('prints nothing again that was printed, or may have been', async () => {
    const [done, lost, late] = ['done', 'lost', 'late'].map((name) => ({ id: id(name), document: documentOf(line(name)) }));
    if (done === undefined || lost === undefined || late === undefined) throw new Error('No jobs.');
    const before = started();
    expect(await before.print(done)).toEqual({ kind: 'printed' });
    await sim.habit('swallow');
    expect(await before.print(lost)).toEqual({ kind: 'unsure', why: 'silent' });
    await sim.setPaper('out');
    expect(await before.print(late)).toEqual({ kind: 'not_printed', why: 'paper_out' });
    await sim.mend();
    const after = started();
    expect(await Promise.all([done, lost, late].map((job) => after.print(job)))).toEqual([
      { kind: 'printed' },
      { kind: 'unsure', why: 'silent' },
      { kind: 'printed' },
    ]);
    expect(await cameOut()).toEqual(['done', 'late']);
  });
});

describe('a port of this machine', () => {
  it('was tried', (context) => {
    if (PORT_WAYS.length === 0)
      context.skip('There is no `script` of util-linux to make pseudo terminals: serial ports and USB were not tried.');
    expect(PORT_WAYS.map(([name]) => name)).toEqual(['a serial port', 'USB']);
  });

  it.each([
    ['a file that is no device', { usb: fileURLToPath(import.meta.url) }],
    ['no port', { serial: '/dev/ttyS99', ...LINE }],
  ])('is not reachable where there is %s', async (_what, place) => {
    const printer = hostPrinter(hostFor(null), { driver: 'escpos', columns: 42, drawerOpenIs: 'high', proof: 'paper', ...place });
    expect(await printer.print({ id: id(), document: TEN })).toEqual({ kind: 'not_reachable' });
  });
});

describe('the simulated printer', () => {
  it('is found by the setting of its name, and is nowhere in an installed app', async () => {
    const simulated = { driver: 'simulator' } as const;
    expect(await hostPrinter(hostFor(sim.simulators), simulated).watch(null)).toEqual(isThere);
    expect(await hostPrinter(hostFor(null), simulated).watch(null)).toEqual({ kind: 'not_reachable' });
  });

  it.each(['en', 'de', 'ar'])('shows its paper and its drawer in %s', async (language) => {
    const page = await (await fetch(`${sim.pageUrl()}/?lang=${language}`)).text();
    expect(page).toContain(`<html lang="${language}" dir="${language === 'ar' ? 'rtl' : 'ltr'}">`);
    expect(page).toContain('<svg');
  });
});
