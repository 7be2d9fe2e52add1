import type { Further } from '../base/define-operation.ts';
import type { Refusal } from '../base/refusal.ts';
import { accept, refuse, type Result } from '../base/result.ts';
import type { NamedTender, OnAccount, Tender } from '../payments/tender.ts';
import type { CartLine } from '../pricing/cart-line.ts';
import type { Known } from './pay-with-stored-value.ts';
import { accountId } from './stored-value.ts';

type Charged = { readonly tenders: readonly Tender[]; readonly onAccount: OnAccount | null };

/** Who approved it. */
function approversOf({ onAccount }: Charged): Pick<Further, 'approvers' | 'byBadge'> {
  if (onAccount?.approvedBy == null) return { approvers: [] };
  const approvers = [onAccount.approvedBy];
  return { approvers, ...(onAccount.byBadge !== undefined && { byBadge: approvers }) };
}

/** What a sale puts on account, for the roles (rule A1). In minor units. */
export function chargedOf(sale: Charged): Further[] {
  const weight = sale.tenders.reduce((sum, one) => sum + (one.kind === 'account' ? one.amountMinor : 0), 0);
  return weight === 0 ? [] : [{ weight, ...approversOf(sale) }];
}

/** How far a sale lets an account go beyond its limit, for the roles (rule A1). In minor units. */
export function overLimitOf(sale: Charged): Further[] {
  const weight = sale.onAccount?.overLimitMinor ?? 0;
  return weight === 0 ? [] : [{ weight, ...approversOf(sale) }];
}

/** Whether a line pays what somebody else owes: on whose account it goes has to stand in the sale. */
export function paysAnother(line: Pick<CartLine, 'kind' | 'reference'>, customerId: string | null): boolean {
  return line.kind === 'account_payment' && (customerId === null || line.reference !== accountId(customerId));
}

/** What can be bought on an account now, all in minor units. */
export interface AccountRoom {
  readonly currency: string;
  /** Negative where the customer owes money. */
  readonly balanceMinor: number;
  readonly limitMinor: number;
  /** What is left up to the limit; negative where it was exceeded. */
  readonly leftMinor: number;
  /** The most that a till without the server may still put on it; null where the server answered. */
  readonly offlineMinor: number | null;
}

/**
 * Tells what can be bought on an account, or why nothing can.
 * @param offlineCapMinor the most that may be bought on one without the server, in minor units.
 */
export function roomOnAccount(known: Known, currency: string, offlineCapMinor: number): Result<AccountRoom, Refusal> {
  const { value } = known;
  if (value === null || value.issuedAt === null) return refuse(known.from === 'server' ? 'account_missing' : 'account_offline');
  if (value.isBlocked) return refuse('account_is_blocked');
  if (value.currency !== currency) return refuse('account_other_currency');
  const { balanceMinor, limitMinor } = value;
  const offlineMinor = known.from === 'server' ? null : Math.max(0, offlineCapMinor - known.takenMinor);
  return accept({ currency, balanceMinor, limitMinor, leftMinor: balanceMinor + limitMinor, offlineMinor });
}

/** Whether a customer may have an account, as far as anybody can tell here: the server knows it, and a copy does not know all. */
export function mayHaveAccount({ from, value }: Known): boolean {
  return from === 'copy' || (value !== null && value.issuedAt !== null);
}

/** How a sale is put on account, and what the roles have to be asked. */
export interface AccountCharge {
  readonly tender: NamedTender;
  /** How far beyond its limit the account is after it, in minor units. */
  readonly overLimitMinor: number;
}

/**
 * Puts an amount on account. Above the limit it is refused, unless somebody wants to go over it; above what a till may do without the
 * server it is always refused, because nobody can tell there how far over it would go.
 * @param id see `accountId`. @param wantedMinor in minor units, at least 1.
 */
export function chargeAccount(id: string, room: AccountRoom, wantedMinor: number, mayGoOver: boolean): Result<AccountCharge, Refusal> {
  const { currency, leftMinor, offlineMinor } = room;
  if (!Number.isSafeInteger(wantedMinor) || wantedMinor < 1) return refuse('amount_not_valid');
  if (offlineMinor !== null && wantedMinor > offlineMinor) return refuse('account_offline');
  const overLimitMinor = Math.max(0, wantedMinor - leftMinor);
  if (overLimitMinor > 0 && !mayGoOver) return refuse('account_limit_reached');
  const state = offlineMinor === null ? 'accepted' : 'offline';
  return accept({
    tender: { kind: 'account', currency, amountMinor: wantedMinor, tipMinor: 0, reference: id, state },
    overLimitMinor,
  });
}
