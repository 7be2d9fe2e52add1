import { Button } from '@mantine/core';
import { formatUnitPrice } from '../../../../texts/say/format-money.ts';
import { Notice } from '../../../kit/Notice.tsx';
import { words } from '../../../../texts/words/words.ts';
import type { ChangedPrice } from './changed-prices.ts';

export interface ChangedPricesNoticeProps {
  readonly changed: readonly ChangedPrice[];
  readonly currency: string;
  readonly onSeen: () => void;
}

/** Of more lines it is told how many there are. */
const MOST_SHOWN = 5;

/** Says which lines of the sale cost something else than when they came onto the counter. */
export function ChangedPricesNotice({ changed, currency, onSeen }: ChangedPricesNoticeProps) {
  if (changed.length === 0) return null;
  const more = changed.length - MOST_SHOWN;
  return (
    <Notice
      tone="info"
      action={
        <Button variant="default" onClick={onSeen}>
          {words('kit.ok')}
        </Button>
      }
    >
      <div>{words('sale.pricesChanged', { count: changed.length })}</div>
      {changed.slice(0, MOST_SHOWN).map(({ id, name, before, after }) => (
        <div key={id}>
          {words('sale.priceChanged', { name, before: formatUnitPrice(before, currency), after: formatUnitPrice(after, currency) })}
        </div>
      ))}
      {more > 0 && <div>{words('sale.pricesChangedMore', { count: more })}</div>}
    </Notice>
  );
}
