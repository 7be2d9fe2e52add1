import type { OrderIntake, OrderView } from '../../domain/orders/order-intake.ts';
import { ENDED } from '../../domain/fulfillment/fulfillment-order.ts';
import { writeOrderRequest } from '../../domain/orders/order-request.ts';
import type { ErrorBody } from '../../domain/protocol/protocol.ts';
import type { Books } from './books.ts';
import type { Chance } from './chance.ts';
import type { SimulatedTime } from './clock.ts';
import { CURRENCY, paidFor, PICKUP_CODE, SKUS, taxIn, unitPriceOf } from './goods.ts';

/** The pickups about which customers call are so many at most: the newest. */
const LATE_PICKUPS = 20;

export interface PlacedOrder {
  readonly order: OrderIntake;
  /** Whether the pool has said that it has the order. */
  confirmed: boolean;
  /** Whether the pool has said that not all of it is there, and that it is not taken for that. */
  refused: boolean;
}

/** What some customers take instead of an article: others that cost less, so that a return gives back their own price. */
function substitutesOf(sku: string, chance: Chance): NonNullable<OrderIntake['lines'][number]['substitutes']> {
  if (!chance.percent(40)) return [];
  const cheaper = SKUS.slice(0, SKUS.indexOf(sku)).toReversed().slice(0, chance.int(1, 3));
  return cheaper.map((one) => ({ sku: one, price: { totalMinor: paidFor(one, 1), taxMinor: taxIn(one, 1) } }));
}

/** Some customers want all of it now or nothing, some take what there is. */
function policyOf(chance: Chance): Pick<OrderIntake, 'backorder'> {
  return chance.percent(20) ? { backorder: chance.pick(['partial', 'refuse'] as const) } : {};
}

/** The web shop: it places orders, asks again until it has an answer, and cancels some. */
export class WebShop {
  readonly placed: PlacedOrder[] = [];
  /** Numbers of the orders of which the pool has said that all of it is cancelled. */
  readonly cancelled = new Set<string>();
  private readonly apiKey: string;
  private readonly stores: readonly string[];
  private readonly time: SimulatedTime;
  private readonly books: Books;

  constructor(apiKey: string, stores: readonly string[], time: SimulatedTime, books: Books) {
    this.apiKey = apiKey;
    this.stores = stores;
    this.time = time;
    this.books = books;
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
    const aside = chance.aside();
    const order: OrderIntake = {
      number: `W-${this.placed.length + 1}`,
      placedAt: new Date().toISOString(),
      currency: CURRENCY,
      customer: { name: 'Customer', email: null, phone: null },
      fulfillment,
      ...policyOf(aside),
      lines: skus.map((sku) => {
        const quantity = chance.int(1, 4);
        const line = { sku, quantity, unitPrice: unitPriceOf(sku), totalMinor: paidFor(sku, quantity), taxMinor: taxIn(sku, quantity) };
        const substitutes = substitutesOf(sku, aside);
        return substitutes.length === 0 ? line : { ...line, substitutes };
      }),
    };
    const placed: PlacedOrder = { order, confirmed: false, refused: false };
    this.placed.push(placed);
    await this.confirm(placed, 3);
  }

  private async confirm(placed: PlacedOrder, tries: number): Promise<void> {
    for (let left = tries; left > 0 && !placed.confirmed && !placed.refused; left -= 1) {
      try {
        const response = await this.post('/v1/orders', writeOrderRequest(placed.order), { 'idempotency-key': placed.order.number });
        placed.confirmed = response.status === 201;
        placed.refused = response.status === 409 && ((await response.json()) as ErrorBody).error.code === 'not_available';
        if (placed.confirmed) this.hears((await response.json()) as OrderView);
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
  private async cancel(number: string): Promise<void> {
    const response = await this.post(`/v1/orders/${number}/cancel`).catch(() => null);
    if (response?.status !== 200) return;
    const { lines } = (await response.json()) as OrderView;
    if (lines.every((line) => line.cancelled === line.quantity)) this.cancelled.add(number);
  }

  /** A customer calls the shop about an order: to cancel it, or about a pickup of late. */
  async callIn(chance: Chance): Promise<void> {
    if (this.placed.length === 0) return;
    const { number } = chance.pick(this.placed).order;
    const aside = chance.aside();
    const pickups = this.placed.filter(({ order }) => order.fulfillment.kind === 'pickup').slice(-LATE_PICKUPS);
    if (pickups.length === 0 || aside.percent(40)) return this.cancel(number);
    await this.tellOfPickup(aside.pick(pickups).order.number, aside);
  }

  /** A customer says that they wait outside, or that their code came into other hands: then the shop asks for another one. */
  private async tellOfPickup(number: string, chance: Chance): Promise<void> {
    if (chance.percent(50)) return this.renew(number);
    const arrived = { bay: chance.pick(['1', '2']), car: `Car of ${number}` };
    const told = await this.post(`/v1/orders/${number}/arrival`, arrived).catch(() => null);
    if (told?.status !== 200) return;
    const { fulfillmentOrders } = (await told.json()) as OrderView;
    for (const { id, kind, state } of fulfillmentOrders) {
      if (kind === 'pickup' && !ENDED.includes(state.status)) this.books.outside.add(id);
    }
  }

  /** Asks for another code of a pickup. */
  private async renew(number: string): Promise<void> {
    this.books.codes.renewed.add(number);
    const renewed = await this.post(`/v1/orders/${number}/pickup-code`, {}).catch(() => null);
    if (renewed?.status === 200) this.hears((await renewed.json()) as OrderView);
  }

  /** Asks for another code of each pickup. */
  async renewAll(): Promise<void> {
    for (const { order } of this.placed) if (order.fulfillment.kind === 'pickup') await this.renew(order.number);
  }

  private hears({ number, pickupQr }: OrderView): void {
    if (pickupQr !== null) this.books.codes.heard(number, pickupQr);
  }
}
