import { Button } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useLocation } from 'wouter';
import { IconTrash } from '../../kit/icons.ts';
import { Notice } from '../../kit/Notice.tsx';
import { ReasonDialog } from '../../kit/ReasonDialog.tsx';
import { useRegister, useView } from '../../kit/register-context.tsx';
import { beginVoid, POST_VOID_REASONS, type PostVoidReason } from '../returns/void-sale.ts';
import styles from './History.module.css';
import type { Receipt } from './journal-history.ts';
import { words } from '../../words/words.ts';

const reasons = () =>
  Object.fromEntries(POST_VOID_REASONS.map((one) => [one, words(`postVoidReason.${one}`)])) as Record<PostVoidReason, string>;

/** Whether nothing of a sale has come back, as far as this register knows; false while it is being looked up. */
function useIsWhole(receiptNumber: string): boolean {
  const register = useRegister();
  const [whole, setWhole] = useState<string | null>(null);
  useEffect(() => {
    let shown = true;
    const look = async () => {
      const found = await register.findReturnable(receiptNumber);
      const isWhole =
        typeof found !== 'string' && found.kind === 'sale' && Object.values(found.sale.returned).every((units) => units === 0);
      if (shown) setWhole(isWhole ? receiptNumber : null);
    };
    look().catch(() => undefined);
    return () => void (shown = false);
  }, [register, receiptNumber]);
  return whole === receiptNumber;
}

/** Takes a whole sale back while its drawer is still open and nothing of it has come back. Later it is a return. */
export function VoidButton({ receipt }: { readonly receipt: Receipt }) {
  const register = useRegister();
  const [, navigate] = useLocation();
  const openShiftId = useView((view) => view.openShift?.id ?? null);
  const [isAsking, setAsking] = useState(false);
  const [waits, setWaits] = useState(false);
  const { receiptNumber } = receipt.payload;
  const isWhole = useIsWhole(receiptNumber);
  if (openShiftId === null || receipt.shiftId !== openShiftId || !isWhole) return null;

  async function begin(reason: PostVoidReason): Promise<void> {
    setAsking(false);
    if (await beginVoid(register, receiptNumber, reason)) navigate('/returns');
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
