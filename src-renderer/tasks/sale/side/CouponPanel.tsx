import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import { findCode } from '../../../../domain/promotions/coupon-codes.ts';
import type { Promotion } from '../../../../domain/promotions/promotion.ts';
import type { Applied } from '../../../../domain/promotions/run-promotions.ts';
import type { PricedSale } from '../../../../domain/pricing/price-sale.ts';
import { formatMoney } from '../../../../texts/say/format-money.ts';
import { missedWords, promotionNames, unlockWords } from '../../../kit/promotion-reasons.ts';
import { words } from '../../../../texts/words/words.ts';
import { SidePanel } from './SidePanel.tsx';
import styles from './SidePanel.module.css';
import { SideProblem } from './SideProblem.tsx';

export interface CouponPanelProps {
  readonly priced: Pick<PricedSale, 'promotions'>;
  readonly promotions: readonly Promotion[];
  readonly currency: string;
  /** What a promotion may still take off for the customer, in minor units; null where there is no limit. */
  readonly leftOf: (promotionId: string) => number | null;
  /** @returns why the code was not taken, as a sentence; null when it was. */
  readonly onCode: (code: string) => string | null;
  readonly onClose: () => void;
}

interface ListProps {
  readonly title: string;
  /** Of each promotion its id, its name and what is to be said of it. */
  readonly of: readonly (readonly [id: string, name: string, text: string])[];
}

function PromotionList({ title, of }: ListProps) {
  if (of.length === 0) return null;
  return (
    <section className={styles.promotions}>
      <h3>{title}</h3>
      <dl className={styles.facts}>
        {of.map(([id, name, text]) => (
          <div key={id}>
            <dt>
              <bdi>{name}</bdi>
            </dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

/** Takes the code of a coupon, and says which promotions made the goods cheaper, which did not and why, and what unlocks the next. */
export function CouponPanel({ priced, promotions, currency, leftOf, onCode, onClose }: CouponPanelProps) {
  const [text, setText] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  const names = promotionNames(promotions);
  const nameOf = (id: string) => names.get(id) ?? words('sale.promotion');
  const { applied, missed, next } = priced.promotions;
  const unlock = unlockWords(next, names, currency);

  /** What it took off, and what is left of it for the customer. */
  function appliedText({ promotionId, amountMinor }: Applied): string {
    const took = `−${formatMoney(amountMinor, currency)}`;
    const left = leftOf(promotionId);
    return left === null ? took : `${took} · ${words('promotion.leftForCustomer', { amount: formatMoney(left - amountMinor, currency) })}`;
  }

  function enter(): void {
    if (text.trim() === '') return setProblem(words('coupon.missing'));
    const code = findCode(promotions, text);
    const refused = code === null ? words('coupon.unknown', { code: text.trim() }) : onCode(code);
    if (refused === null) onClose();
    else setProblem(refused);
  }

  return (
    <SidePanel title={words('coupon.title')} onClose={onClose}>
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          enter();
        }}
      >
        <TextInput
          data-first
          label={words('coupon.code')}
          description={words('coupon.scanIt')}
          autoComplete="off"
          autoCapitalize="characters"
          spellCheck={false}
          maxLength={64}
          value={text}
          onChange={(event) => (setText(event.currentTarget.value), setProblem(null))}
        />
        {problem !== null && <SideProblem>{problem}</SideProblem>}
        <Button type="submit" variant="default" size="lg">
          {words('coupon.add')}
        </Button>
        {unlock !== null && <p className={styles.text}>{unlock}</p>}
        <PromotionList
          title={words('promotion.applied')}
          of={applied.map((one) => [one.promotionId, nameOf(one.promotionId), appliedText(one)])}
        />
        <PromotionList
          title={words('promotion.missed')}
          of={missed.map((one) => {
            const promotion = promotions.find(({ id }) => id === one.promotionId);
            return [one.promotionId, nameOf(one.promotionId), missedWords(one, promotion, names, currency)];
          })}
        />
        {applied.length + missed.length === 0 && <p className={styles.text}>{words('promotion.nothing')}</p>}
      </form>
    </SidePanel>
  );
}
