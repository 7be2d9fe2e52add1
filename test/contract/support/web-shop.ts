import type { Chance } from '../../../sync-server/sample/chance.ts';
import type { OrderIntake } from '../../../domain/orders/order-intake.ts';
import { writeOrderRequest } from '../../../domain/orders/order-request.ts';
import { pickupOrder, shipOrder } from './order-pool.ts';

/** A web shop that places and cancels orders through several servers, each message to all of them at once until one has answered. */
export interface WebShop {
  /** The numbers of the orders that were taken. */
  readonly taken: string[];
  /** Answers that nobody should get. */
  readonly faults: string[];
  order(order: OrderIntake): Promise<void>;
  /** An order from chance, for one or two articles of two stores; now and then an earlier one is cancelled. */
  act(): Promise<void>;
}

export function webShop({
  urls,
  apiKey,
  chance,
  name,
}: {
  urls: readonly string[];
  apiKey: string;
  chance: Chance;
  name: string;
}): WebShop {
  const taken: string[] = [];
  const faults: string[] = [];
  let count = 0;

  /** Posts until somebody has answered with something that is final. */
  async function post(path: string, body: unknown, key: string): Promise<number> {
    for (;;) {
      const asked = urls.map(async (url) => {
        const response = await fetch(`${url}${path}`, {
          method: 'POST',
          headers: { authorization: `Bearer ${apiKey}`, 'content-type': 'application/json', 'idempotency-key': key },
          body: JSON.stringify(body),
          signal: AbortSignal.timeout(30_000),
        });
        const text = await response.text();
        if (response.status >= 500 && response.status !== 503) faults.push(`${path}: ${response.status} ${text}`);
        return response.status;
      });
      const statuses = (await Promise.allSettled(asked)).flatMap((one) =>
        one.status === 'fulfilled' && one.value < 500 ? [one.value] : [],
      );
      const [first, ...others] = statuses;
      if (first !== undefined) {
        if (path === '/v1/orders' && others.some((one) => one !== first)) faults.push(`${path}: answered ${statuses.join(' and ')}`);
        return first;
      }
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }

  async function order(intake: OrderIntake): Promise<void> {
    const status = await post('/v1/orders', writeOrderRequest(intake), intake.number);
    if (status === 201) taken.push(intake.number);
    else faults.push(`Order ${intake.number} was answered ${status}.`);
  }

  return {
    taken,
    faults,
    order,
    async act() {
      const earlier = chance.whole(0, 5) === 0 && taken.length > 0 ? chance.pick(taken) : undefined;
      if (earlier !== undefined) {
        const status = await post(`/v1/orders/${earlier}/cancel`, {}, `cancel-${earlier}`);
        if (![200, 409].includes(status)) faults.push(`The cancellation of ${earlier} was answered ${status}.`);
        return;
      }
      count += 1;
      const number = `${name}-${count}`;
      const wanted = chance.some(['A', 'B', 'C'], chance.whole(1, 2)).map((sku) => [sku, chance.whole(1, 2)] as const);
      await order(chance.whole(0, 1) === 0 ? shipOrder(number, wanted) : pickupOrder(number, chance.pick(['S1', 'S2']), wanted));
    },
  };
}
