import { ActionIcon, TextInput } from '@mantine/core';
import type { SaleLine } from '../../../domain/pricing/sale-line.ts';
import { formatMoney, parseCount } from '../../../texts/say/format-money.ts';
import { words } from '../../../texts/words/words.ts';
import { IconMinus, IconPlus } from '../../kit/icons.ts';
import type { LineChoice } from '../returns/return-form.ts';
import { ReturnLineDetails } from '../returns/ReturnLineDetails.tsx';
import styles from '../returns/Returns.module.css';

export interface BroughtRowProps {
  readonly line: SaleLine;
  readonly choice: LineChoice;
  readonly currency: string;
  /** Over so many days before today its price is the lowest. */
  readonly priceDays: number;
  readonly onChange: (choice: LineChoice) => void;
}

/** One article that somebody brings: how many, what they give at the lowest recent price, why, in which condition, and where they go. */
export function BroughtRow({ line, choice, currency, priceDays, onChange }: BroughtRowProps) {
  const { name, sku, totalMinor } = line;
  const set = (quantity: number) => onChange({ ...choice, quantity });
  return (
    <li className={styles.line} data-chosen>
      <span className={styles.what}>
        <strong>
          <bdi>{name}</bdi>
        </strong>
        <span>
          <bdi>{sku}</bdi> · {priceDays === 0 ? words('noReceipt.today') : words('noReceipt.lowest', { days: priceDays })}
        </span>
      </span>
      <span className={styles.quantity}>
        <ActionIcon aria-label={words('returns.oneLess', { name })} onClick={() => set(choice.quantity - 1)}>
          <IconMinus aria-hidden size={20} />
        </ActionIcon>
        <TextInput
          className={styles.units}
          aria-label={words('sale.quantity', { name })}
          inputMode="numeric"
          autoComplete="off"
          value={String(choice.quantity)}
          onFocus={(event) => event.currentTarget.select()}
          onChange={(event) => {
            const typed = parseCount(event.currentTarget.value);
            if (typed !== null && typed > 0) set(typed);
          }}
        />
        <ActionIcon aria-label={words('returns.oneMore', { name })} onClick={() => set(choice.quantity + 1)}>
          <IconPlus aria-hidden size={20} />
        </ActionIcon>
      </span>
      <span className={styles.lineRefund}>{formatMoney(totalMinor, currency)}</span>
      <ReturnLineDetails line={{ kind: 'goods', name }} choice={choice} onChange={onChange} />
    </li>
  );
}
