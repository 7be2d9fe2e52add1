import { isSeparatorKey } from '../../../domain/barcodes/separator-keys.ts';
import { searchField } from '../search-field.ts';
import { isCompanion, ScanDetector } from './scan-detector.ts';
import type { ScannerRules } from './scanner-setting.ts';
import { type Field, fieldOf, placeOf, TouchedFields, typeInto } from './typed-fields.ts';
import { AltCode, typedBy } from './wedge-keys.ts';

/** A timer that is later than this was held up, and keys that came meanwhile may still be waiting to be handled. */
const HELD_UP_MS = 30;

function swallow(event: KeyboardEvent): void {
  event.preventDefault();
  event.stopImmediatePropagation();
}

/** Tells when no key of a burst has come for as long as its detector waits. */
function silenceTimer(detector: ScanDetector, onSilence: (at: number) => void) {
  let timer: ReturnType<typeof setTimeout> | undefined;
  function wait(): void {
    clearTimeout(timer);
    const { patienceMs } = detector;
    const due = performance.now() + patienceMs;
    timer = setTimeout(() => {
      if (performance.now() - due > HELD_UP_MS) return wait();
      onSilence(performance.now());
    }, patienceMs);
  }
  return { wait, stop: () => clearTimeout(timer) };
}

/**
 * Listens to the keyboard of the whole window and calls `onScan` with every code that a scanner types, wherever the
 * cursor is. What it typed into a field is taken out again, and none of its keys presses anything.
 * @param rules asked for at each key.
 * @returns stops listening.
 */
export function listenToScanner(window: Window, rules: () => ScannerRules, onScan: (code: string) => void): () => void {
  const detector = new ScanDetector(() => rules().shortest);
  const [touched, swallowed, altCode] = [new TouchedFields(), new Set<string>(), new AltCode()];
  let holding: Field | null = null;

  function scanned(code: string): void {
    touched.putBack();
    onScan(code);
  }

  /** What was held back and was no scan is typed where it belongs, before anything that follows. */
  function typeAfterAll(): void {
    const text = detector.typedAfterAll();
    if (text !== '' && holding !== null) typeInto(holding, text);
  }

  function hearSilence(at: number): void {
    const code = detector.silence(at);
    if (code !== null) scanned(code);
    typeAfterAll();
  }

  const silence = silenceTimer(detector, hearSilence);

  const onKeyDown = (event: KeyboardEvent) => {
    const key = typedBy(event);
    // Shift after the last character ends no burst, and its silence is still waited for.
    if ((event.isComposing && key === event.key) || isCompanion(key)) return;
    // Its timer is still to come.
    if (detector.isOver(event.timeStamp)) hearSilence(event.timeStamp);
    if (altCode.takes(event) && detector.isAtIt(event.timeStamp)) {
      swallowed.add(event.code);
      swallow(event);
      return silence.wait();
    }
    const field = fieldOf(event.target);
    const isSeparator = isSeparatorKey(event, rules().separatorKey);
    const verdict = detector.key({
      key: isSeparator ? ']' : key,
      at: event.timeStamp,
      place: placeOf(field),
      modified: isSeparator || event.ctrlKey || event.altKey || event.metaKey,
      repeated: event.repeat,
    });
    silence.stop();
    typeAfterAll();
    if (verdict.kind === 'typed') {
      if (verdict.first) touched.forget();
      // A key that is pressed on nothing leads the others into the search field.
      touched.note(field ?? searchField());
      if (key.length === 1) silence.wait();
      return;
    }
    swallow(event);
    swallowed.add(event.code);
    holding = field;
    if (verdict.kind === 'scanned') scanned(verdict.code);
    else silence.wait();
  };
  const onKeyUp = (event: KeyboardEvent) => {
    if (event.key === 'Alt' && altCode.isSeparatorOnRelease() && detector.isAtIt(event.timeStamp)) {
      detector.key({ key: ']', at: event.timeStamp, place: placeOf(fieldOf(event.target)), modified: true, repeated: false });
      silence.wait();
    }
    if (swallowed.delete(event.code)) swallow(event);
  };

  window.addEventListener('keydown', onKeyDown, { capture: true });
  window.addEventListener('keyup', onKeyUp, { capture: true });
  return () => {
    silence.stop();
    window.removeEventListener('keydown', onKeyDown, { capture: true });
    window.removeEventListener('keyup', onKeyUp, { capture: true });
  };
}
