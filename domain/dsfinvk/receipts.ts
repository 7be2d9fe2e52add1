import type { AnyOperation } from '../base/envelope.ts';
import type { GoodsExchanged } from '../exchanges/exchange.ts';
import { goodsExchanged, pickupExchanged } from '../exchanges/operations.ts';
import type { PickupExchanged } from '../exchanges/pickup-exchange.ts';
import { backOf, exchangeAtPickup, soldOf as saleIn } from '../exchanges/parts-of.ts';
import { cardPaymentEnded, cardRefundStarted } from '../payments/operations.ts';
import { goodsReturned } from '../returns/operations.ts';
import type { GoodsReturned } from '../returns/return.ts';
import { saleCleared, saleCompleted } from '../sale/operations.ts';
import type { SaleCompleted } from '../sale/sale.ts';
import type { SaleCleared } from '../sale/undone.ts';
import { movedIn } from '../shift/cash-movement.ts';
import { cashMoved, drawerHandedOver, drawerOpened, shiftClosed, shiftOpened, trainingStarted } from '../shift/operations.ts';
import { OF_MOVEMENT } from './business-case.ts';
import { orNone, paymentsOf, refundsOf, type SchemeOf } from './payments.ts';
import { returnedPositions, soldPositions } from './positions.ts';
import { plainPosition, type Position, type Receipt } from './receipt.ts';
import { NOT_TAXABLE, type VatKeys } from './vat-keys.ts';

type Told = Pick<Receipt, 'positions' | 'payments'> & Partial<Receipt>;

const NUMBER = /\d+$/;

/** Receipts have the number that is printed on them; the rest has its place in the journal. */
function numberOf(printed: string | null, seq: number): number {
  return printed === null ? seq : Number(NUMBER.exec(printed)?.[0] ?? seq);
}

function soldOf(sale: SaleCompleted, keys: VatKeys, schemeOf: SchemeOf): Told {
  const { receiptNumber: printed, customerId, tenders, currency, begunAt } = sale;
  const payments = tenders.flatMap((one) => paymentsOf(one, currency, schemeOf));
  return { printed, customerId, begunAt, positions: soldPositions(keys, sale), payments: orNone(payments, currency) };
}

function returnedOf(refund: GoodsReturned, keys: VatKeys, schemeOf: SchemeOf): Told {
  const { receiptNumber: printed, customerId, tenders, currency, isVoid, origin } = refund;
  const payments = tenders.flatMap((one) => refundsOf(one, schemeOf));
  const takesBack = origin.kind === 'sale' ? origin.receiptNumber : null;
  return { printed, customerId, isVoid, takesBack, positions: returnedPositions(keys, refund), payments: orNone(payments, currency) };
}

/** Both parts of an exchange on one receipt, what came back first. */
function exchangedOf(exchange: GoodsExchanged, keys: VatKeys, schemeOf: SchemeOf): Told {
  const [back, sold] = [returnedOf(backOf(exchange), keys, schemeOf), soldOf(saleIn(exchange), keys, schemeOf)];
  const payments = [...back.payments, ...sold.payments].filter(({ type }) => type !== 'Keine');
  const customerId = sold.customerId ?? back.customerId ?? null;
  const positions = [...back.positions, ...sold.positions];
  return { ...back, ...sold, takesBack: back.takesBack ?? null, customerId, positions, payments: orNone(payments, exchange.currency) };
}

/** A sale at pickup, with what it was exchanged for where the customer did not take all of their order. */
function atPickupOf(pickup: PickupExchanged, keys: VatKeys, schemeOf: SchemeOf): Told {
  const exchange = exchangeAtPickup(pickup);
  return exchange === null ? soldOf(saleIn(pickup), keys, schemeOf) : exchangedOf(exchange, keys, schemeOf);
}

/** A sale that was given up has its goods, and no money: nothing was sold. */
function clearedOf({ lines, reason, currency }: SaleCleared): Told {
  const positions = lines.map(({ sku, quantity, unitPrice }): Position => {
    return { ...plainPosition('Umsatz', 0, NOT_TAXABLE), text: sku, sku, quantity: quantity * 1_000, unitPrice };
  });
  return { type: 'AVBelegabbruch', positions, payments: orNone([], currency), note: reason ?? '' };
}

/** Cash that moved without goods. */
function cashOf(position: Position, currency: string, note = ''): Told {
  const { grossMinor } = position.amount;
  const payments = [{ type: 'Bar', name: 'cash', currency, amountMinor: grossMinor, baseMinor: grossMinor } as const];
  return { positions: [position], payments, note };
}

/** What an operation of a drawer tells; null for one of something else. */
function drawerOf(operation: AnyOperation, currency: string): Told | null {
  if (shiftOpened.is(operation)) return cashOf(plainPosition('Anfangsbestand', operation.payload.floatMinor, NOT_TAXABLE), currency);
  if (shiftClosed.is(operation) || drawerHandedOver.is(operation)) {
    const { countedMinor, expectedMinor, reason } = operation.payload;
    return cashOf(plainPosition('DifferenzSollIst', countedMinor - expectedMinor, NOT_TAXABLE), currency, reason ?? '');
  }
  if (cashMoved.is(operation)) {
    const { kind, reason, bag } = operation.payload;
    return cashOf(
      plainPosition(OF_MOVEMENT[kind], movedIn(operation.payload), NOT_TAXABLE, { caseName: reason ?? '' }),
      currency,
      bag ?? '',
    );
  }
  // What somebody practised is recorded nowhere; that they did, and when, is.
  if (trainingStarted.is(operation)) return { type: 'AVTraining', positions: [], payments: orNone([], currency) };
  if (!drawerOpened.is(operation)) return null;
  return { type: 'AVSonstige', positions: [], payments: orNone([], currency), note: operation.payload.reason };
}

/** The brand of each card payment and card refund that these operations tell, by its id. */
function schemesOf(operations: readonly AnyOperation[]): SchemeOf {
  const schemes = new Map<string, string | null>();
  for (const operation of operations) {
    if (cardPaymentEnded.is(operation) && operation.payload.outcome === 'approved')
      schemes.set(operation.payload.paymentId, operation.payload.approval.scheme);
    if (cardRefundStarted.is(operation)) schemes.set(operation.payload.refundId, schemes.get(operation.payload.paymentId) ?? null);
  }
  return (reference) => (reference === null ? null : (schemes.get(reference) ?? null));
}

/**
 * The receipts of one shift.
 * @param operations of the shift, in the order of the journal. @param currency of the shift. @param keys gets a key for each rate.
 */
export function receiptsOf(operations: readonly AnyOperation[], currency: string, keys: VatKeys): Receipt[] {
  const schemeOf = schemesOf(operations);
  const toldBy = (operation: AnyOperation): Told | null => {
    if (saleCompleted.is(operation)) return soldOf(operation.payload, keys, schemeOf);
    if (goodsReturned.is(operation)) return returnedOf(operation.payload, keys, schemeOf);
    if (goodsExchanged.is(operation)) return exchangedOf(operation.payload, keys, schemeOf);
    if (pickupExchanged.is(operation)) return atPickupOf(operation.payload, keys, schemeOf);
    if (saleCleared.is(operation)) return clearedOf(operation.payload);
    return drawerOf(operation, currency);
  };
  return operations.flatMap((operation): Receipt[] => {
    const told = toldBy(operation);
    if (told === null) return [];
    const { id, seq, at, associateId } = operation;
    const rest = { type: 'Beleg', printed: null, isVoid: false, customerId: null, begunAt: null, note: '', takesBack: null } as const;
    return [{ ...rest, ...told, id, at, associateId, number: numberOf(told.printed ?? null, seq) }];
  });
}
