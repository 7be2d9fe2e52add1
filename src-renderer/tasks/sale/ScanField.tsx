import { IconBarcode } from '../../kit/icons.ts';
import { type KeyboardEvent, memo, type RefObject } from 'react';
import { useRegister } from '../../kit/register-context.tsx';
import { soundRefusal } from '../../kit/scanner/sound-refusal.ts';
import { type CodeRules, type Entry, resolveTyped } from './resolve-entry.ts';
import styles from './ScanField.module.css';
import { optionId, OPTIONS_ID, ScanOptions } from './ScanOptions.tsx';
import { useTypeAhead } from './use-type-ahead.ts';
import { useWords } from '../../words/words.ts';

export interface ScanFieldProps {
  readonly field: RefObject<HTMLInputElement | null>;
  readonly currency: string;
  readonly codeRules: CodeRules;
  readonly onEntry: (entry: Entry) => void;
  /** The way to the quantities, by the arrow keys while nothing is searched for. */
  readonly onQuantities: () => void;
}

/** The one field of the counter: type-ahead over the whole catalog, and whole codes confirmed with Enter. */
export const ScanField = memo(function ScanField({ field, currency, codeRules, onEntry, onQuantities }: ScanFieldProps) {
  const words = useWords();
  const { catalog } = useRegister();
  const { results, active, moved, missed, onInput, close, move } = useTypeAhead(catalog, field);
  const open = results.length > 0;

  function enter(entry: Entry): void {
    if (field.current !== null) field.current.value = '';
    close();
    field.current?.focus();
    onEntry(entry);
  }

  function confirm(): void {
    const text = field.current?.value.trim() ?? '';
    if (text === '') return;
    const chosen = moved ? results[active] : undefined;
    const entry: Entry = chosen === undefined ? resolveTyped(catalog, text, codeRules) : { kind: 'product', product: chosen };
    if (entry.kind === 'product') return enter(entry);
    // What was typed stays, to be corrected, typed over, or chosen from what was found.
    field.current?.select();
    soundRefusal();
    onEntry(entry);
  }

  function onKeyDown(event: KeyboardEvent<HTMLInputElement>): void {
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    switch (event.key) {
      case 'Enter':
        event.preventDefault();
        return confirm();
      case 'ArrowDown':
      case 'ArrowUp':
        event.preventDefault();
        return open ? move(event.key === 'ArrowDown' ? 1 : -1) : onQuantities();
      case 'Escape':
        event.currentTarget.value = '';
        return close();
    }
  }

  return (
    <div className={styles.box}>
      <IconBarcode aria-hidden size={28} className={styles.icon} />
      <input
        ref={field}
        className={styles.field}
        data-search
        role="combobox"
        aria-label={words('sale.scanOrSearch')}
        aria-autocomplete="list"
        aria-expanded={open}
        aria-controls={open ? OPTIONS_ID : undefined}
        aria-activedescendant={open ? optionId(active) : undefined}
        aria-keyshortcuts="/"
        placeholder={words('sale.scanOrSearchHint')}
        autoComplete="off"
        autoCorrect="off"
        spellCheck={false}
        autoFocus
        onInput={onInput}
        onKeyDown={onKeyDown}
        onBlur={close}
      />
      {open && (
        <ScanOptions results={results} active={active} currency={currency} onChoose={(product) => enter({ kind: 'product', product })} />
      )}
      {missed && <p className={styles.missed}>{words('sale.noMatch')}</p>}
    </div>
  );
});
