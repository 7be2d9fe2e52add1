import type { TablerIcon } from '@tabler/icons-react';
import type { ComponentType } from 'react';
import type { NamedTender } from '../../../domain/payments/tender.ts';
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

/** A kind of tender besides cash. The plan asks it for everything that is its own. */
export interface TenderKind {
  /** What sales call it. */
  readonly kinds: readonly NamedTender['kind'][];
  readonly label: () => string;
  readonly icon: TablerIcon;
  /** Whether this register takes it. */
  readonly isOffered: (terminal: TerminalState) => boolean;
  /** How it is taken. */
  readonly Form: ComponentType<TenderFormProps>;
  /** A tender of it in the plan: what became of it, and its way back. */
  readonly Row: ComponentType<TenderRowProps>;
  /** What is going on with it, and what may be done, where that takes time. */
  readonly Panel?: ComponentType<TenderFormProps>;
}
