import type { Exception } from '../exceptions/exception.ts';
import type { FulfillmentOrder } from '../fulfillment/fulfillment-order.ts';
import type { Sale } from '../sale/sale.ts';
import type { Shift } from '../shift/shift.ts';
import type { Effect, StoreReader } from './effect.ts';

/** Names one of the documents that operations read and write. */
export interface DocumentKey {
  readonly kind: 'fulfillment_order' | 'sale' | 'shift' | 'exception';
  readonly id: string;
}

export interface StockChange {
  readonly onHand: number;
  readonly reserved: number;
}

/**
 * What operations have changed on top of a base that is only read: the register lays its pending operations over
 * the replica with it, the server a batch over the rows it loaded.
 */
export class StoreOverlay implements StoreReader {
  readonly fulfillmentOrders = new Map<string, FulfillmentOrder>();
  readonly sales = new Map<string, Sale>();
  readonly shifts = new Map<string, Shift>();
  readonly exceptions = new Map<string, Exception>();
  /** Changes of stock since the base, by `locationId` and SKU joined with a line feed. */
  readonly stock = new Map<string, StockChange>();

  private readonly base: StoreReader;
  private readonly learned = new Map<string, Exception>();

  constructor(base: StoreReader) {
    this.base = base;
  }

  fulfillmentOrder(id: string): FulfillmentOrder | undefined {
    return this.fulfillmentOrders.get(id) ?? this.base.fulfillmentOrder(id);
  }

  sale(receiptNumber: string): Sale | undefined {
    return this.sales.get(receiptNumber) ?? this.base.sale(receiptNumber);
  }

  shift(id: string): Shift | undefined {
    return this.shifts.get(id) ?? this.base.shift(id);
  }

  exception(id: string): Exception | undefined {
    return this.exceptions.get(id) ?? this.before(id);
  }

  /** Adds exceptions to the base that were not read with it. */
  learn(exceptions: readonly Exception[]): void {
    for (const exception of exceptions) this.learned.set(exception.id, exception);
  }

  /** An exception as it stood in the base. */
  before(id: string): Exception | undefined {
    return this.learned.get(id) ?? this.base.exception(id);
  }

  stockChange(locationId: string, sku: string): StockChange {
    return this.stock.get(`${locationId}\n${sku}`) ?? { onHand: 0, reserved: 0 };
  }

  /** Lays effects on top. Those that are not state of the store (`unfulfilled`, `resolution`) are left to the caller. */
  fold(effects: readonly Effect[]): void {
    for (const effect of effects) {
      switch (effect.kind) {
        case 'fulfillment_order':
          this.fulfillmentOrders.set(effect.order.id, effect.order);
          break;
        case 'sale':
          this.sales.set(effect.sale.receiptNumber, effect.sale);
          break;
        case 'shift':
          this.shifts.set(effect.shift.id, effect.shift);
          break;
        case 'stock': {
          const before = this.stockChange(effect.locationId, effect.sku);
          this.stock.set(`${effect.locationId}\n${effect.sku}`, {
            onHand: before.onHand + effect.onHand,
            reserved: before.reserved + effect.reserved,
          });
          break;
        }
        case 'exception':
          this.exceptions.set(effect.exception.id, effect.exception);
          break;
        case 'unfulfilled':
        case 'resolution':
          break;
      }
    }
  }

  /** Takes changes of stock back that were laid on top by {@link fold}. */
  takeBackStock(effects: readonly Effect[]): void {
    for (const effect of effects) {
      if (effect.kind !== 'stock') continue;
      const key = `${effect.locationId}\n${effect.sku}`;
      const before = this.stockChange(effect.locationId, effect.sku);
      const after = { onHand: before.onHand - effect.onHand, reserved: before.reserved - effect.reserved };
      if (after.onHand === 0 && after.reserved === 0) this.stock.delete(key);
      else this.stock.set(key, after);
    }
  }

  /** Shows a document as it is in the base again. */
  uncover(kind: DocumentKey['kind'], id: string): void {
    const documents: Readonly<Record<DocumentKey['kind'], Map<string, unknown>>> = {
      fulfillment_order: this.fulfillmentOrders,
      sale: this.sales,
      shift: this.shifts,
      exception: this.exceptions,
    };
    documents[kind].delete(id);
  }
}
