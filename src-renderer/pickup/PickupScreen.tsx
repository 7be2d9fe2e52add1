import { useMemo, useState } from 'react';
import { ListAndDetail } from '../app/ListAndDetail.tsx';
import { Empty, Notice } from '../app/Notice.tsx';
import { useView } from '../app/register-context.tsx';
import { Screen } from '../app/Screen.tsx';
import { useScanner } from '../scanner/use-scanner.ts';
import { findPickup } from './pickup-list.ts';
import { PickupDetail } from './PickupDetail.tsx';
import { PickupList } from './PickupList.tsx';

/** Online orders that customers fetch: prepare, stage, hand over. */
export function PickupScreen() {
  const orders = useView((view) => view.fulfillmentOrders);
  const complete = useView((view) => view.complete);
  const [search, setSearch] = useState('');
  const [openId, setOpenId] = useState<string | null>(null);
  const [scanned, setScanned] = useState<string | null>(null);
  const open = openId === null ? undefined : orders.get(openId);

  function show(id: string | null, code: string | null = null): void {
    setOpenId(id);
    setScanned(code);
  }

  function find(code: string): boolean {
    const order = findPickup(orders.values(), code);
    if (order === undefined) return false;
    // A pickup code that was scanned is at hand for the handover; an order number is not a code.
    show(order.id, order.orderNumber.toUpperCase() === code.trim().toUpperCase() ? null : code);
    return true;
  }

  useScanner((code) => (find(code) ? null : `No pickup in this store has the code ${code}.`));

  const list = useMemo(() => [...orders.values()], [orders]);
  return (
    <Screen title="Pickup">
      {!complete && <Notice tone="info">Orders are still being loaded. What is here already can be worked on.</Notice>}
      <ListAndDetail
        isOpen={open !== undefined}
        list={<PickupList orders={list} search={search} onSearch={setSearch} openId={open?.id ?? null} onOpen={show} onEnter={find} />}
        detail={
          open === undefined ? (
            <Empty title="Choose an order">Or scan its number or the customer’s pickup code.</Empty>
          ) : (
            <PickupDetail key={open.id} order={open} scannedCode={scanned} onFind={find} onClose={() => (show(null), setSearch(''))} />
          )
        }
      />
    </Screen>
  );
}
