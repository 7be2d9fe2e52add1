import { Button, NativeSelect } from '@mantine/core';
import { useState } from 'react';
import { useStore } from 'zustand';
import { badgeUse } from '../../../../domain/associates/settings.ts';
import { formatMoney } from '../../../../texts/say/format-money.ts';
import { percentText } from '../../../../texts/say/format-quantity.ts';
import { Notice } from '../../../kit/Notice.tsx';
import { PinPad } from '../../../kit/PinPad.tsx';
import { ProductTile } from '../../../kit/ProductTile.tsx';
import { useRegister, useSetting } from '../../../kit/register-context.tsx';
import { useBadge } from '../../../kit/use-badge.ts';
import { words } from '../../../../texts/words/words.ts';
import { priceReasonWords } from '../price/price-reasons.ts';
import { SidePanel } from './SidePanel.tsx';
import styles from './SidePanel.module.css';

/** A price that waits for a colleague. Nothing of it is applied yet. */
export interface WaitingPrice {
  readonly name: string;
  readonly category: string | null;
  readonly sku: string | null;
  /** Null where it is about the whole sale. */
  readonly lineId: string | null;
  readonly reason: string;
  /** Hundredths of a percent: what somebody wants to take off, and may take off alone. */
  readonly weight: number;
  readonly limit: number;
  readonly oldMinor: number;
  readonly newMinor: number;
  /** What the own limit comes to; null where it is no way out. */
  readonly ownMinor: number | null;
}

export interface ApprovalPanelProps {
  readonly waiting: WaitingPrice;
  readonly currency: string;
  readonly onKeep: () => void;
  readonly onOwnLimit: () => void;
}

/** A colleague approves in place of the quick keys. Two ways out need nobody: keep the price, or go as far as one may alone. */
export function ApprovalPanel({ waiting, currency, onKeep, onOwnLimit }: ApprovalPanelProps) {
  const register = useRegister();
  const question = useStore(register.approval, (state) => state.question);
  const [chosen, setChosen] = useState<string | null>(null);
  const badgeProblem = useBadge(register.approveWithBadge, 'detail');
  const approvesByBadge = useSetting(badgeUse) === 'sign_in_and_approve';
  const approvers = question?.approvers ?? [];
  const approver = approvers.find(({ id }) => id === chosen) ?? approvers[0];
  const { name, category, sku, reason, weight, limit, oldMinor, newMinor, ownMinor } = waiting;
  return (
    <SidePanel title={words('counter.aboveLimit')} tone="warn" onClose={onKeep}>
      {badgeProblem !== null && <Notice tone="bad">{badgeProblem}</Notice>}
      <p className={styles.text}>{words('counter.aboveLimitText', { limit: percentText(limit), wish: percentText(weight) })}</p>
      <div className={styles.what}>
        <ProductTile name={name} category={category} sku={sku} />
        <div>
          <strong>
            <bdi>{name}</bdi>
          </strong>
          <small>{priceReasonWords(reason)}</small>
        </div>
        <div className={styles.prices}>
          <s>{formatMoney(oldMinor, currency)}</s>
          <strong>{formatMoney(newMinor, currency)}</strong>
        </div>
      </div>
      <div className={styles.pair}>
        <Button variant="default" onClick={onKeep}>
          {words('counter.keepPrice', { price: formatMoney(oldMinor, currency) })}
        </Button>
        {ownMinor !== null && (
          <Button variant="default" onClick={onOwnLimit}>
            {words('counter.myLimit', { price: formatMoney(ownMinor, currency) })}
          </Button>
        )}
      </div>
      {approver === undefined ? (
        <Notice tone="warn">{words('approval.nobody')}</Notice>
      ) : (
        <>
          <NativeSelect
            label={words('counter.approver')}
            value={approver.id}
            onChange={(event) => setChosen(event.currentTarget.value)}
            data={approvers.map((one) => ({
              value: one.id,
              label: words('approval.who', { name: one.name, role: words(`role.${one.role}`) }),
            }))}
          />
          <PinPad
            key={approver.id}
            action={words('approval.approve')}
            check={(pin) => register.approve(approver.id, pin)}
            onBack={onKeep}
          />
        </>
      )}
      {approvesByBadge && <p className={styles.text}>{words('badge.orScan')}</p>}
      <p className={styles.text}>{words('counter.approvalHint')}</p>
    </SidePanel>
  );
}
