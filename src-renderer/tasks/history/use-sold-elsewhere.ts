import { useRef, useState } from 'react';
import { parseReceiptNumber } from '../../../domain/sale/receipt-number.ts';
import type { Sale } from '../../../domain/sale/sale.ts';
import { useRegister } from '../../kit/register-context.tsx';
import { words } from '../../../texts/words/words.ts';

/** The receipt number that a search names whole, as it stands on the receipt; null where it names none. */
export function namedReceipt(text: string): string | null {
  return parseReceiptNumber(text.trim()) === null ? null : text.trim().toUpperCase();
}

export interface SoldElsewhere {
  /** The sale that was found; null without one. */
  readonly sale: Sale | null;
  readonly searching: boolean;
  /** Looks on the disk of this register, then at the server. Gives why nothing was found; null when something was. */
  find(number: string): Promise<string | null>;
  close(): void;
}

/** Finds sales that are not in the journal of this register: those of other registers, and of this one before it was set up anew. */
export function useSoldElsewhere(): SoldElsewhere {
  const register = useRegister();
  const [sale, setSale] = useState<Sale | null>(null);
  const [searching, setSearching] = useState(false);
  const turn = useRef(0);

  return {
    sale,
    searching,
    async find(number) {
      const mine = (turn.current += 1);
      setSearching(true);
      const found = await register.findReturnable(number).catch(() => 'failed' as const);
      // A newer search has taken over.
      if (turn.current !== mine) return null;
      setSearching(false);
      if (typeof found !== 'string' && found.kind === 'sale') return setSale(found.sale), null;
      if (found === 'not_here') return words('history.notHere', { number });
      return words(found === 'failed' ? 'returns.failed' : 'returns.notFound', { number });
    },
    close: () => setSale(null),
  };
}
