import { IconBarcode } from '../../kit/icons.ts';
import { type KeyboardEvent, memo, type RefObject, useEffect, useRef } from 'react';
import { showKeys } from '../../kit/keys-overlay.ts';
import { useRegister } from '../../kit/register-context.tsx';
import { SLOW_MS } from '../../kit/scanner/is-scan.ts';
import { soundRefusal } from '../../kit/scanner/scan-sounds.ts';
import { type CodeRules, type Entry, resolveTyped } from './resolve-entry.ts';
import { readCommand, readSteps, type ScanCommand } from './scan-command.ts';
import styles from './ScanField.module.css';
import { optionId, OPTIONS_ID, ScanOptions } from './ScanOptions.tsx';
import { useTypeAhead } from './use-type-ahead.ts';
import { words } from '../../../texts/words/words.ts';
import { useWords } from '../../words/use-words.ts';

export interface ScanFieldProps {
  readonly field: RefObject<HTMLInputElement | null>;
  readonly currency: string;
  readonly codeRules: CodeRules;
  readonly onEntry: (entry: Entry, command: ScanCommand) => void;
  /** So many more of the marked line, fewer where it is negative; null takes the line away. */
  readonly onStep: (steps: number | null) => void;
  /** The way to the quantities, by the arrow keys while nothing is searched for. */
  readonly onQuantities: () => void;
}

/**
 * `+` and `−` alone are about the marked line, `?` asks for the list of keys. They begin codes too, so nothing follows them for as long
 * as a scanner may take.
 * @returns what is to be done with each input.
 */
function useSteps(field: ScanFieldProps['field'], onInput: () => void, onSteps: (steps: number) => void): () => void {
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  function step(): void {
    if (field.current?.value.trim() === '?') {
      field.current.value = '';
      return showKeys();
    }
    const wanted = readSteps(field.current?.value ?? '');
    if (wanted === null || field.current === null) return;
    field.current.value = '';
    onSteps(wanted);
  }
  return () => {
    clearTimeout(timer.current);
    onInput();
    const text = field.current?.value ?? '';
    if (text.trim() === '?' || readSteps(text) !== null) timer.current = setTimeout(step, SLOW_MS);
  };
}

/** What may be typed before a scan. */
function Hints() {
  return (
    <span aria-hidden className={styles.hints}>
      <kbd>3*</kbd> {words('counter.hint.quantity')} <kbd>$</kbd> {words('counter.hint.price')} <kbd>?</kbd> {words('counter.hint.keys')}
    </span>
  );
}

/** The one field of the counter: type-ahead over the whole catalog, and whole codes confirmed with Enter. */
export const ScanField = memo(function ScanField({ field, currency, codeRules, onEntry, onStep, onQuantities }: ScanFieldProps) {
  const say = useWords();
  const { catalog } = useRegister();
  const { results, active, moved, missed, onInput, close, move } = useTypeAhead(catalog, field);
  const open = results.length > 0;
  const onText = useSteps(field, onInput, (steps) => (close(), onStep(steps)));

  function enter(entry: Entry): void {
    const { command } = readCommand(field.current?.value ?? '');
    if (field.current !== null) field.current.value = '';
    close();
    field.current?.focus();
    onEntry(entry, command);
  }

  function confirm(): void {
    const { command, rest: text } = readCommand(field.current?.value ?? '');
    if (text === '') return;
    const chosen = moved ? results[active] : undefined;
    const entry: Entry = chosen === undefined ? resolveTyped(catalog, text, codeRules) : { kind: 'product', product: chosen };
    if (entry.kind !== 'unknown') return enter(entry);
    // What was typed stays, to be corrected, typed over, or chosen from what was found.
    field.current?.select();
    soundRefusal();
    onEntry(entry, command);
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
      case 'Delete':
        return event.currentTarget.value === '' ? onStep(null) : undefined;
      case 'Escape':
        return (event.currentTarget.value = ''), close();
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
        aria-label={say('sale.scanOrSearch')}
        aria-autocomplete="list"
        aria-expanded={open}
        aria-controls={open ? OPTIONS_ID : undefined}
        aria-activedescendant={open ? optionId(active) : undefined}
        aria-keyshortcuts="/"
        placeholder={say('sale.scanOrSearchHint')}
        autoComplete="off"
        autoCorrect="off"
        spellCheck={false}
        autoFocus
        onInput={onText}
        onKeyDown={onKeyDown}
        onBlur={close}
      />
      <Hints />
      {open && (
        <ScanOptions results={results} active={active} currency={currency} onChoose={(product) => enter({ kind: 'product', product })} />
      )}
      {missed && <p className={styles.missed}>{say('sale.noMatch')}</p>}
    </div>
  );
});
