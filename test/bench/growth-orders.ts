import pino from 'pino';
import { insertKey } from '../support/api-keys.ts';
import { startServer } from '../../sync-server/main.ts';
import type { GrowthCase } from './growth-case.ts';
import { withScaleDatabase } from './scale-database.ts';

const STOCKED = 1_000;
/** So many are under way at once, as from a shop on a busy day. */
const AT_ONCE = 64;

/** A web shop that sends ever more orders of two lines at once, until all are sourced. */
export const ordersOverHttp: GrowthCase = {
  name: 'so many orders over HTTP',
  sizes: [500, 2_000, 8_000],
  most: 1.1,
  measure: (sizes) =>
    withScaleDatabase({ stores: 10, products: STOCKED, stocked: STOCKED }, async (database) => {
      const server = await startServer({ database, host: '127.0.0.1', port: 0, logger: pino({ enabled: false }) });
      const key = await insertKey(database.db, 'web shop', 'web_shop');
      let placed = 0;
      const place = async (): Promise<void> => {
        const number = `W-${(placed += 1)}`;
        const line = (offset: number) => ({
          sku: `SKU-${(placed * 13 + offset) % STOCKED}`,
          quantity: 1,
          unitPrice: '10.00',
          totalMinor: 1080,
          taxMinor: 80,
        });
        const body = JSON.stringify({
          number,
          placedAt: '2026-03-01T10:00:00.000Z',
          currency: 'USD',
          customer: { name: 'Customer', email: null, phone: null },
          fulfillment: { kind: 'pickup', storeId: `S${placed % 10}`, pickupCode: '4711' },
          lines: [line(0), line(1)],
        });
        const answer = await fetch(`${server.url}/v1/orders`, {
          method: 'POST',
          headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json', 'idempotency-key': number },
          body,
        });
        if (answer.status !== 201) throw new Error(`An order was answered ${answer.status}: ${await answer.text()}`);
        await answer.arrayBuffer();
      };
      const placeMany = async (count: number): Promise<number> => {
        const started = performance.now();
        let left = count;
        await Promise.all(
          Array.from({ length: AT_ONCE }, async () => {
            for (; left > 0; ) {
              left -= 1;
              await place();
            }
          }),
        );
        return performance.now() - started;
      };
      await placeMany(AT_ONCE);
      const times: number[][] = [];
      for (const size of sizes) times.push([await placeMany(size)]);
      await server.close();
      return times;
    }),
};
