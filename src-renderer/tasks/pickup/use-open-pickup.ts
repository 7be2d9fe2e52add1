import { useState } from 'react';
import { fulfillmentOrderDocument } from '../../../domain/fulfillment/documents.ts';
import { checkPickupCode } from '../../../domain/fulfillment/identity.ts';
import { pickupKeyDocument } from '../../../domain/fulfillment/pickup-key.ts';
import { looksSigned, readSignedCode } from '../../../domain/fulfillment/signed-code.ts';
import type { FulfillmentOrder } from '../../../domain/fulfillment/fulfillment-order.ts';
import { useDocuments, useRegister } from '../../kit/register-context.tsx';
import { currentOf, documentsOf } from '../../kit/register-services.ts';
import { refusalSentence } from '../../kit/sentences.ts';
import { waitSentence } from './code-guesses.ts';
import { hasPickupCode, pickupsByCode, pickupsByNumber } from './pickup-list.ts';
import { ANY_ORDER, type CodeGuessCounter } from './use-code-guesses.ts';
import { words } from '../../../texts/words/words.ts';

/** What is open: an order, with the pickup code that was checked for it, or several that one code belongs to. */
export type OpenPickup =
  | { readonly kind: 'order'; readonly order: FulfillmentOrder; readonly code: string | null }
  | { readonly kind: 'choice'; readonly orders: readonly FulfillmentOrder[]; readonly code: string };

type Open =
  | { readonly kind: 'order'; readonly id: string; readonly code: string | null }
  | { readonly kind: 'choice'; readonly ids: readonly string[]; readonly code: string };

export interface OpenPickups {
  /** Null when nothing is open. */
  readonly open: OpenPickup | null;
  /** Opens an order. @param code is at hand for the handover if it is the order's pickup code. */
  show(order: FulfillmentOrder, code: string | null): void;
  /** The pickup code of the open order was checked; null when it has to be checked again. */
  keepCode(code: string | null): void;
  close(): void;
  /**
   * Opens what a whole code belongs to, or offers the choice. Hands nothing over.
   * @param counts whether a code that belongs to nothing counts as a guess.
   * @returns null, or why nothing was opened.
   */
  find(code: string, counts: boolean): Promise<string | null>;
}

/** Which pickup is open, and how codes open one. */
export function useOpenPickup(guesses: CodeGuessCounter): OpenPickups {
  const { catalog, view, recallOrders } = useRegister();
  const orders = useDocuments(fulfillmentOrderDocument);
  const [open, setOpen] = useState<Open | null>(null);

  function opened(): OpenPickup | null {
    if (open?.kind === 'choice') return { kind: 'choice', orders: open.ids.flatMap((id) => orders.get(id) ?? []), code: open.code };
    const order = open === null ? undefined : orders.get(open.id);
    return open === null || order === undefined ? null : { kind: 'order', order, code: open.code };
  }

  const keys = () => documentsOf(view.getState(), pickupKeyDocument).values();

  function show(order: FulfillmentOrder, code: string | null): void {
    setOpen({ kind: 'order', id: order.id, code: code !== null && hasPickupCode(order, code, keys()) ? code : null });
  }

  function byNumber(code: string): FulfillmentOrder[] {
    return pickupsByNumber(documentsOf(view.getState(), fulfillmentOrderDocument).values(), code);
  }

  /** Opens the order of a signed code. It is nobody's guess: who has made it up is told so, as often as they like. */
  async function findSigned(code: string): Promise<string | null> {
    const read = readSignedCode(code, keys());
    if (!read.ok) return refusalSentence(read.refusal);
    const { orderNumber, codeId } = read.value;
    const here = byNumber(orderNumber);
    const found = here.length === 0 && (await recallOrders(orderNumber)) ? byNumber(orderNumber) : here;
    const order = found.find((one) => one.pickupCodeId === codeId) ?? found[0];
    if (order === undefined) return words('pickup.noOrderOfCode', { number: orderNumber });
    show(order, code);
    const checked = checkPickupCode(order, code, keys());
    return checked.ok ? null : refusalSentence(checked.refusal);
  }

  async function find(code: string, counts: boolean): Promise<string | null> {
    if (looksSigned(code)) return findSigned(code);
    const wait = guesses.waitOf(ANY_ORDER);
    const byCode = wait > 0 ? [] : pickupsByCode(currentOf(view.getState(), fulfillmentOrderDocument).values(), code);
    const here = [...new Set([...byNumber(code), ...byCode])];
    const found = here.length === 0 && (await recallOrders(code)) ? byNumber(code) : here;
    const [first] = found;
    if (first === undefined) {
      if (wait > 0) return waitSentence(wait);
      // An article is nobody's guess at a code.
      if (counts && catalog.lookup(code) === undefined) guesses.wrong(ANY_ORDER);
      return words('pickup.unknownCode', { code: code.trim() });
    }
    if (byCode.length > 0) guesses.right(ANY_ORDER);
    if (found.length === 1) show(first, code);
    else setOpen({ kind: 'choice', ids: found.map((order) => order.id), code });
    return null;
  }

  return {
    open: opened(),
    show,
    keepCode(code) {
      if (open?.kind === 'order') setOpen({ ...open, code });
    },
    close: () => setOpen(null),
    find,
  };
}
