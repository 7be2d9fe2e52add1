import type { Returnable } from '../../../domain/orders/order-intake.ts';
import type { ReturnableLine } from '../../../domain/returns/return-goods.ts';
import { useRegister } from '../../kit/register-context.tsx';
import { useScanner } from '../../kit/scanner/use-scanner.ts';
import { findOnReceipt } from './find-on-receipt.ts';
import type { Stays } from './line-terms.ts';
import type { Choices } from './return-form.ts';
import { words } from '../../../texts/words/words.ts';

export interface ReturnScansOptions {
  readonly found: Returnable;
  readonly choices: Choices;
  readonly stays: Stays;
  /** An article of the receipt was scanned. */
  readonly onLine: (line: ReturnableLine) => void;
  /** Another receipt or order was scanned. */
  readonly onOther: (other: Returnable) => void;
}

/** Scans while a return is being put together: an article comes back, or another receipt is asked for. */
export function useReturnScans({ found, choices, stays, onLine, onOther }: ReturnScansOptions): void {
  const register = useRegister();
  useScanner(async (code) => {
    const item = findOnReceipt(found, choices, register.catalog, code, stays);
    if (item.kind === 'refused') return item.sentence;
    if (item.kind === 'line') return onLine(item.line), null;
    const other = await register.findReturnable(code).catch(() => 'not_here' as const);
    if (typeof other !== 'string') return onOther(other), null;
    return other === 'not_found' ? words('returns.unknownCode', { code }) : words('returns.unknownCodeOffline', { code });
  });
}
