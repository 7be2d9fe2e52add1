import { z } from 'zod';
import { SIMULATED_SCANNERS } from '../../../domain/device/scanner.ts';
import { writeAddress } from '../../base/simulated-address.ts';
import { type Controls, serveControl } from '../page/serve-control.ts';
import { scannerPage, scannerParts, type ScannerView } from './page.ts';
import { halfOf, NOISE, scanBytes, scanRequest } from './scan-bytes.ts';
import { type ScannerServer, serveScanner } from './serve-scanner.ts';

export interface StartScanners {
  /** Where it leaves word where they are; nowhere without one. */
  readonly folder: string | null;
  /** Where a till hears the first; the second is at the next one. 0 for any free ports. */
  readonly port: number;
  /** Where their page is; 0 for any free port. */
  readonly controlPort: number;
}

const named = z.object({ scanner: z.union(SIMULATED_SCANNERS.map((one) => z.literal(one))) });
const { code } = scanRequest.shape;

/** A scanner, and what it scanned last. */
interface Held {
  readonly server: ScannerServer;
  last: string | null;
}

function actions(scanners: readonly Held[]): Controls['actions'] {
  const heldOf = (body: unknown) => {
    const held = scanners[named.parse(body).scanner - 1];
    if (held === undefined) throw new RangeError('There is no such scanner.');
    return held;
  };
  async function scan(held: Held | undefined, request: z.input<typeof scanRequest>, cut = (bytes: Uint8Array) => bytes): Promise<boolean> {
    if (held === undefined || held.server.isAway) return false;
    held.last = request.code;
    await held.server.send(cut(scanBytes(scanRequest.parse(request))));
    return true;
  }
  return {
    '/scan': (body) =>
      scan(
        heldOf(body),
        scanRequest
          .extend(named.shape)
          .transform(({ scanner: _, ...rest }) => rest)
          .parse(body),
      ),
    async '/both'(body) {
      const both = z.strictObject({ first: code, second: code }).parse(body);
      if (scanners.some(({ server }) => server.isAway)) return false;
      const [first, second] = scanners;
      await Promise.all([scan(first, { code: both.first }), scan(second, { code: both.second })]);
      return true;
    },
    async '/half'(body) {
      const held = heldOf(body);
      const done = await scan(held, { code: scanRequest.shape.code.parse((body as { code?: unknown }).code) }, halfOf);
      if (done) await held.server.setAway(true);
      return done;
    },
    async '/noise'(body) {
      const { server } = heldOf(body);
      if (server.isAway) return false;
      await server.send(NOISE);
      return true;
    },
    async '/away'(body) {
      await heldOf(body).server.setAway(named.extend({ on: z.boolean() }).parse(body).on);
      return true;
    },
  };
}

/** Two simulated scanners, ready to be heard. */
export async function startScanners({ folder, port, controlPort }: StartScanners) {
  const scanners: Held[] = [];
  for (const number of SIMULATED_SCANNERS) scanners.push({ server: await serveScanner(port === 0 ? 0 : port + number - 1), last: null });
  const addresses = scanners.map(({ server }) => ({ host: '127.0.0.1', port: server.port }));
  const [address = { host: '127.0.0.1', port }] = addresses;
  if (folder !== null) writeAddress(folder, { scanners: addresses });
  const views = () => scanners.map(({ server: { isAway, listeners }, last }): ScannerView => ({ isAway, isHeard: listeners > 0, last }));
  const control = await serveControl(
    {
      actions: actions(scanners),
      page: (language) => scannerPage(language, views()),
      parts: (language) => scannerParts(language, views()),
      state: () => ({ addresses, scanners: views() }),
    },
    controlPort,
  );
  return {
    address,
    controlUrl: `http://127.0.0.1:${control.port}`,
    async close(): Promise<void> {
      for (const { server } of scanners) await server.close();
      await control.close();
    },
  };
}
