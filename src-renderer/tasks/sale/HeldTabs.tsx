import { countItems } from '../../../texts/say/count-items.ts';
import type { ReactNode } from 'react';
import { associateDocument } from '../../../domain/associates/documents.ts';
import type { HeldSale } from '../../../domain/held-sales/held-sale.ts';
import { IconPlayerPause, IconReceipt, IconShoppingCart } from '../../kit/icons.ts';
import { formatClock, formatMoment } from '../../../texts/say/format-time.ts';
import { Notice } from '../../kit/Notice.tsx';
import { useDocuments, useRegister, useView } from '../../kit/register-context.tsx';
import styles from './HeldTabs.module.css';
import type { HeldSalesState } from './use-held-sales.ts';
import { words } from '../../../texts/words/words.ts';

export interface HeldTabsProps {
  readonly sales: HeldSalesState;
  /** Opens the quotes of the store. */
  readonly onQuotes: () => void;
  /** Tabs of sales that wait for something else. */
  readonly children?: ReactNode;
}

/** The sale on the counter, and beside it those that were held: in this store, on whichever register. */
export function HeldTabs({ sales: { held, also, resume }, onQuotes, children }: HeldTabsProps) {
  const timezone = useView((view) => view.store?.timezone ?? 'UTC');
  return (
    <>
      <div className={styles.tabs} role="group" aria-label={words('counter.sales')}>
        <span className={styles.this}>
          <IconShoppingCart aria-hidden size={18} stroke={1.9} />
          {words('counter.thisSale')}
        </span>
        {held.map((one) => (
          <HeldTab key={one.id} sale={one} timezone={timezone} onResume={() => resume(one)} />
        ))}
        {children}
        <button type="button" className={styles.quotes} aria-keyshortcuts="Alt+Q" onClick={onQuotes}>
          <IconReceipt aria-hidden size={18} stroke={1.9} />
          {words('quote.title')}
        </button>
      </div>
      {also.map(({ registerId, prefix, at }) => (
        <Notice key={registerId} tone="warn">
          {words('counter.alsoResumed', { register: prefix, at: formatMoment(at, timezone) })}
        </Notice>
      ))}
    </>
  );
}

interface HeldTabProps {
  readonly sale: HeldSale;
  readonly timezone: string;
  readonly onResume: () => void;
}

function HeldTab({ sale, timezone, onResume }: HeldTabProps) {
  const { identity } = useRegister();
  const associates = useDocuments(associateDocument);
  const count = countItems(sale.lines);
  const time = formatClock(sale.at, timezone);
  const name = sale.associateId === null ? undefined : associates.get(sale.associateId)?.name;
  const what =
    sale.registerId === identity.registerId
      ? words('counter.held', { time, count })
      : words('counter.heldElsewhere', { time, count, register: sale.prefix });
  return (
    <button type="button" title={name} onClick={onResume}>
      <IconPlayerPause aria-hidden size={18} stroke={1.9} />
      {what}
    </button>
  );
}
