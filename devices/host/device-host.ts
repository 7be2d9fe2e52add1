import { join } from 'node:path';
import { type DeviceArgs, deviceContract, type DeviceValue, type TerminalPlace } from '../../domain/device/device-contract.ts';
import { type DeviceMethod, deviceMethods } from '../../domain/device/device-methods.ts';
import { LABEL_4_BY_6, type LabelPrinter } from '../../domain/device/label-printer.ts';
import type { PoleDisplay, PolePort } from '../../domain/device/pole.ts';
import type { ReceiptPrinter } from '../../domain/device/receipt-printer.ts';
import type { Scale } from '../../domain/device/scale.ts';
import type { LineScanner, ScannerPort } from '../../domain/device/scanner.ts';
import type { SimulatedDevice } from '../../domain/device/started.ts';
import type { DeviceCode } from '../../domain/device/socket-protocol.ts';
import type { TerminalPort } from '../../domain/device/terminal.ts';
import type { ScalePort } from '../../domain/device/weighing.ts';
import { readPlace } from '../base/simulated-address.ts';
import { readScanner } from '../base/simulated-scanners.ts';
import { readAddress } from '../base/simulated-terminal.ts';
import { escposTalk } from '../escpos/escpos-talk.ts';
import { type NetworkPrinter, networkPrinter, type PrinterOptions } from '../printing/network-printer.ts';
import type { Talk } from '../printing/talk.ts';
import { zplTalk } from '../zpl/zpl-talk.ts';
import { starTalk } from '../star/star-talk.ts';
import { poleDisplays } from '../pole/pole-display.ts';
import { nciScales } from '../nci/nci-scale.ts';
import { scannerLines } from '../scanner/scanner-line.ts';
import { type NexoOptions, nexoTerminal } from '../nexo/nexo-terminal.ts';
import { openPrintJobs } from './print-jobs.ts';
import { printOnce } from './print-once.ts';

/** What the machines on the counter do, by the methods of the device contract. */
export type DeviceHost = { readonly [M in DeviceMethod]: (...args: DeviceArgs<M>) => Promise<DeviceValue<M>> };

export interface HostOptions {
  /** The folder of the simulated devices of this machine; null where there are none. */
  readonly simulators: () => string | null;
  /** How long to wait for the answer to a payment, in milliseconds; as long as a terminal may take unless told. */
  readonly answerWithinMs?: number;
  /** The file in which it keeps what became of print jobs; in memory alone without one. */
  readonly jobsFile?: string;
  /** How long to wait for printers. */
  readonly printing?: PrinterOptions;
}

/** A register that takes no cards, or asks for a simulator where none is: nothing can be sent. */
const NOWHERE: TerminalPort = {
  pay: () => Promise.resolve({ kind: 'not_reachable' }),
  reverse: () => Promise.resolve({ kind: 'not_reachable' }),
  status: () => Promise.resolve({ kind: 'not_reachable' }),
  abort: () => Promise.resolve(),
  diagnose: () => Promise.resolve({ kind: 'not_reachable' }),
  totals: () => Promise.resolve({ kind: 'not_reachable' }),
};

/** A register without a scale. */
const NO_SCALE: ScalePort = {
  weigh: () => Promise.resolve({ kind: 'not_reachable' }),
  zero: () => Promise.resolve({ kind: 'not_reachable' }),
  next: () => Promise.resolve({ kind: 'not_reachable' }),
};

/** A register whose browser prints. */
const NO_PRINTER: NetworkPrinter = {
  print: () => Promise.resolve({ kind: 'not_reachable' }),
  kick: () => Promise.resolve({ kind: 'not_reachable' }),
  watch: () => Promise.resolve({ kind: 'not_reachable' }),
};

/** A register without a display for its customers. */
const NO_POLE: PolePort = { show: () => Promise.resolve({ kind: 'not_reachable' }) };

/** A simulated scanner where none was ever started. */
const NO_SCANNER: ScannerPort = {
  next: () => Promise.resolve({ line: '00000000-0000-0000-0000-000000000000', seq: 0, isThere: false, events: [] }),
};

/** The simulated printer proves its jobs, and its paper is 80 mm wide. */
const SIMULATED = { columns: 48, proof: 'job', drawerOpenIs: 'high' } as const;

/** The simulated label printer has labels of 4 by 6 inches. */
const SIMULATED_LABELS = { driver: 'zpl', dotsPerMm: 8, ...LABEL_4_BY_6 } as const;

interface Asking {
  readonly saleId: string;
  readonly shiftId: string | undefined;
  readonly answerWithinMs: number | undefined;
}

function terminalAt(
  { host, port, poiId, certificate }: Omit<NexoOptions, 'saleId'>,
  { saleId, shiftId, answerWithinMs }: Asking,
): TerminalPort {
  const given = { ...(shiftId !== undefined && { shiftId }), ...(answerWithinMs !== undefined && { answerWithinMs }) };
  return nexoTerminal({ host, port, poiId, certificate, saleId, ...given });
}

type TerminalMethods = Pick<DeviceHost, Extract<DeviceMethod, `terminal.${string}`>>;

/** What may be asked of card terminals. */
function terminalMethods(at: (place: TerminalPlace) => TerminalPort): TerminalMethods {
  return {
    'terminal.pay': (place, request) => at(place).pay(request),
    'terminal.reverse': (place, request) => at(place).reverse(request),
    'terminal.status': (place, request) => at(place).status(request),
    'terminal.abort': async (place, request) => {
      await at(place).abort(request);
      return null;
    },
    'terminal.diagnose': (place, serviceId) => at(place).diagnose(serviceId),
    'terminal.totals': (place, request) => at(place).totals(request),
  };
}

/** The device host, whatever carries the calls to it. Between two calls it keeps nothing but connections. */
export function createDeviceHost({ simulators, answerWithinMs, jobsFile, printing }: HostOptions): DeviceHost {
  function simulated<A>(name: SimulatedDevice, read: (folder: string) => A | null): A | null {
    const folder = simulators();
    return folder === null ? null : read(join(folder, name));
  }
  function at({ terminal, saleId, shiftId }: TerminalPlace): TerminalPort {
    const address = terminal.driver === 'nexo' ? terminal : terminal.driver === 'simulator' ? simulated('terminal', readAddress) : null;
    return address === null ? NOWHERE : terminalAt(address, { saleId, shiftId, answerWithinMs });
  }
  const scales = nciScales();
  function scaleAt(scale: Scale): ScalePort {
    const address = scale.driver === 'nci' ? scale : scale.driver === 'simulator' ? simulated('scale', readPlace) : null;
    return address === null ? NO_SCALE : scales(address);
  }
  /** What waits for a printer waits behind what was sent to it before. */
  const printers = new Map<string, NetworkPrinter>();
  function kept(set: object, connect: () => Promise<Talk | null>): NetworkPrinter {
    const key = JSON.stringify(Object.entries(set).sort());
    const printer = printers.get(key) ?? networkPrinter(connect, printing);
    printers.set(key, printer);
    return printer;
  }
  const printerOf = (set: Exclude<ReceiptPrinter, { driver: 'none' | 'simulator' }>): NetworkPrinter =>
    kept(set, () => (set.driver === 'star' ? starTalk(set) : escposTalk(set)));
  function labelsAt(set: LabelPrinter): NetworkPrinter {
    if (set.driver === 'zpl') return kept(set, () => zplTalk(set));
    const address = set.driver === 'none' ? null : simulated('labels', readPlace);
    return address === null ? NO_PRINTER : labelsAt({ ...SIMULATED_LABELS, ...address });
  }
  const once = printOnce(openPrintJobs(jobsFile ?? null));
  function printerAt(printer: ReceiptPrinter): NetworkPrinter {
    if (printer.driver === 'none') return NO_PRINTER;
    if (printer.driver !== 'simulator') return printerOf(printer);
    const address = simulated('printer', readPlace);
    return address === null ? NO_PRINTER : printerOf({ driver: 'escpos', ...address, ...SIMULATED });
  }
  const poles = poleDisplays();
  function poleAt(pole: PoleDisplay): PolePort {
    if (pole.driver === 'none') return NO_POLE;
    if (pole.driver !== 'simulator') return poles(pole);
    const address = simulated('pole', readPlace);
    return address === null ? NO_POLE : poles({ driver: 'network', ...address, commands: 'cd5220', codePage: 'cp858' });
  }
  const scanners = scannerLines();
  function scannerAt(scanner: LineScanner): ScannerPort {
    if (scanner.driver === 'line') return scanners(scanner);
    const address = simulated('scanner', (folder) => readScanner(folder, scanner.number));
    return address === null ? NO_SCANNER : scanners({ driver: 'line', end: 'cr', ...address });
  }
  return {
    ...terminalMethods(at),
    'scale.weigh': (scale) => scaleAt(scale).weigh(),
    'scale.zero': (scale) => scaleAt(scale).zero(),
    'scale.next': (scale, seen) => scaleAt(scale).next(seen),
    'printer.print': (printer, job) => once.print(job.id, (onSend) => printerAt(printer).print(job, onSend)),
    'printer.kick': (printer, id, connector) => once.kick(id, () => printerAt(printer).kick(connector)),
    'printer.watch': (printer, known) => printerAt(printer).watch(known),
    'pole.show': (pole, text) => poleAt(pole).show(text),
    'scanner.next': (scanner, heard) => scannerAt(scanner).next(heard),
    'label.print': (printer, job) => once.print(job.id, (onSend) => labelsAt(printer).print(job, onSend)),
  };
}

export type Handled = { readonly ok: true; readonly value: unknown } | { readonly ok: false; readonly code: DeviceCode };

/** Checks one call against the contract and carries it out. Never throws and never rejects. */
export async function handleCall(host: DeviceHost, method: string, args: readonly unknown[]): Promise<Handled> {
  const known = deviceMethods.find((one) => one === method);
  if (known === undefined) return { ok: false, code: 'unknown_method' };
  const run = async <M extends DeviceMethod>(name: M): Promise<Handled> => {
    const parsed = deviceContract[name].args.safeParse(args);
    if (!parsed.success) return { ok: false, code: 'bad_request' };
    return { ok: true, value: await host[name](...(parsed.data as DeviceArgs<M>)) };
  };
  return run(known).catch((): Handled => ({ ok: false, code: 'failed' }));
}
