import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import { UNIT_PRICE_SCALE } from '../../../../domain/base/money.ts';
import { parseAmount } from '../../../../texts/say/format-money.ts';
import { words } from '../../../../texts/words/words.ts';
import { ProductTile } from '../../../kit/ProductTile.tsx';
import type { Cart } from '../cart-state.ts';
import type { Lack } from '../lacking.ts';
import { MOST_SERIAL } from '../serial-of.ts';
import { SidePanel } from './SidePanel.tsx';
import styles from './SidePanel.module.css';
import { SideProblem } from './SideProblem.tsx';

export interface LackPanelProps {
  readonly lack: Lack;
  readonly cart: Cart;
  readonly currency: string;
  readonly onDone: () => void;
  /** It is asked again later: the line stays, and is not paid. */
  readonly onClose: () => void;
}

/** Enters what was typed. @returns why it was not taken, as a sentence; null where it was. */
function enter({ lack: { what, line }, cart, currency }: LackPanelProps, typed: string): string | null {
  if (what === 'serial') {
    const serial = typed.trim();
    if (serial === '') return words('lack.serialMissing');
    return cart.enterSerial(line.id, serial) ? null : words('sale.serialTwice', { serial });
  }
  const minor = parseAmount(typed, currency);
  if (minor === null || minor < 1) return words('lack.priceMissing');
  cart.enterPrice(line.id, minor * UNIT_PRICE_SCALE);
  return null;
}

/** Asks for what a line lacks: its price, or the serial number of the piece. Scans go on meanwhile; nothing is paid before. */
export function LackPanel(props: LackPanelProps) {
  const { lack, cart, onDone } = props;
  const { what, line } = lack;
  const [typed, setTyped] = useState('');
  const [why, setWhy] = useState<string | null>(null);
  const remove = () => (cart.setQuantity(line.id, 0), onDone());
  return (
    <SidePanel title={words(`lack.title.${what}`)} onClose={props.onClose}>
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          const wrong = enter(props, typed);
          setWhy(wrong);
          if (wrong === null) onDone();
        }}
      >
        <div className={styles.what}>
          <ProductTile name={line.name} category={line.category ?? null} sku={line.sku} size={48} />
          <div>
            <strong>
              <bdi>{line.name}</bdi>
            </strong>
          </div>
        </div>
        <p className={styles.text}>{words(`lack.text.${what}`)}</p>
        <TextInput
          data-first
          label={words(`lack.label.${what}`)}
          inputMode={what === 'price' ? 'decimal' : 'text'}
          autoComplete="off"
          autoCapitalize="characters"
          maxLength={what === 'price' ? 20 : MOST_SERIAL}
          value={typed}
          onChange={(event) => (setTyped(event.currentTarget.value), setWhy(null))}
        />
        <div className={styles.end} data-stays>
          {why !== null && <SideProblem>{why}</SideProblem>}
          <Button type="submit" size="lg">
            {words(`lack.take.${what}`)}
          </Button>
          <Button variant="default" size="lg" onClick={remove}>
            {words('weigh.notSold')}
          </Button>
        </div>
      </form>
    </SidePanel>
  );
}
