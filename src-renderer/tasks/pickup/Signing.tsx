import { Button, Group, Modal, Stack } from '@mantine/core';
import { useState } from 'react';
import { isSigned, type SignatureRule, type Strokes } from '../../../domain/fulfillment/pickup-signature.ts';
import type { FulfillmentOrder } from '../../../domain/fulfillment/fulfillment-order.ts';
import { unitWords } from '../../kit/order-words.ts';
import { SignatureField } from '../../kit/SignatureField.tsx';
import { SignaturePicture } from '../../kit/SignaturePicture.tsx';
import styles from './Pickup.module.css';
import { words } from '../../../texts/words/words.ts';

export interface SigningProps {
  readonly order: FulfillmentOrder;
  readonly rule: SignatureRule;
  /** Units that the customer takes. */
  readonly taken: number;
  /** What the customer has signed; null before. */
  readonly signed: Strokes | null;
  readonly busy: boolean;
  readonly onSigned: (signed: Strokes) => void;
}

/** The customer signs for what they take, on this screen. Nothing where the store wants no signature, or nothing is taken. */
export function Signing({ order, rule, taken, signed, busy, onSigned }: SigningProps) {
  const [drawn, setDrawn] = useState<Strokes | null>(null);
  if (rule === 'none' || taken === 0) return null;
  const close = () => setDrawn(null);
  return (
    <div className={styles.kept}>
      {signed === null ? (
        <span className={styles.hint}>{words(rule === 'required' ? 'pickup.signFirst' : 'pickup.maySign')}</span>
      ) : (
        <SignaturePicture strokes={signed} label={words('pickup.signed')} />
      )}
      <Button size="lg" variant={signed === null ? 'light' : 'default'} disabled={busy} onClick={() => setDrawn([])}>
        {words(signed === null ? 'pickup.sign' : 'pickup.signAgain')}
      </Button>
      <Modal
        opened={drawn !== null}
        onClose={close}
        title={<strong>{words('pickup.signTitle')}</strong>}
        centered
        size="xl"
        closeOnClickOutside={false}
        closeButtonProps={{ 'aria-label': words('kit.close'), size: 44 }}
      >
        <Stack gap="sm">
          <p className={styles.ask}>{words('pickup.signFor', { number: order.orderNumber, units: unitWords(taken) })}</p>
          <SignatureField label={words('pickup.signHere')} strokes={drawn ?? []} onDraw={setDrawn} />
          <Group justify="space-between">
            <Button variant="default" size="lg" disabled={drawn?.length === 0} onClick={() => setDrawn([])}>
              {words('pickup.signClear')}
            </Button>
            <Button
              size="lg"
              disabled={drawn === null || !isSigned(drawn)}
              onClick={() => {
                if (drawn !== null) onSigned(drawn);
                close();
              }}
            >
              {words('pickup.signDone')}
            </Button>
          </Group>
        </Stack>
      </Modal>
    </div>
  );
}
