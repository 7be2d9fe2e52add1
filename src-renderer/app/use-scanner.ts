import { useEffect, useEffectEvent } from 'react';
import { ScanBurst, wholeCode } from './scan-burst.ts';
import { searchField } from './search-field.ts';

type Field = HTMLInputElement | HTMLTextAreaElement;

function fieldOf(target: EventTarget | null): Field | null {
  return target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement ? target : null;
}

interface FieldBefore {
  readonly field: Field;
  readonly value: string;
  /** Whether the cursor was in it when the burst began; a first key without a field leads the others into the search field. */
  readonly focused: boolean;
}

/** Puts a field back to what it held before the scanner typed into it, in a way that React notices. */
function restore(field: Field, value: string): void {
  const prototype = field instanceof HTMLInputElement ? HTMLInputElement.prototype : HTMLTextAreaElement.prototype;
  Object.getOwnPropertyDescriptor(prototype, 'value')?.set?.call(field, value);
  field.dispatchEvent(new Event('input', { bubbles: true }));
}

/**
 * Calls `onScan` with the code whenever a barcode scanner has typed one, wherever the focus is. What it typed into a
 * field is taken out again, and its Enter presses no button. Screens use it while they are shown.
 * @param isCode what may be a code at all on this screen; the rest is left to the field, however quickly it was typed.
 */
export function useScanner(onScan: (code: string) => void, isCode: (text: string) => boolean = () => true): void {
  const scanned = useEffectEvent(onScan);
  const mayBeCode = useEffectEvent(isCode);
  useEffect(() => {
    const burst = new ScanBurst();
    let before: FieldBefore | null = null;
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.altKey || event.metaKey) return;
      const result = burst.key(event.key, event.timeStamp);
      if (result.kind === 'started') {
        const focused = fieldOf(event.target);
        const field = focused ?? searchField();
        before = field === null ? null : { field, value: field.value, focused: focused !== null };
      }
      if (result.kind !== 'scanned' || !mayBeCode(result.code)) return;
      event.preventDefault();
      event.stopPropagation();
      const joined = before?.focused === true && before.field.matches('[data-search]');
      const whole = joined && before !== null ? wholeCode(before.value, result.code) : result.code;
      if (before !== null && before.field.value !== before.value) restore(before.field, whole === result.code ? before.value : '');
      before = null;
      scanned(whole);
    };
    window.addEventListener('keydown', onKeyDown, { capture: true });
    return () => window.removeEventListener('keydown', onKeyDown, { capture: true });
  }, []);
}
