import { IconCreditCard } from '../../kit/icons.ts';
import { words } from '../../words/words.ts';
import { CardForm } from './CardForm.tsx';
import { CardPanel } from './CardPanel.tsx';
import { CardRow } from './CardRow.tsx';
import type { TenderKind } from './tender-kind.ts';
import { useTakesCards } from './use-take-card.ts';

const CARD: TenderKind = {
  kind: 'card',
  label: () => words('payment.card'),
  icon: IconCreditCard,
  shortcut: 'F11',
  useIsOffered: useTakesCards,
  Form: CardForm,
  Row: CardRow,
  Panel: CardPanel,
};

/** The kinds of tender besides cash, in the order in which they are offered. Their tenders come from `useTenders`. */
export const TENDER_KINDS: readonly TenderKind[] = [CARD];
