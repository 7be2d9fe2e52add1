import { IconCreditCard, IconGift } from '../../kit/icons.ts';
import { words } from '../../words/words.ts';
import { CardForm } from './CardForm.tsx';
import { CardPanel } from './CardPanel.tsx';
import { CardRow } from './CardRow.tsx';
import { StoredValueForm } from './StoredValueForm.tsx';
import { StoredValueRow } from './StoredValueRow.tsx';
import type { TenderKind } from './tender-kind.ts';

const CARD: TenderKind = {
  kinds: ['card'],
  label: () => words('payment.card'),
  icon: IconCreditCard,
  isOffered: (terminal) => terminal.status !== 'absent',
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

/** The kinds of tender besides cash, in the order in which they are offered. Their tenders come from `useTenders`. */
export const TENDER_KINDS: readonly TenderKind[] = [CARD, STORED_VALUE];
