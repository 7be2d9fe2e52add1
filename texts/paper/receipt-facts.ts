import { shortCode } from '../../domain/base/short-code.ts';
import type { CardPayment } from '../../domain/payments/card-payment.ts';
import type { CardRefund } from '../../domain/payments/card-refund.ts';
import type { VoucherKind } from '../../domain/payments/voucher.ts';
import type { receiptAssociate, receiptLogo, receiptSeller, receiptText } from '../../domain/sale/settings.ts';
import { words } from '../words/words.ts';
import { formatExactMoment } from '../say/format-time.ts';
import { figure, head, type PaperPart } from './paper.ts';

/** Who sells, and what the store wants above and below what was sold. */
export type SellerFacts = typeof receiptSeller.standard &
  typeof receiptText.standard & {
    readonly name: string;
    readonly address: string | undefined;
    readonly logo: typeof receiptLogo.standard;
  };

/** What stands on the receipts of sales and of returns besides what they record. */
export interface ReceiptFacts {
  /** Null for what another store has recorded. */
  readonly store: SellerFacts | null;
  readonly timezone: string;
  readonly associateBy: typeof receiptAssociate.standard;
  /** The name of a person who works here; undefined for others. */
  readonly nameOf: (associateId: string) => string | undefined;
  /** The name of a promotion; undefined where it is not known any more. */
  readonly promotionNameOf: (promotionId: string) => string | undefined;
  readonly hasTillSerial: boolean;
  /** Those that this register knows; old ones are gone. */
  readonly payments: ReadonlyMap<string, CardPayment>;
  readonly refunds: ReadonlyMap<string, CardRefund>;
  /** The kinds that the store takes. */
  readonly vouchers: readonly VoucherKind[];
}

/** When, where and by whom it was recorded. */
export interface Recorded {
  /** ISO 8601. */
  readonly at: string;
  readonly registerId: string;
  readonly associateId: string | null;
  /** When it was begun, in ISO 8601; null where nobody knows. */
  readonly begunAt: string | null;
}

/** The store and who sells there. */
export function sellerParts({ store }: Pick<ReceiptFacts, 'store'>): PaperPart[] {
  if (store === null) return [];
  return [
    ...(store.logo === null ? [] : [{ kind: 'picture', ...store.logo } as const]),
    head(store.name, 'strong'),
    ...[store.legalName, store.address ?? '', ...store.numbers.map(({ name, number }) => `${name} ${number}`), ...store.header]
      .filter((line) => line !== '')
      .map((line) => head(line)),
  ];
}

/** Says that it was printed before. @param copyNo which copy it is; undefined where the store does not count them. */
export const copyMark = (copyNo: number | undefined): PaperPart =>
  head(copyNo === undefined ? words('sale.copy') : words('sale.copyNumber', { number: copyNo }), 'strong');

/** The register, without its number of the receipt. */
const prefixOf = (receiptNumber: string) => receiptNumber.replace(/-\d+$/, '');

/** When it was, at which register, and who served. */
export function recordedParts({ at, registerId, associateId, begunAt }: Recorded, receiptNumber: string, facts: ReceiptFacts): PaperPart[] {
  const { timezone, associateBy, nameOf, hasTillSerial } = facts;
  const name = associateId === null || associateBy === 'nobody' ? null : associateBy === 'name' ? nameOf(associateId) : undefined;
  return [
    ...(hasTillSerial && begunAt !== null ? [figure(words('receipt.begun'), formatExactMoment(begunAt, timezone))] : []),
    figure(words('receipt.time'), formatExactMoment(at, timezone)),
    figure(words('receipt.register'), prefixOf(receiptNumber)),
    ...(hasTillSerial ? [figure(words('receipt.serial'), registerId)] : []),
    ...(name === null ? [] : [figure(words('receipt.associate'), name ?? shortCode(associateId ?? ''))]),
  ];
}
