import { once } from 'node:events';
import { type AddressInfo, connect, createServer } from 'node:net';
import { join } from 'node:path';
import { writeAddress } from '../../devices/base/simulated-address.ts';
import { kickAtOnce } from '../../devices/escpos/commands.ts';
import { SimulatedPrinter } from '../../devices/simulators/printer/printer.ts';
import { startCardMachine } from '../e2e/support/card-machine.ts';
import { openCompany } from '../e2e/support/company.ts';
import { tillPage } from '../support/till-page.ts';
import buildRenderer from '../tools/build-renderer.ts';
import { withBrowser } from './browser.ts';
import { type BenchResult, summarize } from './result.ts';

const STORE = 'NYC1';
const SALES = 100;
const GOAL_MS = 200;

/** A printer in this process, by whose clock the bytes for the drawer arrive. */
async function watchedPrinter() {
  const printer = new SimulatedPrinter();
  let heard: (at: number) => void = () => undefined;
  const server = createServer({ noDelay: true }, (socket) => {
    const take = printer.connect((bytes) => socket.write(bytes));
    socket.on('error', () => socket.destroy());
    socket.on('data', (chunk) => {
      if (chunk.includes(Buffer.from(kickAtOnce(1)))) heard(performance.now());
      take(chunk);
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    address: { host: '127.0.0.1', port: (server.address() as AddressInfo).port },
    /** When the next bytes for the drawer arrive. */
    nextKick: () => new Promise<number>((resolve) => (heard = resolve)),
    close: () => new Promise<void>((resolve) => server.close(() => resolve())),
  };
}

type WatchedPrinter = Awaited<ReturnType<typeof watchedPrinter>>;

/** The least that it could cost: the same bytes over a new connection. */
async function bareKick({ address, nextKick }: WatchedPrinter): Promise<number> {
  const start = performance.now();
  const kicked = nextKick();
  const socket = connect({ ...address, noDelay: true });
  socket.end(kickAtOnce(1));
  return (await kicked) - start;
}

/** From the key that completes a sale for cash to the bytes that open the drawer: page, journal, device host, printer. */
export async function receiptToDrawer(): Promise<BenchResult[]> {
  buildRenderer();
  const company = await openCompany();
  const machine = await startCardMachine(company);
  const printer = await watchedPrinter();
  writeAddress(join(machine.terminal.simulators, 'printer'), printer.address);
  try {
    return await withBrowser(async (context) => {
      const page = await context.newPage();
      const till = tillPage(page);
      const [article] = await company.articles(STORE, 1);
      if (article === undefined) throw new Error('An article is needed.');
      await till.setUp(machine.pairingUrl(), await company.registerCode(STORE), company.pinOf('manager', STORE));
      await till.goTo('Sale');
      await till.openShift();
      const [ours, bare]: [number[], number[]] = [[], []];
      for (let sale = 0; sale < SALES; sale += 1) {
        await till.ring(article);
        await page.keyboard.press('F10');
        const kicked = printer.nextKick();
        const start = performance.now();
        await page.keyboard.press('F12');
        ours.push((await kicked) - start);
        await page.getByText('It is printed.').waitFor();
        await page.keyboard.press('Enter');
        bare.push(await bareKick(printer));
      }
      const goal = `p99 at most ${GOAL_MS} ms`;
      return [summarize({ name: 'receipt-to-drawer', unit: 'ms', values: ours, baselines: bare, goal, met: ({ p99 }) => p99 <= GOAL_MS })];
    });
  } finally {
    await machine.stop();
    await printer.close();
    await company.close();
  }
}
