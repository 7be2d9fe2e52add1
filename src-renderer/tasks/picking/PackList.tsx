import { Button } from '@mantine/core';
import { type ReactNode, useRef, useState } from 'react';
import { toteDocument, waveDocument } from '../../../domain/fulfillment/documents.ts';
import type { FulfillmentOrder } from '../../../domain/fulfillment/fulfillment-order.ts';
import { totePrefix } from '../../../domain/fulfillment/settings.ts';
import { toteId, toteOf } from '../../../domain/fulfillment/tote.ts';
import type { Wave } from '../../../domain/fulfillment/wave.ts';
import { Empty } from '../../kit/Notice.tsx';
import { useDocuments, useReader, useRegister, useSetting, useView } from '../../kit/register-context.tsx';
import { useKeepFocus } from '../../kit/use-keep-focus.ts';
import { useRecordDraft } from '../../kit/use-record-draft.ts';
import { useScanner } from '../../kit/scanner/use-scanner.ts';
import { words } from '../../../texts/words/words.ts';
import { CodeField } from './CodeField.tsx';
import { PackCard } from './PackCard.tsx';
import { PackDesk } from './PackDesk.tsx';
import { type PackingDraft, packingDrafts } from './packing-draft.ts';
import styles from './Picking.module.css';
import { Saying } from './Saying.tsx';
import { contentOf, letterOf } from './tote-words.ts';
import { type Steps, useSteps } from './use-steps.ts';

const SHOWN = 50;

export interface PackListProps {
  readonly orders: readonly FulfillmentOrder[];
  readonly toShip: number;
  readonly onShip: () => void;
}

/** Picked orders. One is opened by its button, by its number or by the scan of its tote, and packed at the desk. */
export function PackList({ orders, toShip, onShip }: PackListProps) {
  const steps = useSteps();
  const { shown, now, write } = useRecordDraft('packing', packingDrafts);
  const waves = useDocuments(waveDocument);
  const [openId, setOpenId] = useState<string | null>(null);
  const [scanned, setScanned] = useState<readonly string[]>([]);
  const { refuseTote } = useToteWords();
  const open = orders.find((order) => order.id === openId);
  const inTote = (code: string) => orders.filter((order) => order.totes?.includes(code) === true);

  /** Takes the scan of a tote. @returns why it was refused, or null. */
  function takeTote(code: string): string | null {
    const held = inTote(code);
    if (held.length === 0) return refuseTote(code);
    steps.clearMessage();
    setScanned([...scanned.filter((one) => one !== code), code]);
    if (open === undefined || !held.includes(open)) setOpenId(held[0]?.id ?? null);
    return null;
  }

  function setDraft(id: string, draft: PackingDraft | null): void {
    const { [id]: _, ...others } = now.current;
    write(draft === null ? others : { ...others, [id]: [...draft] });
  }

  if (open !== undefined) {
    return (
      <PackDesk
        key={open.id}
        order={open}
        letter={open.totes === undefined ? null : letterOf(waves.values(), open.id)}
        scanned={scanned}
        onTote={takeTote}
        mixedWith={[...new Set((open.totes ?? []).flatMap(inTote))].filter((other) => other !== open)}
        draft={shown[open.id] ?? []}
        onDraft={(draft) => setDraft(open.id, draft)}
        steps={steps}
        onClose={() => setOpenId(null)}
      />
    );
  }
  return (
    <ToPack orders={orders} waves={waves} steps={steps} onTote={takeTote} onOpen={(order) => setOpenId(order.id)}>
      {orders.length === 0 && (
        <Empty title={words('picking.nothingToPack')}>
          {toShip > 0 && (
            <Button size="lg" onClick={onShip}>
              {words('picking.shipOrders', { count: toShip })}
            </Button>
          )}
        </Empty>
      )}
    </ToPack>
  );
}

/** Says what a tote holds that is not to be packed. */
function useToteWords() {
  const { identity } = useRegister();
  const reader = useReader();
  const timezone = useView((view) => view.store?.timezone ?? 'UTC');
  return {
    refuseTote(code: string): string {
      const tote = reader.get(toteDocument, toteId(identity.storeId, code));
      if (tote === undefined || tote.goods.length === 0) return words('picking.toteIsEmpty', { code });
      return words('picking.notToPack', { ...contentOf(tote, timezone) });
    },
  };
}

interface ToPackProps {
  readonly orders: readonly FulfillmentOrder[];
  readonly waves: ReadonlyMap<string, Wave>;
  readonly steps: Steps;
  readonly onTote: (code: string) => string | null;
  readonly onOpen: (order: FulfillmentOrder) => void;
  readonly children: ReactNode;
}

/** The orders that wait to be packed. */
function ToPack({ orders, waves, steps, onTote, onOpen, children }: ToPackProps) {
  const sheet = useRef<HTMLDivElement>(null);
  useKeepFocus(sheet, steps.busy);
  const prefix = useSetting(totePrefix);

  function scan(code: string): string | null {
    const tote = toteOf(prefix, code);
    if (tote !== null) return onTote(tote);
    const named = orders.find((order) => order.orderNumber.toUpperCase() === code.trim().toUpperCase());
    if (named === undefined) return words('picking.notToOpen', { code });
    onOpen(named);
    return null;
  }
  useScanner(scan);

  return (
    <div className={styles.sheet} ref={sheet}>
      <Saying steps={steps} />
      {orders.length > 0 && (
        <CodeField
          label={prefix === '' ? words('picking.scanOrderToPack') : words('picking.scanToteToPack')}
          action={words('picking.openTote')}
          onCode={(code) => {
            const refusal = scan(code);
            if (refusal !== null) steps.say('bad', refusal);
          }}
        />
      )}
      {children}
      <ul className={styles.cards} aria-label={words('picking.toPack')}>
        {orders.slice(0, SHOWN).map((order) => (
          <PackCard
            key={order.id}
            order={order}
            letter={order.totes === undefined ? null : letterOf(waves.values(), order.id)}
            onOpen={() => onOpen(order)}
          />
        ))}
      </ul>
    </div>
  );
}
