import { type FormEvent, useState } from 'react';
import { doubtWriteOff } from '../../../domain/doubts/doubts.ts';
import type { DoubtLimits } from '../../../domain/doubts/settings.ts';
import type { Exception } from '../../../domain/exceptions/exception.ts';
import { EXCEPTION_GUIDE, type ExceptionChoice } from '../../../domain/exceptions/guide.ts';
import type { ChoiceMade } from '../../../domain/exceptions/resolution.ts';
import type { DoubtQuestion } from '../DoubtDialog.tsx';
import { doubtQuestion } from '../doubt-question.ts';
import { useScanner } from '../scanner/use-scanner.ts';
import { type NamedGoods, suggestInput } from './effect-words.ts';
import type { FindProducts } from './ProductField.tsx';
import { words } from '../../../texts/words/words.ts';

export interface ResolutionOptions {
  readonly exception: Exception;
  readonly goods: readonly NamedGoods[];
  /** Beyond what a write-off is asked about. */
  readonly limits: Pick<DoubtLimits, 'writeOffUnits'>;
  /** Finds products as a person types; null where only the server can tell. */
  readonly find: FindProducts | null;
  /** What the books have of a product here; left out where only the server knows. */
  readonly onHandOf?: (sku: string) => number | null;
  readonly onResolve: (made: ChoiceMade) => void;
}

/** What a person enters to resolve an exception, before it is confirmed. */
export function useResolution({ exception, goods, limits, find, onHandOf, onResolve }: ResolutionOptions) {
  const { choices } = EXCEPTION_GUIDE[exception.kind];
  const [chosen, setChosen] = useState<ExceptionChoice | null>(choices.length === 1 ? (choices[0] ?? null) : null);
  const [sku, setSku] = useState('');
  const [quantity, setQuantity] = useState<number | null>(null);
  const [note, setNote] = useState('');
  const [doubted, setDoubted] = useState<DoubtQuestion | null>(null);
  /** The SKU of what was entered, which may be a barcode. */
  const meant = () => find?.exact(sku)?.sku ?? sku.trim();
  const named = sku.trim() === '' ? null : (find?.exact(sku)?.name ?? goods.find((one) => one.sku === sku.trim())?.name ?? sku.trim());

  function choose(choice: ExceptionChoice): void {
    const suggested = suggestInput(choice, goods);
    setChosen(choice);
    setSku(suggested.sku);
    setQuantity(suggested.quantity);
  }

  function resolve(): void {
    setDoubted(null);
    if (chosen === null) return;
    onResolve({ choice: chosen.id, sku: find?.exact(sku)?.sku ?? sku, quantity, note });
  }

  function submit(event: FormEvent): void {
    event.preventDefault();
    if (chosen === null) return;
    const takesOff = chosen.stock === 'named_leave' || chosen.stock === 'named_instead';
    const own = goods.find((one) => one.sku === meant());
    const doubt = takesOff && quantity !== null ? doubtWriteOff(limits, quantity, own?.onHand ?? onHandOf?.(meant()) ?? null) : null;
    if (doubt === null) return resolve();
    setDoubted(doubtQuestion(doubt, words('exceptions.quantityOf', { quantity: quantity ?? 0, name: named ?? words('exceptions.this') })));
  }

  const wantsProduct = chosen?.needs.includes('sku') === true;
  useScanner(
    (code) => {
      if (!wantsProduct) return words('exceptions.nothingAsked', { code });
      const product = find?.exact(code);
      if (find !== null && product === undefined) return words('code.unknown', { code });
      setSku(product?.sku ?? code);
      return null;
    },
    { layer: 'detail' },
  );
  return {
    choices,
    chosen,
    choose,
    named,
    sku,
    setSku,
    quantity,
    setQuantity,
    note,
    setNote,
    doubted,
    submit,
    resolve,
    goBack: () => setDoubted(null),
  };
}

export type Resolution = ReturnType<typeof useResolution>;
