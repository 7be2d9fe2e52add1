import type { OrderIntake, OrderView } from '../../domain/orders/order-intake.ts';
import { writeOrderRequest } from '../../domain/orders/order-request.ts';
import type { Chance } from './chance.ts';
import type { SimulatedTime } from './clock.ts';
import { CURRENCY, paidFor, PICKUP_CODE, SKUS, taxIn, unitPriceOf } from './goods.ts';

export interface PlacedOrder {
  readonly order: OrderIntake;
  /** Whether the pool has said that it has the order. */
  confirmed: boolean;
}

/** The web shop: it places orders, asks again until it has an answer, and cancels some. */
export class WebShop {
  readonly placed: PlacedOrder[] = [];
  /** Numbers of the orders of which the pool has said that all of it is cancelled. */
  readonly cancelled = new Set<string>();
  private readonly apiKey: string;
  private readonly stores: readonly string[];
  private readonly time: SimulatedTime;

  constructor(apiKey: string, stores: readonly string[], time: SimulatedTime) {
    this.apiKey = apiKey;
    this.stores = stores;
    this.time = time;
  }

  private post(path: string, body?: object, headers: Record<string, string> = {}): Promise<Response> {
    return fetch(`http://shop${path}`, {
      method: 'POST',
      signal: AbortSignal.timeout(10_000),
      headers: {
        authorization: `Bearer ${this.apiKey}`,
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
  }

  /** Places an order, and asks until the pool answers or patience ends: an order that is paid is never given up for good. */
  async place(chance: Chance): Promise<void> {
    const skus = [...new Set(Array.from({ length: chance.int(1, 3) }, () => chance.pick(SKUS)))];
    const fulfillment: OrderIntake['fulfillment'] = chance.percent(40)
      ? { kind: 'pickup', storeId: chance.pick(this.stores), pickupCode: PICKUP_CODE }
      : {
          kind: 'ship',
          shipTo: { line1: '1 Main Street', city: 'City', region: 'ST', postalCode: '00000', country: 'US' },
          position: { latitude: 0, longitude: chance.int(0, 4) },
        };
    const order: OrderIntake = {
      number: `W-${this.placed.length + 1}`,
      placedAt: new Date().toISOString(),
      currency: CURRENCY,
      customer: { name: 'Customer', email: null, phone: null },
      fulfillment,
      lines: skus.map((sku) => {
        const quantity = chance.int(1, 4);
        return { sku, quantity, unitPrice: unitPriceOf(sku), totalMinor: paidFor(sku, quantity), taxMinor: taxIn(sku, quantity) };
      }),
    };
    const placed: PlacedOrder = { order, confirmed: false };
    this.placed.push(placed);
    await this.confirm(placed, 3);
  }

  private async confirm(placed: PlacedOrder, tries: number): Promise<void> {
    for (let left = tries; left > 0 && !placed.confirmed; left -= 1) {
      try {
        const response = await this.post('/v1/orders', writeOrderRequest(placed.order), { 'idempotency-key': placed.order.number });
        placed.confirmed = response.status === 201;
      } catch {
        await this.time.sleep(2_000);
      }
    }
  }

  /** Asks again for every order that has no answer yet. */
  async settle(): Promise<void> {
    for (const placed of this.placed) await this.confirm(placed, 10);
  }

  /** A customer cancels; the pool may say that it is too late. */
  async cancel(number: string): Promise<void> {
    const response = await this.post(`/v1/orders/${number}/cancel`).catch(() => null);
    if (response?.status !== 200) return;
    const { lines } = (await response.json()) as OrderView;
    if (lines.every((line) => line.cancelled === line.quantity)) this.cancelled.add(number);
  }
}
