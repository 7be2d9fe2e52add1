import { complete, type LooseRequest } from './loose-request.ts';
import type { LeavingLine, NotTakenLine } from '../../domain/fulfillment/payloads.ts';
import { createHash } from 'node:crypto';
import { v7 as uuidv7 } from 'uuid';
import type { FulfillmentOrder, RejectReason } from '../../domain/fulfillment/fulfillment-order.ts';
import { linesHere } from '../../domain/fulfillment/departure.ts';
import { FIRST_PREV_HASH, OPERATION_VERSION } from '../../domain/base/envelope.ts';
import { hashedText } from '../../domain/base/hash-operation.ts';
import { definitionOfType, type Operation, type OperationOf, RECEIPT_TYPES } from '../../domain/registry/operations.ts';
import { saleDocument } from '../../domain/sale/documents.ts';
import { type ReturnChoice, returnableOfSale, returnGoods } from '../../domain/returns/return-goods.ts';
import { completeSale } from '../../domain/sale/complete-sale.ts';
import { priceSale } from '../../domain/pricing/price-sale.ts';
import { oneTaxPerClass } from '../../domain/tax/tax-rules.ts';
import { formatReceiptNumber } from '../../domain/sale/receipt-number.ts';

export interface JournalOptions {
  readonly registerId: string;
  readonly storeId: string;
  /** Of its receipt numbers. */
  readonly prefix: string;
}

/** A time that no database can hold: there was no year 0. An exception that is opened then cannot be written. */
export const BEFORE_ALL_CALENDARS = '0000-01-01T00:00:00.000Z';

const AT = '2026-03-02T10:00:00.000Z';
const DATE = '2026-03-02';

/** Seals anything as an operation, valid or not, with the hash that its content has. */
export function seal(unhashed: object): Operation {
  const text = hashedText(unhashed);
  return { ...(JSON.parse(text) as object), hash: createHash('sha256').update(text).digest('hex') } as Operation;
}

/** The operation with other fields, and the hash that its content then has. */
export function reseal(operation: Operation, change: Readonly<Record<string, unknown>>): Operation {
  const { hash: _, ...rest } = operation;
  return seal({ ...rest, ...change });
}

/** Operations as code sees them: with every field that was left out because it holds its default. */
export function wholeOf(operations: readonly Operation[]): Operation[] {
  return operations.map((operation) => (definitionOfType(operation.type)?.completed(operation) ?? operation) as Operation);
}

/** A sale as the replica of its store would have it. */
export function saleOf(operation: OperationOf<'sale_completed'>) {
  const { id, storeId, registerId, associateId, businessDate, at, payload } = operation;
  return saleDocument.completed({
    ...payload,
    saleId: id,
    storeId,
    registerId,
    associateId,
    businessDate,
    at,
    returned: {},
    refundedMinor: null,
    refundedTo: null,
    isVoided: false,
  });
}

/** Builds the valid journal of one register: the hash chain, gapless numbers, and amounts that add up. */
export class JournalBuilder {
  readonly options: JournalOptions;
  /** Everything recorded so far. */
  readonly operations: Operation[] = [];
  receipts = 0;
  shiftId: string | null = null;

  constructor(options: JournalOptions) {
    this.options = options;
  }

  /** Records one operation as a register writes it, valid but for what `given` overrides in its envelope before it is sealed. */
  record(loose: LooseRequest, given: Partial<Operation> = {}): Operation {
    const request = complete(loose);
    const before = this.operations.at(-1);
    if (RECEIPT_TYPES.includes(request.type)) this.receipts += 1;
    const whole = {
      id: uuidv7(),
      version: OPERATION_VERSION,
      registerId: this.options.registerId,
      storeId: this.options.storeId,
      seq: this.operations.length + 1,
      prevHash: before?.hash ?? FIRST_PREV_HASH,
      receiptCount: this.receipts,
      associateId: 'associate-1',
      shiftId: this.shiftId,
      businessDate: DATE,
      at: AT,
      clockOffsetMs: 0,
      approval: null,
      ...request,
    };
    const operation = seal({ ...(definitionOfType(request.type)?.compact(whole) ?? whole), ...given });
    this.operations.push(operation);
    return operation;
  }

  get nextReceiptNumber(): string {
    return formatReceiptNumber(this.options.prefix, this.receipts + 1);
  }

  openShift(floatMinor = 10_000): Operation {
    const operation = this.record({ type: 'shift_opened', payload: { currency: 'USD', floatMinor } });
    this.shiftId = operation.id;
    return operation;
  }

  /** A cash sale at 10.00 a unit and 8 % tax. */
  sell(goods: readonly (readonly [sku: string, quantity: number])[]): OperationOf<'sale_completed'> {
    const cart = goods.map(([sku, quantity]) => ({
      sku,
      gtin: null,
      name: `Article ${sku}`,
      quantity,
      unitPrice: 1_000_000,
      taxClass: 'standard',
    }));
    const priced = priceSale(cart, { pricesIncludeTax: false, taxes: oneTaxPerClass({ standard: 80_000 }), promotions: [], date: DATE });
    const sale = completeSale({
      priced,
      currency: 'USD',
      pricesIncludeTax: false,
      cashGivenMinor: priced.totalMinor + 500,
      receiptNumber: this.nextReceiptNumber,
    });
    if (!sale.ok) throw new Error(`The sale was refused: ${sale.refusal}.`);
    return this.record({ type: 'sale_completed', payload: sale.value }) as OperationOf<'sale_completed'>;
  }

  /** Units of the first line of a sale come back. */
  takeBack(sale: OperationOf<'sale_completed'>, quantity: number, disposition: ReturnChoice['disposition'] = 'restock'): Operation {
    const [line] = returnableOfSale(saleOf(sale));
    if (line === undefined) throw new Error('The sale has no line.');
    const goods = returnGoods({
      receiptNumber: this.nextReceiptNumber,
      origin: { kind: 'sale', receiptNumber: sale.payload.receiptNumber },
      currency: 'USD',
      choices: [{ line, quantity, disposition }],
    });
    if (!goods.ok) throw new Error(`The return was refused: ${goods.refusal}.`);
    return this.record({ type: 'goods_returned', payload: goods.value });
  }

  startPicking(orders: readonly FulfillmentOrder[]): Operation {
    return this.record({
      type: 'picking_started',
      payload: {
        waveId: `wave-${this.options.registerId}-${this.operations.length}`,
        fulfillmentOrderIds: orders.map((order) => order.id),
      },
    });
  }

  /** Picks every line of an order whole, as far as it was not given up. */
  pick(order: FulfillmentOrder): Operation[] {
    return order.lines
      .filter((line) => line.quantity > line.short)
      .map((line) =>
        this.record({
          type: 'line_picked',
          payload: { fulfillmentOrderId: order.id, lineNo: line.lineNo, quantity: line.quantity - line.short },
        }),
      );
  }

  shortPick(
    order: FulfillmentOrder,
    lineNo: number,
    quantity: number,
    reason: 'not_found' | 'damaged' | 'sold_in_store' = 'not_found',
  ): Operation {
    return this.record({ type: 'line_short_picked', payload: { fulfillmentOrderId: order.id, lineNo, quantity, reason } });
  }

  pack(order: FulfillmentOrder): Operation {
    return this.record({ type: 'order_packed', payload: { fulfillmentOrderId: order.id } });
  }

  stage(order: FulfillmentOrder, stagingLocation = 'Shelf 1'): Operation {
    return this.record({ type: 'order_staged', payload: { fulfillmentOrderId: order.id, stagingLocation } });
  }

  /** Hands an order over: all that was not short when it was read, unless told. */
  handOver(order: FulfillmentOrder, lines: LeavingLine[] | null = linesHere(order), notTaken: NotTakenLine[] = []): Operation {
    const payload = { fulfillmentOrderId: order.id, verifiedBy: 'pickup_code' as const, lines, notTaken };
    return this.record({ type: 'order_handed_over', payload });
  }

  ship(order: FulfillmentOrder, trackingNumber = 'TRACK-1', lines: LeavingLine[] | null = linesHere(order)): Operation {
    return this.record({ type: 'order_shipped', payload: { fulfillmentOrderId: order.id, trackingNumber, lines } });
  }

  reject(order: FulfillmentOrder, reason: RejectReason = 'out_of_stock'): Operation {
    return this.record({ type: 'order_rejected', payload: { fulfillmentOrderId: order.id, reason } });
  }
}
