import type { StoreReader } from '../base/define-document.ts';
import type { RequestFor } from '../base/define-operation.ts';
import type { Effect } from '../base/effect.ts';
import type { Refusal } from '../base/refusal.ts';
import { accept, refuse, type Result } from '../base/result.ts';
import { raiseException } from '../exceptions/raise.ts';
import { departureOf, linesLeaving } from './departure.ts';
import { type FulfillmentOrder, type FulfillmentState, hasEnded } from './fulfillment-order.ts';
import { checkPickupCode, type IdentityDocument, type Proof, proofFault } from './identity.ts';
import { leaveStore } from './leave-store.ts';
import { haveLeft, onOrder } from './on-order.ts';
import type { PickupKey } from './pickup-key.ts';
import type { SignatureRule } from './pickup-signature.ts';
import type { NotTakenLine, NotTakenReason, OrderHandedOver } from './payloads.ts';

/** Units of one line that the customer was shown and does not take, by line and reason. */
export interface NotTaken {
  readonly lineNo: number;
  readonly reason: NotTakenReason;
  readonly quantity: number;
}

/** What is picked of an order, parted into what leaves and what stays; null where more would stay than there is. */
function partOf(order: FulfillmentOrder, notTaken: readonly NotTaken[]): Pick<OrderHandedOver['payload'], 'lines' | 'notTaken'> | null {
  const left = new Map(linesLeaving(order).map((line) => [line.lineNo, line]));
  const stays: NotTakenLine[] = [];
  for (const { lineNo, reason, quantity } of notTaken) {
    const line = left.get(lineNo);
    if (line === undefined || !Number.isSafeInteger(quantity) || quantity < 1 || quantity > line.quantity) return null;
    left.set(lineNo, { ...line, quantity: line.quantity - quantity });
    stays.push({ lineNo, sku: line.sku, quantity, reason });
  }
  return { lines: [...left.values()].filter((line) => line.quantity > 0), notTaken: stays };
}

/** How it is recorded that somebody may fetch an order: a signed code by its id, the short one not at all. */
function proven(
  order: FulfillmentOrder,
  proof: Proof,
  keys: Iterable<PickupKey>,
): Pick<OrderHandedOver['payload'], 'verifiedBy' | 'documentKind' | 'codeId'> {
  const checked = 'code' in proof ? checkPickupCode(order, proof.code, keys) : accept(null);
  const codeId = checked.ok ? checked.value : null;
  return {
    verifiedBy: proof.by === 'pickup_code' && codeId !== null ? 'order_confirmation' : proof.by,
    documentKind: 'document' in proof ? proof.document : null,
    codeId,
  };
}

/**
 * Hands a ready pickup to whoever shows that it is theirs to fetch.
 * @param accepted the documents that the company lets count.
 * @param notTaken what the customer does not take: no line more than was picked of it.
 * @param keys those of the company, by which signed codes are checked.
 * @param signature whether the customer has to sign for what they take, and the id of what they signed; null where they did not.
 */
export function handOverOrder(
  order: FulfillmentOrder,
  proof: Proof,
  accepted: readonly IdentityDocument[],
  notTaken: readonly NotTaken[] = [],
  keys: readonly PickupKey[] = [],
  signature: { readonly rule: SignatureRule; readonly proofId: string | null } = { rule: 'none', proofId: null },
): Result<RequestFor<OrderHandedOver>, Refusal> {
  if (hasEnded(order)) return refuse('order_has_ended');
  if (order.state.status !== 'ready') return refuse('not_ready');
  const fault = proofFault(order, proof, accepted, keys);
  if (fault !== null) return refuse(fault);
  const parts = partOf(order, notTaken);
  if (parts === null) return refuse('quantity_not_valid');
  const takesNothing = parts.lines?.length === 0;
  if (signature.rule === 'required' && signature.proofId === null && !takesNothing) return refuse('signature_missing');
  return accept({
    type: 'order_handed_over',
    payload: {
      fulfillmentOrderId: order.id,
      proofId: takesNothing ? null : signature.proofId,
      ...proven(order, proof, keys),
      ...parts,
    },
  });
}

/** Where the order stands after it. A customer who took nothing has cancelled it; what was refused waits to be put back. */
function stateAfter(order: FulfillmentOrder, { at, payload }: OrderHandedOver): FulfillmentState {
  const { lines, notTaken } = payload;
  const stagingLocation = order.state.status === 'ready' ? order.state.stagingLocation : null;
  const putBack = notTaken.some((line) => line.reason === 'refused') ? { putBack: { stagingLocation } } : {};
  const tookNothing = lines !== null && lines.length === 0 && notTaken.length > 0;
  return tookNothing ? { status: 'cancelled', ...putBack, at } : { status: 'handed_over', ...putBack, at };
}

/** Whether a customer was shown the goods and left some or all of them: what was broken is off the book by then. */
function wasDeclined(order: FulfillmentOrder): boolean {
  return order.lines.some(({ refused = 0, damaged = 0 }) => refused + damaged > 0);
}

/** Whether the signed code that was shown had opened the order before. */
function wasUsed({ usedCodeId }: FulfillmentOrder, { payload: { codeId } }: OrderHandedOver): boolean {
  return codeId !== null && codeId === usedCodeId;
}

/**
 * The signed code that was shown had been withdrawn by then, which a register that was cut off could not know: the goods have left, and
 * somebody asks whether the right customer has them (rule J5).
 */
function askAboutCode(reader: StoreReader, order: FulfillmentOrder, operation: OrderHandedOver): Effect[] {
  const { codeId } = operation.payload;
  if (codeId === null || order.pickupCodeId === undefined || order.pickupCodeId === codeId) return [];
  return [
    raiseException(reader, operation, {
      kind: 'handed_over_on_withdrawn_code',
      about: order.id,
      subject: order.orderNumber,
      goods: [],
      facts: { order: order.orderNumber, associate: operation.associateId ?? '' },
    }),
  ];
}

function handOverOnce(reader: StoreReader, order: FulfillmentOrder, operation: OrderHandedOver): Effect[] {
  if (!haveLeft(order) && !wasDeclined(order)) {
    return [...leaveStore(reader, order, operation, stateAfter(order, operation)), ...askAboutCode(reader, order, operation)];
  }
  return [
    raiseException(reader, operation, {
      kind: 'handed_over_twice',
      about: `${order.id}:${operation.id}`,
      subject: order.orderNumber,
      goods: departureOf(order, operation.payload.lines).goods,
      facts: { order: order.orderNumber, code: wasUsed(order, operation) ? 'used' : 'other' },
    }),
  ];
}

/** The goods left the store with their customer; a second time is an exception (rule J5). */
export function applyOrderHandedOver(reader: StoreReader, operation: OrderHandedOver): Effect[] {
  return onOrder(reader, operation, operation.payload.fulfillmentOrderId, (order) => handOverOnce(reader, order, operation));
}
