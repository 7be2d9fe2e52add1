import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { CartLine } from '../../../../domain/pricing/cart-line.ts';
import { readCardNumber, storedValueId } from '../../../../domain/stored-value/stored-value.ts';
import { parseAmount } from '../../../../texts/say/format-money.ts';
import { useRegister } from '../../../kit/register-context.tsx';
import { useScanner } from '../../../kit/scanner/use-scanner.ts';
import { refusalSentence } from '../../../kit/sentences.ts';
import { words } from '../../../../texts/words/words.ts';
import { giftCardLine } from '../gift-card-line.ts';
import { SidePanel } from './SidePanel.tsx';
import styles from './SidePanel.module.css';
import { SideProblem } from './SideProblem.tsx';

export interface GiftCardPanelProps {
  readonly currency: string;
  readonly onSell: (line: CartLine) => void;
  readonly onClose: () => void;
}

/** Sells a gift card, or puts more money on one: its number is scanned or typed, and the amount entered. */
export function GiftCardPanel({ currency, onSell, onClose }: GiftCardPanelProps) {
  const [number, setNumber] = useState('');
  const [amount, setAmount] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  const { catalog } = useRegister();
  // Whoever reads the code of an article knows it: it must not be the number of anybody's money.
  const isArticle = (digits: string) => catalog.lookup(digits) !== undefined;
  const minor = parseAmount(amount, currency);
  // A scan while this is open is the card, if it can be one.
  useScanner(
    (code) => {
      const digits = readCardNumber(code);
      if (digits === null || isArticle(digits)) return words('payment.noGiftCard', { code });
      setNumber(digits);
      return null;
    },
    { layer: 'detail' },
  );
  function sell(): void {
    const digits = readCardNumber(number);
    if (digits === null) return setProblem(refusalSentence('card_number_not_valid'));
    if (isArticle(digits)) return setProblem(words('payment.noGiftCard', { code: digits }));
    if (minor === null || minor <= 0) return setProblem(words('sale.amountNotValid'));
    onSell(giftCardLine(storedValueId(digits), minor));
  }
  return (
    <SidePanel title={words('counter.giftCard')} onClose={onClose}>
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          sell();
        }}
      >
        <p className={styles.text}>{words('counter.giftCardText')}</p>
        <TextInput
          data-first
          label={words('payment.giftCardNumber')}
          inputMode="numeric"
          autoComplete="off"
          value={number}
          onChange={(event) => setNumber(event.currentTarget.value)}
        />
        <TextInput
          label={words('counter.giftCardAmount')}
          inputMode="decimal"
          autoComplete="off"
          value={amount}
          onChange={(event) => setAmount(event.currentTarget.value)}
          error={amount !== '' && minor === null ? words('sale.amountNotValid') : undefined}
        />
        <div className={styles.end}>
          {problem !== null && <SideProblem>{problem}</SideProblem>}
          <Button type="submit" size="lg">
            {words('counter.giftCardSell')}
          </Button>
        </div>
      </form>
    </SidePanel>
  );
}
