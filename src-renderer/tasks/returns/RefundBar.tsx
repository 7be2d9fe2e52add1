import { Button, Group } from '@mantine/core';
import { Link } from 'wouter';
import type { CashBack } from '../../../domain/returns/void-cash.ts';
import { formatMoney } from '../../../texts/say/format-money.ts';
import { IconArrowsExchange } from '../../kit/icons.ts';
import { Notice } from '../../kit/Notice.tsx';
import { useView } from '../../kit/register-context.tsx';
import { TellCardMoney } from '../payment/TellCardMoney.tsx';
import { useTakesCards } from '../payment/use-take-card.ts';
import { RefundChoices, RefundParts } from './RefundParts.tsx';
import styles from './Returns.module.css';
import type { Refund } from './use-refund.ts';
import { words } from '../../../texts/words/words.ts';
import { richWords } from '../../words/rich-words.tsx';

export interface RefundBarProps {
  readonly refund: Refund;
  /** Whether it is paid out here; else it goes to the original payment of an online order. */
  readonly isSale: boolean;
  /** As it is paid out: cash is rounded. */
  readonly refundMinor: number;
  readonly currency: string;
  /** The cash that leaves the drawer. */
  readonly cash: CashBack;
  readonly units: number;
  /** Whether the sale as a whole is taken back. */
  readonly isVoid: boolean;
  readonly busy: boolean;
  readonly onReturn: () => void;
  /** Goods are taken home for it; null where that is not offered. */
  readonly onExchange: (() => void) | null;
}

/** Why the refund cannot be given now; null when it can. */
function useObstacle({ refund, isSale }: Pick<RefundBarProps, 'refund' | 'isSale'>): 'shift' | 'terminal' | null {
  const noShift = useView((view) => view.openShift === null);
  const takesCards = useTakesCards();
  const needs = (kind: string) => refund.parts.some((one) => one.kind === kind);
  if (noShift && isSale && (refund.parts.length === 0 || needs('cash'))) return 'shift';
  return !takesCards && !refund.isFixed && needs('card') ? 'terminal' : null;
}

/** The refund as it grows, where it goes, and the button that gives it. */
export function RefundBar({ refund, isSale, refundMinor, currency, cash, units, isVoid, busy, onReturn, onExchange }: RefundBarProps) {
  const obstacle = useObstacle({ refund, isSale });
  const isCashAlone = isSale && cash.notes.length === 0 && refund.parts.every(({ kind }) => kind === 'cash');
  return (
    <footer className={styles.foot}>
      {obstacle === 'shift' && (
        <Notice
          tone="warn"
          action={
            <Button component={Link} href="/shift" variant="default">
              {words('returns.openShift')}
            </Button>
          }
        >
          {words('returns.needsShift')}
        </Notice>
      )}
      {obstacle === 'terminal' && <Notice tone="warn">{words('returns.noTerminal')}</Notice>}
      {refund.isWaiting && <Notice tone="info">{words('returns.terminalGives')}</Notice>}
      {refund.waitsFor !== null && <TellCardMoney key={refund.waitsFor} of="refund" id={refund.waitsFor} />}
      {!isVoid && <RefundChoices refund={refund} />}
      {isSale && !isCashAlone && <RefundParts parts={refund.parts} currency={currency} cash={cash} />}
      <div className={styles.refund}>
        <span aria-live="polite">
          {richWords(isCashAlone ? 'returns.refundCash' : isSale ? 'returns.refundAll' : 'returns.refundOriginal', {
            amount: <strong className={styles.amount}>{formatMoney(refundMinor, currency)}</strong>,
          })}
        </span>
        <Group gap="xs">
          {onExchange !== null && (
            <Button
              size="lg"
              variant="default"
              leftSection={<IconArrowsExchange aria-hidden size={20} />}
              disabled={units === 0 || busy}
              aria-keyshortcuts="Alt+X"
              onClick={onExchange}
            >
              {words('exchange.begin')}
            </Button>
          )}
          <Button size="lg" disabled={units === 0 || obstacle !== null || refund.isWaiting} loading={busy} onClick={onReturn}>
            {isVoid ? words('returns.submitVoid') : words('returns.submit', { count: units })}
          </Button>
        </Group>
      </div>
    </footer>
  );
}
