import { Button } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useLocation } from 'wouter';
import type { Sale } from '../../../domain/sale/sale.ts';
import { IconTrash } from '../../kit/icons.ts';
import { Notice } from '../../kit/Notice.tsx';
import { ReasonDialog } from '../../kit/ReasonDialog.tsx';
import { useRegister, useView } from '../../kit/register-context.tsx';
import { beginVoid, isWhole, POST_VOID_REASONS, type PostVoidReason } from '../returns/void-sale.ts';
import styles from './History.module.css';
import type { Receipt } from './journal-history.ts';
import { words } from '../../../texts/words/words.ts';

const reasons = () =>
  Object.fromEntries(POST_VOID_REASONS.map((one) => [one, words(`postVoidReason.${one}`)])) as Record<PostVoidReason, string>;

/** The sale of a receipt while nothing of it has come back, as far as this register knows; null also while it is being looked up. */
function useWholeSale(receiptNumber: string): Sale | null {
  const register = useRegister();
  const [sale, setSale] = useState<Sale | null>(null);
  useEffect(() => {
    let shown = true;
    const look = async () => {
      const found = await register.findReturnable(receiptNumber);
      const whole = typeof found !== 'string' && found.kind === 'sale' && isWhole(found.sale) ? found.sale : null;
      if (shown) setSale(whole);
    };
    look().catch(() => undefined);
    return () => void (shown = false);
  }, [register, receiptNumber]);
  return sale?.receiptNumber === receiptNumber ? sale : null;
}

/** Takes a whole sale back while its drawer is still open and nothing of it has come back. Later it is a return. */
export function VoidButton({ receipt }: { readonly receipt: Receipt }) {
  const register = useRegister();
  const [, navigate] = useLocation();
  const openShiftId = useView((view) => view.openShift?.id ?? null);
  const [isAsking, setAsking] = useState(false);
  const [waits, setWaits] = useState(false);
  const { receiptNumber } = receipt.payload;
  const sale = useWholeSale(receiptNumber);
  if (openShiftId === null || receipt.shiftId !== openShiftId || sale === null) return null;
  const voided = { sale, shiftId: openShiftId };

  async function begin(reason: PostVoidReason): Promise<void> {
    setAsking(false);
    if (await beginVoid(register, voided.sale, reason, voided.shiftId)) navigate('/returns');
    else setWaits(true);
  }

  return (
    <>
      <Button
        className={styles.action ?? ''}
        variant="default"
        leftSection={<IconTrash aria-hidden size={20} />}
        onClick={() => setAsking(true)}
      >
        {words('history.void')}
      </Button>
      {waits && <Notice tone="warn">{words('history.voidWaits')}</Notice>}
      <ReasonDialog
        question={isAsking ? { title: words('history.voidTitle'), explanation: words('history.voidText') } : null}
        reasons={reasons()}
        onChoose={(reason) => void begin(reason)}
        onClose={() => setAsking(false)}
      />
    </>
  );
}
