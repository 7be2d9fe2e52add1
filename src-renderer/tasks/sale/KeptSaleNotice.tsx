import { associateDocument } from '../../../domain/associates/documents.ts';
import { Button } from '@mantine/core';
import { formatMoment } from '../../../texts/say/format-time.ts';
import { Notice } from '../../kit/Notice.tsx';
import { useDocumentList, useSignIn, useView } from '../../kit/register-context.tsx';
import type { Cart, CartState } from './cart-state.ts';
import { words } from '../../../texts/words/words.ts';

export interface KeptSaleNoticeProps {
  readonly cart: Cart;
  readonly state: CartState;
  /** Puts the cursor back into the scan field. */
  readonly onSeen: () => void;
}

/** Says that a sale in progress was found again after a restart, or that somebody else began it. */
export function KeptSaleNotice({ cart, state, onSeen }: KeptSaleNoticeProps) {
  const signedIn = useSignIn(({ associate }) => associate?.id ?? null);
  const associates = useDocumentList(associateDocument);
  const timezone = useView((view) => view.store?.timezone ?? 'UTC');
  const { begun } = state;
  if (state.lines.length === 0) return null;
  const since = begun === null ? '' : formatMoment(new Date(begun.at).toISOString(), timezone);
  if (begun !== null && begun.associateId !== signedIn) {
    const name = associates.find((one) => one.id === begun.associateId)?.name ?? words('sale.somebodyElse');
    return (
      <Notice
        tone="warn"
        action={
          <Button variant="default" onClick={() => (cart.takeOver(), onSeen())}>
            {words('sale.takeOver')}
          </Button>
        }
      >
        {words('sale.begunBy', { name, since })}
      </Notice>
    );
  }
  if (!state.restored) return null;
  return (
    <Notice
      tone="info"
      action={
        <Button variant="default" onClick={() => (cart.noticeSeen(), onSeen())}>
          {words('kit.ok')}
        </Button>
      }
    >
      {since === '' ? words('sale.restored') : words('sale.restoredSince', { since })}
    </Notice>
  );
}
