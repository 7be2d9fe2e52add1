import { fulfillmentOrderDocument } from '../../../domain/fulfillment/documents.ts';
import { useEffect, useMemo, useState } from 'react';
import type { FulfillmentOrder } from '../../../domain/fulfillment/fulfillment-order.ts';
import { linesToPutBack } from '../../../domain/fulfillment/put-back.ts';
import { ListAndDetail } from '../../kit/ListAndDetail.tsx';
import { Empty, Notice } from '../../kit/Notice.tsx';
import { useDocuments, useRegister, useView } from '../../kit/register-context.tsx';
import { Screen } from '../../kit/Screen.tsx';
import { createSearchPreparation } from '../../catalog/prepare-search.ts';
import { PutBackList } from '../picking/PutBackList.tsx';
import { inPickingOrder } from '../picking/wave-list.ts';
import { soundRefusal } from '../../kit/scanner/sound-refusal.ts';
import { useScanner } from '../../kit/scanner/use-scanner.ts';
import { waitSentence } from './code-guesses.ts';
import { pickupIndexOf } from './pickup-index.ts';
import { hasPickupCode, pickupsByCode, pickupsByNumber } from './pickup-list.ts';
import { PickupChoice } from './PickupChoice.tsx';
import { PickupDetail } from './PickupDetail.tsx';
import { PickupList } from './PickupList.tsx';
import { ANY_ORDER, useCodeGuesses } from './use-code-guesses.ts';

const prepareSearch = createSearchPreparation();

/** What is open: an order, with the pickup code that was checked for it, or several that one code belongs to. */
type Open =
  | { readonly kind: 'order'; readonly id: string; readonly code: string | null }
  | { readonly kind: 'choice'; readonly ids: readonly string[]; readonly code: string };

/** Online orders that customers fetch: prepare, stage, hand over. */
export function PickupScreen() {
  const register = useRegister();
  const orders = useDocuments(fulfillmentOrderDocument);
  const complete = useView((view) => view.complete);
  const [search, setSearch] = useState('');
  const [open, setOpen] = useState<Open | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const guesses = useCodeGuesses();
  const index = pickupIndexOf(register);
  const toPutBack = useMemo(
    () => inPickingOrder([...orders.values()].filter((order) => order.kind === 'pickup' && linesToPutBack(order).length > 0)),
    [orders],
  );
  const groups = useMemo(() => index.groups(orders, search), [index, orders, search]);
  useEffect(() => prepareSearch(index), [index, orders]);

  /** Opens an order; a pickup code that belongs to it is at hand for the handover. */
  function show(order: FulfillmentOrder, code: string): void {
    setOpen({ kind: 'order', id: order.id, code: hasPickupCode(order, code) ? code : null });
  }

  /**
   * Opens what a whole code belongs to, or offers the choice. Hands nothing over.
   * @returns null, or why nothing was opened.
   */
  function find(code: string, counts = true): string | null {
    setProblem(null);
    const wait = guesses.waitOf(ANY_ORDER);
    const byCode = wait > 0 ? [] : pickupsByCode(orders.values(), code);
    const found = [...new Set([...pickupsByNumber(orders.values(), code), ...byCode])];
    const [first] = found;
    if (first === undefined) {
      if (wait > 0) return waitSentence(wait);
      // An article is nobody's guess at a code.
      if (counts && register.catalog.lookup(code) === undefined) guesses.wrong(ANY_ORDER);
      return `No pickup in this store has the code ${code.trim()}.`;
    }
    if (byCode.length > 0) guesses.right(ANY_ORDER);
    if (found.length === 1) show(first, code);
    else setOpen({ kind: 'choice', ids: found.map((order) => order.id), code });
    return null;
  }

  /** Enter in the search: a whole number or code opens its order, and so does a search that finds one alone. */
  function enter(): void {
    if (search.trim() === '') return;
    const listed = groups.flatMap((group) => group.orders);
    const [only] = listed;
    const refusal = find(search, listed.length === 0 || /\d/.test(search));
    if (refusal === null) return setSearch('');
    if (only !== undefined && listed.length === 1) return setOpen({ kind: 'order', id: only.id, code: null });
    if (listed.length > 0) return;
    setProblem(refusal);
    soundRefusal();
  }

  useScanner((code) => find(code));

  const order = open?.kind === 'order' ? orders.get(open.id) : undefined;
  const choice = open?.kind === 'choice' ? open.ids.flatMap((id) => orders.get(id) ?? []) : [];

  function detail() {
    if (open?.kind === 'choice')
      return <PickupChoice orders={choice} onChoose={(one) => show(one, open.code)} onClose={() => setOpen(null)} />;
    if (open === null || order === undefined)
      return <Empty title="Choose an order">Or scan its number or the customer’s pickup code.</Empty>;
    return (
      <PickupDetail
        key={order.id}
        order={order}
        code={open.code}
        guesses={guesses}
        onCode={(code) => setOpen({ ...open, code })}
        onFind={find}
        onClose={() => (setOpen(null), setSearch(''))}
      />
    );
  }

  return (
    <Screen title="Pickup">
      {!complete && <Notice tone="info">Orders are still being loaded. What is here already can be worked on.</Notice>}
      <PutBackList orders={toPutBack} />
      <ListAndDetail
        isOpen={order !== undefined || choice.length > 0}
        list={
          <PickupList
            groups={groups}
            search={search}
            problem={problem}
            onSearch={(text) => (setSearch(text), setProblem(null))}
            openId={order?.id ?? null}
            onOpen={(id) => setOpen({ kind: 'order', id, code: null })}
            onEnter={enter}
          />
        }
        detail={detail()}
      />
    </Screen>
  );
}
