import { useEffect, useMemo, useState } from 'react';
import type { FulfillmentOrder } from '../../../domain/fulfillment/fulfillment-order.ts';
import { fulfillmentOrderDocument } from '../../../domain/fulfillment/documents.ts';
import { pickupPromise } from '../../../domain/fulfillment/settings.ts';
import { linesToPutBack } from '../../../domain/fulfillment/put-back.ts';
import { createSearchPreparation } from '../../catalog/prepare-search.ts';
import { ListAndDetail } from '../../kit/ListAndDetail.tsx';
import { Empty, Notice } from '../../kit/Notice.tsx';
import { useCurrent, useDocuments, useRegister, useSetting, useView } from '../../kit/register-context.tsx';
import { soundRefusal } from '../../kit/scanner/scan-sounds.ts';
import { useScanner } from '../../kit/scanner/use-scanner.ts';
import { Screen } from '../../kit/Screen.tsx';
import { PutBackList } from '../picking/PutBackList.tsx';
import { inPickingOrder } from '../picking/wave-list.ts';
import { pickupIndexOf } from './pickup-index.ts';
import { PickupChoice } from './PickupChoice.tsx';
import { NewNotice } from './NewNotice.tsx';
import { PickupDetail } from './PickupDetail.tsx';
import { PickupList } from './PickupList.tsx';
import { useCodeGuesses } from './use-code-guesses.ts';
import { useOpenPickup } from './use-open-pickup.ts';
import { words } from '../../../texts/words/words.ts';

const prepareSearch = createSearchPreparation();

/** Pickups that ended with goods in hand. */
function useToPutBack(): readonly FulfillmentOrder[] {
  const current = useCurrent(fulfillmentOrderDocument);
  return useMemo(
    () => inPickingOrder([...current.values()].filter((order) => order.kind === 'pickup' && linesToPutBack(order).length > 0)),
    [current],
  );
}

/** Online orders that customers fetch: prepare, stage, hand over. */
export function PickupScreen() {
  const register = useRegister();
  const orders = useDocuments(fulfillmentOrderDocument);
  const complete = useView((view) => view.complete);
  const [search, setSearch] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  const guesses = useCodeGuesses();
  const { open, show, keepCode, close, ...pickups } = useOpenPickup(guesses);
  const index = pickupIndexOf(register);
  const toPutBack = useToPutBack();
  const minutes = useSetting(pickupPromise);
  const groups = useMemo(() => index.groups(orders, search, minutes), [index, orders, search, minutes]);
  useEffect(() => prepareSearch(index), [index, orders]);

  function find(code: string, counts = true): Promise<string | null> {
    setProblem(null);
    return pickups.find(code, counts);
  }

  /** Enter in the search: a whole number or code opens its order, and so does a search that finds one alone. */
  async function enter(): Promise<void> {
    if (search.trim() === '') return;
    const listed = groups.flatMap((group) => group.orders);
    const [only] = listed;
    const refusal = await find(search, listed.length === 0 || /\d/.test(search));
    if (refusal === null) return setSearch('');
    if (only !== undefined && listed.length === 1) return show(only, null);
    if (listed.length > 0) return;
    setProblem(refusal);
    soundRefusal();
  }

  useScanner((code) => find(code));

  function detail() {
    if (open === null) return <Empty title={words('pickup.choose')}>{words('pickup.orScan')}</Empty>;
    if (open.kind === 'choice') return <PickupChoice orders={open.orders} onChoose={(order) => show(order, open.code)} onClose={close} />;
    return (
      <PickupDetail
        key={open.order.id}
        order={open.order}
        code={open.code}
        guesses={guesses}
        onCode={keepCode}
        onFind={find}
        onClose={() => (close(), setSearch(''))}
      />
    );
  }

  return (
    <Screen title={words('task.pickup')}>
      {!complete && <Notice tone="info">{words('pickup.loading')}</Notice>}
      <NewNotice />
      <PutBackList orders={toPutBack} />
      <ListAndDetail
        isOpen={open !== null && (open.kind === 'order' || open.orders.length > 0)}
        list={
          <PickupList
            groups={groups}
            search={search}
            problem={problem}
            onSearch={(text) => (setSearch(text), setProblem(null))}
            openId={open?.kind === 'order' ? open.order.id : null}
            onOpen={(order) => show(order, null)}
            onEnter={() => void enter()}
          />
        }
        detail={detail()}
      />
    </Screen>
  );
}
