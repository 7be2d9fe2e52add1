import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { SET_ASIDE_OUTCOMES, type SetAside, type SetAsideOutcome } from '../../../domain/stock/set-aside.ts';
import { parseCount } from '../../../texts/say/format-money.ts';
import { words } from '../../../texts/words/words.ts';
import { ReasonDialog } from '../../kit/ReasonDialog.tsx';

interface SettleDialogProps {
  /** What is asked about; null closes the dialog. */
  readonly goods: SetAside | null;
  readonly onSettle: (goods: SetAside, quantity: number, outcome: SetAsideOutcome) => void;
  readonly onClose: () => void;
}

/** Each outcome in words. */
function outcomes<T>(say: (outcome: SetAsideOutcome) => T): Record<SetAsideOutcome, T> {
  return Object.fromEntries(SET_ASIDE_OUTCOMES.map((one) => [one, say(one)])) as Record<SetAsideOutcome, T>;
}

/** How many of the goods, and what became of them: what each answer does to the stock stands on its button. */
export function SettleDialog({ goods, onSettle, onClose }: SettleDialogProps) {
  // Weighed goods are settled as a whole: nobody puts half a bag back.
  const isCounted = goods !== null && goods.quantityDecimals === 0 && goods.quantity > 1;
  const [typed, setTyped] = useState<string | null>(null);
  const all = goods?.quantity ?? 0;
  const count = typed === null ? all : parseCount(typed);
  const units = isCounted ? count : all;
  const isWrong = units === null || units < 1 || units > all;
  const close = () => (setTyped(null), onClose());

  return (
    <ReasonDialog
      question={
        goods && {
          title: words('setAside.question', { name: goods.name }),
          explanation: words(`returns.${goods.purpose}`),
        }
      }
      reasons={outcomes((one) => words(`setAside.outcome.${one}`))}
      effects={outcomes((one) => words(`setAside.effect.${one}`))}
      onClose={close}
      onChoose={(outcome) => {
        if (goods === null || isWrong) return;
        setTyped(null);
        onSettle(goods, units, outcome);
      }}
    >
      {isCounted && (
        <TextInput
          label={words('setAside.howMany', { count: all })}
          inputMode="numeric"
          autoComplete="off"
          size="lg"
          value={typed ?? String(all)}
          error={isWrong && words('refusal.more_than_set_aside')}
          onFocus={(event) => event.currentTarget.select()}
          onChange={(event) => setTyped(event.currentTarget.value)}
        />
      )}
    </ReasonDialog>
  );
}
