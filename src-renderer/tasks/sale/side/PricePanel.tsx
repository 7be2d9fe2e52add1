import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import { UNIT_PRICE_SCALE } from '../../../../domain/base/money.ts';
import type { CounterLine } from '../cart-lines.ts';
import { formatUnitPrice, parseAmount, parsePercent } from '../../../../texts/say/format-money.ts';
import { percentText } from '../../../../texts/say/format-quantity.ts';
import { ProductTile } from '../../../kit/ProductTile.tsx';
import { words } from '../../../../texts/words/words.ts';
import { PRICE_REASONS, priceReasonWords } from '../price/price-reasons.ts';
import type { PriceWish } from '../price/price-wish.ts';
import { Choice } from './Choice.tsx';
import { SidePanel } from './SidePanel.tsx';
import styles from './SidePanel.module.css';
import { SideProblem } from './SideProblem.tsx';

const WAYS = ['percent', 'amount', 'price'] as const;

type Way = (typeof WAYS)[number];

const WAYS_OF_SALE: readonly Way[] = ['percent', 'amount'];

/** Hundredths of a percent that shops give often. */
const COMMON_PERCENTS = [500, 1000, 2000, 5000];

export interface PricePanelProps {
  /** The marked line; null where none is. */
  readonly line: CounterLine | null;
  /** What it is about at first. */
  readonly on: 'line' | 'sale';
  readonly currency: string;
  readonly onWish: (wish: PriceWish, reason: string) => void;
  readonly onClose: () => void;
}

function readWish(line: CounterLine | null, way: Way, text: string, currency: string): PriceWish | null {
  const on = line === null ? ({ on: 'sale' } as const) : ({ on: 'line', id: line.id } as const);
  if (way === 'percent') {
    const basisPoints = parsePercent(text);
    return basisPoints === null ? null : { ...on, discount: { basisPoints } };
  }
  const amountMinor = parseAmount(text, currency);
  if (amountMinor === null) return null;
  if (way === 'amount') return { ...on, discount: { amountMinor } };
  return line === null ? null : { on: 'line', id: line.id, unitPrice: amountMinor * UNIT_PRICE_SCALE };
}

function About({ line, currency }: { readonly line: CounterLine; readonly currency: string }) {
  return (
    <div className={styles.what}>
      <ProductTile name={line.name} category={line.category} sku={line.sku} />
      <div>
        <bdi>{line.name}</bdi>
        <small>{words('counter.each', { price: formatUnitPrice(line.unitPrice, currency) })}</small>
      </div>
    </div>
  );
}

interface HowMuchProps {
  readonly how: Way;
  readonly text: string;
  /** Whether the text could be read. */
  readonly isRead: boolean;
  readonly onText: (text: string) => void;
}

function HowMuch({ how, text, isRead, onText }: HowMuchProps) {
  return (
    <>
      {how === 'percent' && (
        <div className={styles.choices}>
          {COMMON_PERCENTS.map((one) => (
            <button key={one} type="button" aria-pressed={parsePercent(text) === one} onClick={() => onText(percentText(one))}>
              {`${percentText(one)} %`}
            </button>
          ))}
        </div>
      )}
      <TextInput
        data-first
        label={words(`counter.priceField.${how}`)}
        inputMode="decimal"
        autoComplete="off"
        value={text}
        onChange={(event) => onText(event.currentTarget.value)}
        error={text !== '' && !isRead ? words('counter.priceNotValid') : undefined}
      />
    </>
  );
}

/** A discount on the marked line or on the whole sale, or another price of the line, each with its reason. */
export function PricePanel({ line, on, currency, onWish, onClose }: PricePanelProps) {
  const [chosen, setOn] = useState(line === null ? 'sale' : on);
  const [way, setWay] = useState<Way>('percent');
  const [text, setText] = useState('');
  const [reason, setReason] = useState<(typeof PRICE_REASONS)[number] | null>(null);
  const [missing, setMissing] = useState(false);
  const about = chosen === 'sale' ? null : line;
  const ways: readonly Way[] = about === null ? WAYS_OF_SALE : WAYS;
  const how = ways.includes(way) ? way : 'percent';
  const wish = readWish(about, how, text, currency);

  return (
    <SidePanel title={words('counter.priceTitle')} onClose={onClose}>
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          if (wish !== null && reason !== null) onWish(wish, reason);
          else setMissing(true);
        }}
      >
        {line !== null && (
          <Choice
            legend={words('counter.priceOn')}
            name="price-on"
            of={['line', 'sale']}
            chosen={chosen}
            label={(one) => words(`counter.priceOn.${one}`)}
            onChoose={setOn}
          />
        )}
        {about !== null && <About line={about} currency={currency} />}
        <Choice
          legend={words('counter.priceWay')}
          name="price-way"
          of={ways}
          chosen={how}
          label={(one) => words(`counter.priceWay.${one}`)}
          onChoose={setWay}
        />
        <HowMuch how={how} text={text} isRead={wish !== null} onText={setText} />
        <Choice
          legend={words('counter.priceReason')}
          name="price-reason"
          of={PRICE_REASONS}
          chosen={reason}
          label={priceReasonWords}
          onChoose={setReason}
        />
        <div className={styles.end}>
          {missing && (wish === null || reason === null) && (
            <SideProblem>{words(wish === null ? 'counter.priceMissing' : 'counter.reasonMissing')}</SideProblem>
          )}
          <Button type="submit" size="lg">
            {words('counter.priceApply')}
          </Button>
        </div>
      </form>
    </SidePanel>
  );
}
