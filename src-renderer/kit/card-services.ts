import type { StoreApi } from 'zustand/vanilla';
import type { Refusal } from '../../domain/base/refusal.ts';
import type { Result } from '../../domain/base/result.ts';
import type { CardAttempt } from '../../domain/payments/card-attempt.ts';
import type { CardApproval, CardPayment } from '../../domain/payments/card-payment.ts';
import type { CardMoneyTold } from '../../domain/payments/card-told.ts';
import type { CardRefund } from '../../domain/payments/card-refund.ts';

/** Where a payment stood, and since when. */
export interface CardTrailStep {
  readonly state: CardAttempt['state'];
  /** Epoch milliseconds. */
  readonly at: number;
}

/** A card payment that this register has in hand. */
export interface OpenCardPayment {
  readonly id: string;
  readonly cartId: string;
  readonly currency: string;
  /** Epoch milliseconds at which the terminal was asked. */
  readonly startedAt: number;
  readonly attempt: CardAttempt;
  /** Where it stood since this run of the app took it up, one step for each change. */
  readonly trail: readonly CardTrailStep[];
  /** The payment that this gives money back of, for goods that came back; null for a payment. */
  readonly refundOf: string | null;
  /** An approval that came after everybody thought that no money had moved, or a reversal that was refused. */
  readonly alarm: boolean;
  /** The journal could not take what the terminal said; it is tried again. */
  readonly isUnsaved: boolean;
}

/** A refund that the journal knows, and the payment that it is of. */
export interface RefundInHand {
  readonly refund: CardRefund;
  readonly approval: CardApproval | null;
}

export interface CardPaymentsState {
  readonly payments: ReadonlyMap<string, OpenCardPayment>;
}

export interface WantedPayment {
  readonly cartId: string;
  readonly currency: string;
  readonly amountMinor: number;
  /** What the whole sale comes to, in minor units. */
  readonly totalMinor: number;
}

export interface WantedRefund {
  /** The return that it is for. */
  readonly returnId: string;
  readonly paymentId: string;
  readonly amountMinor: number;
  /** What the whole return comes to, in minor units: somebody may have to approve it before the terminal is asked (rule A1). */
  readonly returnMinor: number;
  /** Whether the sale is voided as a whole, which needs a permission of its own. */
  readonly isVoid?: boolean;
}

export interface CardPayments {
  readonly state: StoreApi<CardPaymentsState>;
  /** The refunds in hand, by their ids: `reversing`, `reversed`, or `approved` again where the terminal refused. */
  readonly refunds: StoreApi<CardPaymentsState>;
  /** Asks for money. Resolves once the attempt is in the journal (rule E2); what becomes of it is in the state. */
  pay(wanted: WantedPayment): Promise<Result<string, Refusal>>;
  /** Asks the terminal to stop. It may be too late: the outcome decides. */
  cancel(paymentId: string): void;
  /** Gives back what was approved, because its sale is given up. */
  giveBack(paymentId: string): Promise<Result<string, Refusal>>;
  /**
   * Asks the terminal to give back a part of a payment, for goods that came back. Resolves once that is in the journal (rule E2), with the
   * id of the refund; what becomes of it is in `refunds`. Refuses a payment that
   * this store does not know, and more than is left of it.
   */
  refund(wanted: WantedRefund): Promise<Result<string, Refusal>>;
  /**
   * A person says what became of money that goes back, because the terminal does not answer: nothing is sent to it any more. Refused while
   * the terminal may still answer by itself, and once it has.
   */
  tell(told: CardMoneyTold): Promise<Result<unknown, Refusal>>;
  /** Takes up what was left open when the app ended: asks what became of it, and never sends it again. */
  resume(payments: readonly CardPayment[], refunds: readonly RefundInHand[]): void;
  /** Lets go of payments of a sale that is done. What is open, or alarms, stays until it is settled. */
  forget(cartId: string): void;
  /** Lets go of a refund that its return has booked, or that the terminal refused. */
  forgetRefund(refundId: string): void;
}

/**
 * Whether the register's card terminal can be asked. `label` is the terminal's own id.
 * `why` it is unreachable: this device was never paired with the device host of the machine, the host does not run, or the terminal
 * does not answer the host.
 */
export type TerminalState =
  /** The register takes no cards. */
  | { readonly status: 'absent' }
  | { readonly status: 'unreachable'; readonly label: string; readonly why: 'not_paired' | 'no_host' | 'no_terminal' }
  | { readonly status: 'ready'; readonly label: string };

/** What came of a try to pair this device with the device host of its machine. */
export type PairAnswer = 'paired' | 'wrong_code' | 'too_many_tries' | 'no_host';
