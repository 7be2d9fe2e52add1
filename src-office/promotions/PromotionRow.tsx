import { Button } from '@mantine/core';
import type { ListedUse } from '../../domain/promotions/promotion-protocol.ts';
import type { Promotion } from '../../domain/promotions/promotion.ts';
import { formatMoney } from '../../texts/say/format-money.ts';
import { formatDay } from '../../texts/say/format-time.ts';
import { words } from '../../texts/words/words.ts';
import office from '../base/Office.module.css';
import { TwoSteps } from '../base/TwoSteps.tsx';
import { stateOf } from './promotion-state.ts';
import styles from './Promotions.module.css';

export type PromotionStep = 'edit' | 'copy' | 'end';

export interface PromotionRowProps {
  readonly promotion: Promotion;
  /** Undefined where it was never used. */
  readonly use: ListedUse | undefined;
  readonly currency: string;
  readonly today: string;
  readonly busy: boolean;
  readonly onStep: (step: PromotionStep) => void;
}

/** A promotion: how it stands, what it was used for, and what can be done with it. */
export function PromotionRow({ promotion, use, currency, today, busy, onStep }: PromotionRowProps) {
  const { id, name, kind, startsOn, endsOn, budgetMinor } = promotion;
  const state = stateOf(promotion, use, today);
  const used = words('promotions.uses', { count: use?.uses ?? 0, amount: formatMoney(use?.amountMinor ?? 0, currency) });
  return (
    <li className={office.handOff} aria-label={name}>
      <div>
        <div className={styles.name}>
          <strong>
            <bdi>{name}</bdi>
          </strong>
          <span className={styles.state} data-state={state}>
            {words(`promotions.state.${state}`)}
          </span>
        </div>
        <div>
          {words(`promotions.kind.${kind}`)} · {words('promotions.dates', { from: formatDay(startsOn), until: formatDay(endsOn) })}
        </div>
        <div className={office.quiet}>
          <bdi>{id}</bdi> · {used}
          {budgetMinor !== null && ` ${words('promotions.ofBudget', { amount: formatMoney(budgetMinor, currency) })}`}
        </div>
      </div>
      <div className={office.handOffSteps}>
        <Button variant="default" disabled={busy} aria-label={words('promotions.editOne', { name })} onClick={() => onStep('edit')}>
          {words('promotions.edit')}
        </Button>
        <Button variant="default" disabled={busy} aria-label={words('promotions.copyOne', { name })} onClick={() => onStep('copy')}>
          {words('promotions.copy')}
        </Button>
        {endsOn >= today && (
          <TwoSteps
            label={words('promotions.end')}
            labelOne={words('promotions.endOne', { name })}
            confirm={words('promotions.endSure')}
            confirmOne={words('promotions.endSureOne', { name })}
            busy={busy}
            onDone={() => onStep('end')}
          />
        )}
      </div>
    </li>
  );
}
