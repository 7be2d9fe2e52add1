import { useMemo } from 'react';
import { cardPaymentDocument } from '../../domain/payments/documents.ts';
import { voucherKinds } from '../../domain/payments/settings.ts';
import type { NamedTender, Tender } from '../../domain/payments/tender.ts';
import { useDocuments, useSetting } from './register-context.tsx';
import { type SaidTender, saidTender } from '../../texts/say/tender-words.ts';

/** The tenders of a sale besides cash, as people know them. */
export function useSaidTenders(tenders: readonly Tender[]): readonly (SaidTender & Pick<NamedTender, 'amountMinor' | 'tipMinor'>)[] {
  const payments = useDocuments(cardPaymentDocument);
  const vouchers = useSetting(voucherKinds);
  return useMemo(
    () =>
      tenders.flatMap((tender) => {
        if (tender.kind === 'cash') return [];
        const { amountMinor, tipMinor } = tender;
        return [{ ...saidTender(tender, payments, vouchers), amountMinor, tipMinor }];
      }),
    [tenders, payments, vouchers],
  );
}
