import { Button } from '@mantine/core';
import { dateInZone } from '../../domain/base/zoned-date.ts';
import type { PricesPage } from '../../domain/price-lists/price-list-protocol.ts';
import { formatUnitPrice } from '../../texts/say/format-money.ts';
import { ownZone } from '../../texts/say/format-time.ts';
import { words } from '../../texts/words/words.ts';
import office from '../base/Office.module.css';
import { TwoSteps } from '../base/TwoSteps.tsx';
import { listState } from './list-state.ts';
import { datesWords } from './PriceListRow.tsx';

export interface PriceRowProps {
  readonly price: PricesPage['items'][number];
  readonly currency: string;
  readonly busy: boolean;
  readonly onChange: () => void;
  readonly onDelete: () => void;
}

/** A price: what an article costs, from when to when, and what more of it cost. */
export function PriceRow({ price, currency, busy, onChange, onDelete }: PriceRowProps) {
  const { sku, name, unitPrice, breaks, catalogPrice } = price;
  const money = (amount: number) => formatUnitPrice(amount, currency);
  const article = `${name} ${datesWords(price)}`;
  return (
    <li className={office.handOff} aria-label={article}>
      <div>
        <strong>
          <bdi>{name}</bdi>
        </strong>{' '}
        · <strong>{money(unitPrice)}</strong> · {words('prices.catalogAsks', { price: money(catalogPrice) })}
        {breaks.map((one) => (
          <div key={one.fromQuantity}>{words('prices.break', { count: one.fromQuantity, price: money(one.unitPrice) })}</div>
        ))}
        <div className={office.quiet}>
          <bdi>{sku}</bdi> · {datesWords(price)} · {words(`prices.state.${listState(price, dateInZone(Date.now(), ownZone()))}`)}
        </div>
      </div>
      <div className={office.handOffSteps}>
        <Button variant="default" disabled={busy} aria-label={words('prices.changeOne', { name: article })} onClick={onChange}>
          {words('people.change')}
        </Button>
        <TwoSteps
          label={words('prices.delete')}
          labelOne={words('prices.deleteOne', { name: article })}
          confirm={words('prices.deleteSure')}
          confirmOne={words('prices.deleteSureOne', { name: article })}
          busy={busy}
          onDone={onDelete}
        />
      </div>
    </li>
  );
}
