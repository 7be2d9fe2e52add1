import { Button, Checkbox } from '@mantine/core';
import { useState } from 'react';
import type { SaleCompleted } from '../../../domain/sale/sale.ts';
import { IconGift, IconPrinter } from '../../kit/icons.ts';
import { lineName } from '../../kit/line-name.ts';
import { printPart } from '../../kit/print-part.ts';
import { ReceiptPaper } from './ReceiptPaper.tsx';
import styles from './ReceiptView.module.css';
import { words } from '../../words/words.ts';

interface PrintedReceiptProps {
  readonly sale: { readonly at: string; readonly payload: SaleCompleted };
  readonly ofThisStore?: boolean;
  readonly isCopy?: boolean;
}

/** A receipt with what can be done with it: print it, or make a gift receipt of some of its lines. */
export function PrintedReceipt({ sale, ofThisStore = true, isCopy = false }: PrintedReceiptProps) {
  const { lines } = sale.payload;
  const gifts = lines.filter(({ kind }) => kind === 'goods');
  const [giftLines, setGiftLines] = useState<ReadonlySet<number> | null>(null);
  const toggle = (lineNo: number, isIn: boolean) =>
    setGiftLines((before) => new Set(isIn ? [...(before ?? []), lineNo] : [...(before ?? [])].filter((one) => one !== lineNo)));
  return (
    <div className={styles.printed}>
      <div className={styles.slips}>
        <Button
          variant="default"
          leftSection={<IconPrinter aria-hidden size={20} />}
          disabled={giftLines?.size === 0}
          onClick={() => printPart('receipt')}
        >
          {words('sale.print')}
        </Button>
        {gifts.length > 0 && (
          <Button
            variant={giftLines === null ? 'default' : 'light'}
            aria-pressed={giftLines !== null}
            leftSection={<IconGift aria-hidden size={20} />}
            onClick={() => setGiftLines(giftLines === null ? new Set(gifts.map(({ lineNo }) => lineNo)) : null)}
          >
            {words('sale.giftReceipt')}
          </Button>
        )}
      </div>
      {giftLines !== null && gifts.length > 1 && (
        <fieldset className={styles.gifts}>
          <legend>{words('sale.giftLines')}</legend>
          {gifts.map((line) => (
            <Checkbox
              key={line.lineNo}
              label={lineName(line)}
              checked={giftLines.has(line.lineNo)}
              onChange={(event) => toggle(line.lineNo, event.currentTarget.checked)}
            />
          ))}
        </fieldset>
      )}
      <ReceiptPaper sale={sale} ofThisStore={ofThisStore} isCopy={isCopy} giftLines={giftLines} />
    </div>
  );
}
