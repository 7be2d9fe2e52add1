import type { TablerIcon } from '@tabler/icons-react';
import type { ComponentType } from 'react';
import type { ForeignCurrency } from '../../../domain/payments/foreign-cash.ts';
import type { Tender } from '../../../domain/payments/tender.ts';
import type { VoucherKind } from '../../../domain/payments/voucher.ts';
import type { TerminalState } from '../../kit/card-services.ts';
import type { Payment } from './use-payment.ts';

export interface TenderFormProps {
  readonly payment: Payment;
  /** Money may move from now on. */
  readonly onStart: () => void;
  /** The sale waits for an answer, and the next customer is served. */
  readonly onServeNext: () => void;
}

export interface TenderRowProps {
  readonly payment: Payment;
  readonly tenderId: string;
}

/** What decides which tenders a register takes. */
export interface TakenHere {
  readonly terminal: TerminalState;
  readonly vouchers: readonly VoucherKind[];
  readonly foreign: readonly ForeignCurrency[];
  /** Who buys; null where nobody has said it. */
  readonly customerId: string | null;
  /** Whether who buys may have an account, as far as anybody can tell; false until there is an answer. */
  readonly mayHaveAccount: boolean;
  /** What a point pays, in minor units; 0 where points pay nothing. */
  readonly pointWorthMinor: number;
  /** What points may pay of the sale, in minor units. */
  readonly pointsMostMinor: number;
}

/** A kind of tender besides cash of the sale's own currency. The plan asks it for everything that is its own. */
export interface TenderKind {
  /** What sales call it. */
  readonly kinds: readonly Tender['kind'][];
  readonly label: () => string;
  readonly icon: TablerIcon;
  /** Whether this register takes it. */
  readonly isOffered: (here: TakenHere) => boolean;
  /** How it is taken. */
  readonly Form: ComponentType<TenderFormProps>;
  /** A tender of it in the plan: what became of it, and its way back. */
  readonly Row: ComponentType<TenderRowProps>;
  /** What is going on with it, and what may be done, where that takes time. */
  readonly Panel?: ComponentType<TenderFormProps>;
}
