import { Button } from '@mantine/core';
import { useState } from 'react';
import { useLocation } from 'wouter';
import { saleDocument } from '../../../domain/sale/documents.ts';
import { IconTrash } from '../../kit/icons.ts';
import { Notice } from '../../kit/Notice.tsx';
import { ReasonDialog } from '../../kit/ReasonDialog.tsx';
import { useReader, useRegister, useView } from '../../kit/register-context.tsx';
import { beginVoid, POST_VOID_REASONS, type PostVoidReason } from '../returns/void-sale.ts';
import styles from './History.module.css';
import type { Receipt } from './journal-history.ts';
import { words } from '../../words/words.ts';

const reasons = () =>
  Object.fromEntries(POST_VOID_REASONS.map((one) => [one, words(`postVoidReason.${one}`)])) as Record<PostVoidReason, string>;

/** Takes a whole sale back while its drawer is still open and nothing of it has come back. Later it is a return. */
export function VoidButton({ receipt }: { readonly receipt: Receipt }) {
  const register = useRegister();
  const reader = useReader();
  const [, navigate] = useLocation();
  const openShiftId = useView((view) => view.openShift?.id ?? null);
  const [isAsking, setAsking] = useState(false);
  const [waits, setWaits] = useState(false);
  const { receiptNumber } = receipt.payload;
  const sale = reader.get(saleDocument, receiptNumber);
  const isWhole = sale !== undefined && Object.values(sale.returned).every((units) => units === 0);
  if (openShiftId === null || receipt.shiftId !== openShiftId || !isWhole) return null;

  async function begin(reason: PostVoidReason): Promise<void> {
    setAsking(false);
    if (await beginVoid(register, receiptNumber, reason)) navigate('/returns');
    else setWaits(true);
  }

  return (
    <>
      <Button
        className={styles.back ?? ''}
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
