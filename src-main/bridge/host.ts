import {
  bridgeContract,
  type AppInfo,
  type BridgeArgs,
  type BridgeResult,
  type BridgeValue,
  type JournalMirrorPort,
} from '../../domain/device/bridge.ts';
import { bridgeMethods, type BridgeMethod } from '../../domain/device/bridge-methods.ts';
import type { PdfReply, PdfRequest } from '../../domain/device/pdf.ts';
import type { DeviceHost } from '../../devices/host/device-host.ts';
import { failed } from '../base/failed.ts';
import type { Secrets } from '../secrets/secrets.ts';

/** What the machine lends to the page. */
export interface BridgePorts {
  appInfo(): AppInfo;
  journalMirror: JournalMirrorPort;
  secrets: Secrets;
  /** Opens what the customer sees, or brings it to the front. */
  openDisplay(): Promise<void>;
  /** Asks where a PDF of the page goes, and writes it. */
  savePdf(request: PdfRequest): Promise<PdfReply>;
  devices: DeviceHost;
}

/** Answers one call; never throws and never rejects. */
export type BridgeHost = (method: unknown, args: unknown) => Promise<BridgeResult<unknown>>;

type Handlers = { [M in BridgeMethod]: (...args: BridgeArgs<M>) => Promise<BridgeResult<BridgeValue<M>>> };

const done = <T>(value: T): BridgeResult<T> => ({ ok: true, value });

/** Checks each call against the contract and hands it to its port. Knows nothing of IPC. */
export function createBridgeHost(ports: BridgePorts): BridgeHost {
  const handlers: Handlers = {
    'app.info': () => Promise.resolve({ ok: true, value: ports.appInfo() }),
    'journalMirror.append': (lines) => ports.journalMirror.append(lines),
    'journalMirror.read': (from) => ports.journalMirror.read(from),
    'journalMirror.tail': () => ports.journalMirror.tail(),
    'secrets.store': (name, value) => ports.secrets.store(name, value),
    'secrets.load': (name) => ports.secrets.load(name),
    'secrets.remove': (name) => ports.secrets.remove(name),
    'display.open': async () => {
      await ports.openDisplay();
      return done(null);
    },
    'pdf.save': async (request) => done(await ports.savePdf(request)),
    'terminal.pay': async (...args) => done(await ports.devices['terminal.pay'](...args)),
    'terminal.reverse': async (...args) => done(await ports.devices['terminal.reverse'](...args)),
    'terminal.status': async (...args) => done(await ports.devices['terminal.status'](...args)),
    'terminal.abort': async (...args) => done(await ports.devices['terminal.abort'](...args)),
    'terminal.diagnose': async (...args) => done(await ports.devices['terminal.diagnose'](...args)),
    'terminal.totals': async (...args) => done(await ports.devices['terminal.totals'](...args)),
    'scale.weigh': async (...args) => done(await ports.devices['scale.weigh'](...args)),
    'scale.zero': async (...args) => done(await ports.devices['scale.zero'](...args)),
    'scale.next': async (...args) => done(await ports.devices['scale.next'](...args)),
    'printer.print': async (...args) => done(await ports.devices['printer.print'](...args)),
    'printer.kick': async (...args) => done(await ports.devices['printer.kick'](...args)),
    'printer.watch': async (...args) => done(await ports.devices['printer.watch'](...args)),
    'pole.show': async (...args) => done(await ports.devices['pole.show'](...args)),
    'scanner.next': async (...args) => done(await ports.devices['scanner.next'](...args)),
    'label.print': async (...args) => done(await ports.devices['label.print'](...args)),
  };

  async function call<M extends BridgeMethod>(method: M, args: unknown): Promise<BridgeResult<unknown>> {
    const parsed = bridgeContract[method].args.safeParse(args);
    if (!parsed.success) return { ok: false, code: 'bad_request' };
    return handlers[method](...(parsed.data as BridgeArgs<M>));
  }

  return async (method, args) => {
    const known = bridgeMethods.find((name) => name === method);
    if (known === undefined) return { ok: false, code: 'unknown_method' };
    try {
      return await call(known, args);
    } catch (error) {
      return failed(error);
    }
  };
}
