import { IconCoins, IconCreditCard, IconDiscount, IconGift, IconReportMoney, IconTicket } from '../../kit/icons.ts';
import { words } from '../../../texts/words/words.ts';
import { AccountForm } from './AccountForm.tsx';
import { AccountRow } from './AccountRow.tsx';
import { CardForm } from './CardForm.tsx';
import { CardPanel } from './CardPanel.tsx';
import { CardRow } from './CardRow.tsx';
import { ForeignCashForm } from './ForeignCashForm.tsx';
import { ForeignCashRow } from './ForeignCashRow.tsx';
import { PointsForm } from './PointsForm.tsx';
import { PointsRow } from './PointsRow.tsx';
import { StoredValueForm } from './StoredValueForm.tsx';
import { StoredValueRow } from './StoredValueRow.tsx';
import type { TenderKind } from './tender-kind.ts';
import { VoucherForm } from './VoucherForm.tsx';
import { VoucherRow } from './VoucherRow.tsx';

const CARD: TenderKind = {
  kinds: ['card'],
  label: () => words('payment.card'),
  icon: IconCreditCard,
  isOffered: ({ terminal }) => terminal.status !== 'absent',
  Form: CardForm,
  Row: CardRow,
  Panel: CardPanel,
};

const STORED_VALUE: TenderKind = {
  kinds: ['gift_card', 'store_credit'],
  label: () => words('payment.kind.gift_card'),
  icon: IconGift,
  isOffered: () => true,
  Form: StoredValueForm,
  Row: StoredValueRow,
};

const ACCOUNT: TenderKind = {
  kinds: ['account'],
  label: () => words('payment.kind.account'),
  icon: IconReportMoney,
  isOffered: ({ mayHaveAccount }) => mayHaveAccount,
  Form: AccountForm,
  Row: AccountRow,
};

const POINTS: TenderKind = {
  kinds: ['points'],
  label: () => words('payment.kind.points'),
  icon: IconDiscount,
  isOffered: ({ customerId, pointWorthMinor, pointsMostMinor }) => customerId !== null && pointWorthMinor > 0 && pointsMostMinor > 0,
  Form: PointsForm,
  Row: PointsRow,
};

const VOUCHER: TenderKind = {
  kinds: ['voucher'],
  label: () => words('payment.kind.voucher'),
  icon: IconTicket,
  isOffered: ({ vouchers }) => vouchers.length > 0,
  Form: VoucherForm,
  Row: VoucherRow,
};

const FOREIGN_CASH: TenderKind = {
  kinds: ['cash'],
  label: () => words('payment.foreignCash'),
  icon: IconCoins,
  isOffered: ({ foreign }) => foreign.length > 0,
  Form: ForeignCashForm,
  Row: ForeignCashRow,
};

/**
 * The kinds of tender besides cash of the sale's own currency, in the order in which they are offered. Their tenders come from
 * `useTenders`.
 */
export const TENDER_KINDS: readonly TenderKind[] = [CARD, STORED_VALUE, ACCOUNT, POINTS, VOUCHER, FOREIGN_CASH];
