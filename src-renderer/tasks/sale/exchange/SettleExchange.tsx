import { cashRounding } from '../../../../domain/payments/settings.ts';
import { accept, type Result } from '../../../../domain/base/result.ts';
import type { Refusal } from '../../../../domain/base/refusal.ts';
import { returnedCash } from '../../../../domain/returns/void-cash.ts';
import { formatMoney } from '../../../../texts/say/format-money.ts';
import { words } from '../../../../texts/words/words.ts';
import { Notice } from '../../../kit/Notice.tsx';
import { useSetting } from '../../../kit/register-context.tsx';
import { TellCardMoney } from '../../payment/TellCardMoney.tsx';
import { TwoSteps } from '../../payment/TwoSteps.tsx';
import { useTakesCards } from '../../payment/use-take-card.ts';
import { RefundParts } from '../../returns/RefundParts.tsx';
import { type Refund, useRefund } from '../../returns/use-refund.ts';
import styles from './Exchange.module.css';
import type { ExchangeInHand } from './use-exchange.ts';

export interface SettleExchangeProps {
  readonly exchange: ExchangeInHand;
  /** Whether nothing is taken home yet. */
  readonly isEmpty: boolean;
  /** Why it cannot be settled yet; null where it can. */
  readonly blocked: string | null;
  /** Gives the difference back and records the exchange. */
  readonly onSettle: (refund: Refund) => Promise<Result<unknown, Refusal>>;
}

/** An exchange for which nothing is due: it is even, or the customer gets the difference. It is done in two deliberate steps. */
export function SettleExchange({ exchange, isEmpty, blocked, onSettle }: SettleExchangeProps) {
  const { found, plan, returnId, source } = exchange;
  const refund = useRefund(found, plan.refundMinor, returnId, '', false);
  const rounding = useSetting(cashRounding);
  const takesCards = useTakesCards();
  const isSale = found.kind === 'sale';
  const cash = returnedCash(
    refund.parts.reduce((sum, { kind, amountMinor }) => (kind === 'cash' ? sum + amountMinor : sum), 0),
    rounding,
  );
  const needsTerminal = !takesCards && !refund.isFixed && refund.parts.some(({ kind }) => kind === 'card');
  const isPickup = exchange.swap !== null;
  const why = isEmpty ? words(isPickup ? 'exchange.scanMore' : 'exchange.scanFirst') : blocked;
  if (why !== null) return <Notice tone="info">{why}</Notice>;
  const amount = formatMoney(plan.refundMinor + cash.roundingMinor, source.currency);
  const isEven = plan.refundMinor === 0;
  return (
    <div className={styles.settle}>
      <p>{isEven ? words('exchange.even') : isSale ? words('exchange.refundBy') : words('returns.by.original')}</p>
      {!isEven && isSale && <RefundParts parts={refund.parts} currency={source.currency} cash={cash} />}
      {needsTerminal && <Notice tone="warn">{words('returns.noTerminal')}</Notice>}
      {refund.isWaiting && <Notice tone="info">{words('returns.terminalGives')}</Notice>}
      {refund.waitsFor !== null && <TellCardMoney key={refund.waitsFor} of="refund" id={refund.waitsFor} />}
      {!needsTerminal && !refund.isWaiting && (
        <TwoSteps
          first={words(isPickup ? 'exchange.swapSettle' : 'exchange.settle')}
          second={
            isEven
              ? words(isPickup ? 'exchange.swapEven' : 'exchange.settleEven')
              : words(isPickup ? 'exchange.swapBack' : 'exchange.settleBack', { amount })
          }
          text={words(isPickup ? 'exchange.swapSure' : 'exchange.sure')}
          onConfirm={() => onSettle(refund).then((result) => (result.ok ? accept(null) : result))}
        />
      )}
    </div>
  );
}
