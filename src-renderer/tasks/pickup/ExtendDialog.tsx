import { SegmentedControl } from '@mantine/core';
import { useState } from 'react';
import { fulfillmentOrderDocument } from '../../../domain/fulfillment/documents.ts';
import { extendPickup } from '../../../domain/fulfillment/extend-pickup.ts';
import type { FulfillmentOrder } from '../../../domain/fulfillment/fulfillment-order.ts';
import { EXTENSION_REASONS, type ExtensionReason } from '../../../domain/fulfillment/payloads.ts';
import { ReasonDialog } from '../../kit/ReasonDialog.tsx';
import type { Steps } from '../picking/use-steps.ts';
import styles from './Pickup.module.css';
import { words } from '../../../texts/words/words.ts';

export interface ExtendDialogProps {
  /** The order that is to wait longer; null closes the dialog. */
  readonly order: FulfillmentOrder | null;
  readonly steps: Steps;
  readonly onClose: () => void;
}

const DAYS = [3, 7, 14] as const;

/** Has a pickup wait longer: for how many days, and then why, which records it. */
export function ExtendDialog({ order, steps, onClose }: ExtendDialogProps) {
  const [days, setDays] = useState<number>(DAYS[1]);
  return (
    <ReasonDialog
      question={order && { title: words('pickup.extendAsk', { number: order.orderNumber }), explanation: words('pickup.extendHint') }}
      reasons={
        Object.fromEntries(EXTENSION_REASONS.map((reason) => [reason, words(`pickup.extension.${reason}`)])) as Record<
          ExtensionReason,
          string
        >
      }
      onChoose={(reason) => {
        if (order === null) return;
        void steps.take(
          [({ reader }) => extendPickup(reader.get(fulfillmentOrderDocument, order.id) ?? order, days, reason, Date.now())],
          words('pickup.extended', { count: days }),
        );
        onClose();
      }}
      onClose={onClose}
    >
      <SegmentedControl
        fullWidth
        aria-label={words('pickup.extendDays')}
        classNames={{ label: styles.choice ?? '' }}
        data={DAYS.map((count) => ({ value: String(count), label: words('settings.days', { count }) }))}
        value={String(days)}
        onChange={(chosen) => setDays(Number(chosen))}
      />
    </ReasonDialog>
  );
}
