import { useMemo, useState } from 'react';
import { ListAndDetail } from '../app/ListAndDetail.tsx';
import { Empty, Notice } from '../app/Notice.tsx';
import { useView } from '../app/register-context.tsx';
import { Screen } from '../app/Screen.tsx';
import { useScanner } from '../app/use-scanner.ts';
import { soundRefusal } from '../picking/sound-refusal.ts';
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
  const [unknown, setUnknown] = useState<string | null>(null);
  const open = openId === null ? undefined : orders.get(openId);

  function show(id: string | null, code: string | null = null): void {
    setOpenId(id);
    setScanned(code);
    setUnknown(null);
  }

  function find(code: string): boolean {
    const order = findPickup(orders.values(), code);
    if (order === undefined) return false;
    // A pickup code that was scanned is at hand for the handover; an order number is not a code.
    show(order.id, order.orderNumber.toUpperCase() === code.trim().toUpperCase() ? null : code);
    return true;
  }

  useScanner((code) => {
    if (open !== undefined) return;
    if (find(code)) return;
    setUnknown(code);
    soundRefusal();
  });

  const list = useMemo(() => [...orders.values()], [orders]);
  return (
    <Screen title="Pickup">
      {!complete && <Notice tone="info">Orders are still being loaded. What is here already can be worked on.</Notice>}
      {unknown !== null && <Notice tone="bad">No pickup in this store has the code {unknown}.</Notice>}
      <ListAndDetail
        isOpen={open !== undefined}
        list={<PickupList orders={list} search={search} onSearch={(text) => (setSearch(text), setUnknown(null))} openId={open?.id ?? null} onOpen={show} onEnter={find} />}
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
