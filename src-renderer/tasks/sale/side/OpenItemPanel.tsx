import { Button, NativeSelect, TextInput } from '@mantine/core';
import { useState } from 'react';
import { UNIT_PRICE_SCALE } from '../../../../domain/base/money.ts';
import type { CartLine } from '../../../../domain/pricing/cart-line.ts';
import { parseAmount } from '../../../../texts/say/format-money.ts';
import { words } from '../../../../texts/words/words.ts';
import { openItemLine } from '../open-item.ts';
import { SidePanel } from './SidePanel.tsx';
import styles from './SidePanel.module.css';
import { SideProblem } from './SideProblem.tsx';

export interface OpenItemPanelProps {
  /** What was scanned and is in no catalog; null where nothing was. */
  readonly code: string | null;
  readonly currency: string;
  readonly taxClasses: readonly string[];
  readonly onSell: (line: CartLine) => void;
  readonly onClose: () => void;
}

/** Sells what no catalog has: its name, its price and its tax class are entered. */
export function OpenItemPanel({ code, currency, taxClasses, onSell, onClose }: OpenItemPanelProps) {
  const [name, setName] = useState('');
  const [price, setPrice] = useState('');
  const [taxClass, setTaxClass] = useState(taxClasses.includes('standard') ? 'standard' : (taxClasses[0] ?? ''));
  const [missing, setMissing] = useState(false);
  const minor = parseAmount(price, currency);
  const isComplete = name.trim() !== '' && minor !== null && minor > 0 && taxClass !== '';
  return (
    <SidePanel title={words('counter.openItem')} onClose={onClose}>
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          if (!isComplete) return setMissing(true);
          onSell(openItemLine({ code, name: name.trim(), unitPrice: minor * UNIT_PRICE_SCALE, taxClass }));
        }}
      >
        <p className={styles.text}>{code === null ? words('counter.openItemText') : words('counter.openItemScanned', { code })}</p>
        <TextInput
          data-first
          label={words('counter.openItemName')}
          autoComplete="off"
          maxLength={100}
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <TextInput
          label={words('counter.openItemPrice')}
          inputMode="decimal"
          autoComplete="off"
          value={price}
          onChange={(event) => setPrice(event.currentTarget.value)}
          error={price !== '' && minor === null ? words('sale.amountNotValid') : undefined}
        />
        <NativeSelect
          label={words('counter.openItemTax')}
          value={taxClass}
          onChange={(event) => setTaxClass(event.currentTarget.value)}
          data={[...taxClasses]}
        />
        <div className={styles.end}>
          {missing && !isComplete && <SideProblem>{words('counter.openItemMissing')}</SideProblem>}
          <Button type="submit" size="lg">
            {words('counter.openItemSell')}
          </Button>
        </div>
      </form>
    </SidePanel>
  );
}
