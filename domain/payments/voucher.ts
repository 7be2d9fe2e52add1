import { z } from 'zod';
import { entityId } from '../base/envelope.ts';
import { minorAmount } from '../base/money.ts';
import { text } from '../base/text.ts';
import type { NamedTender } from './tender.ts';

/** A kind of voucher that the store takes: of a shopping center, a city, or a manufacturer's coupon. Whoever issued it pays. */
export const voucherKind = z.strictObject({
  /** Sales refer to it for good. */
  id: entityId,
  name: text.trim().min(1, 'A voucher needs a name.').max(60),
  /** What each is worth, in minor units of the company's currency; null where it says so itself. */
  amountMinor: minorAmount.min(1, 'A voucher is worth something.').nullable(),
});

export type VoucherKind = z.infer<typeof voucherKind>;

/** What a voucher pays of a sale. */
export interface PaidByVoucher {
  readonly tender: NamedTender;
  /** What is lost: vouchers give no change. In minor units. */
  readonly lostMinor: number;
}

/**
 * What a voucher pays: never more than is left, and what it is worth beyond that is lost.
 * @param worthMinor, leftMinor in minor units, above zero.
 */
export function payWithVoucher({ id }: VoucherKind, currency: string, worthMinor: number, leftMinor: number): PaidByVoucher {
  const amountMinor = Math.min(worthMinor, leftMinor);
  return {
    tender: { kind: 'voucher', currency, amountMinor, tipMinor: 0, reference: id, state: 'accepted' },
    lostMinor: worthMinor - amountMinor,
  };
}
