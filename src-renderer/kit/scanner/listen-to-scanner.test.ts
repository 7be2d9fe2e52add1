import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { listenToScanner } from './listen-to-scanner.ts';
import { PAUSE_MS, SUFFIX_PATIENCE_MS } from './scan-detector.ts';

type Listener = (event: unknown) => void;

/** A text field, as far as scans ask about it. */
class TextField {
  type = 'text';
  inputMode = '';
  selectionStart: number | null = 0;
  selectionEnd: number | null = 0;
  private text = '';
  private readonly isSearch: boolean;

  constructor(isSearch: boolean) {
    this.isSearch = isSearch;
  }

  get value(): string {
    return this.text;
  }

  set value(text: string) {
    this.text = text;
    this.selectionStart = this.selectionEnd = text.length;
  }

  matches(): boolean {
    return this.isSearch;
  }

  checkVisibility(): boolean {
    return true;
  }

  setSelectionRange(start: number, end: number): void {
    [this.selectionStart, this.selectionEnd] = [start, end];
  }

  dispatchEvent(): boolean {
    return true;
  }
}

/** A window with a search field and another one. */
function screenWithFields(separatorKey: string | null = null) {
  const listeners = new Map<string, Listener>();
  const search = new TextField(true);
  const other = new TextField(false);
  const scans: string[] = [];
  /** Keys that type nothing and that reached the app. */
  const untaken: string[] = [];
  vi.stubGlobal('document', { activeElement: null, querySelectorAll: () => [search] });
  const window = {
    addEventListener: (type: string, listener: Listener) => void listeners.set(type, listener),
    removeEventListener: () => undefined,
  } as unknown as Window;
  listenToScanner(
    window,
    () => ({ shortest: 6, separatorKey }),
    (code) => void scans.push(code),
  );
  /** Presses a key on a field or on nothing; the browser types it unless somebody took it. @param late how long a busy computer had it. */
  function press(key: string, target: TextField | null, gap = 2, late = 0, as: Readonly<Record<string, unknown>> = {}): void {
    vi.advanceTimersByTime(gap);
    let taken = false;
    const event = {
      ...{ key, code: key, target, timeStamp: performance.now() - late },
      ...{ isComposing: false, ctrlKey: false, altKey: false, shiftKey: false, metaKey: false, repeat: false },
      ...as,
      preventDefault: () => (taken = true),
      stopImmediatePropagation: () => undefined,
    };
    listeners.get('keydown')?.(event);
    if (!taken && target !== null && key.length === 1) target.value += key;
    if (!taken && key.length > 1) untaken.push(key);
  }
  /** Lets a key go. */
  function release(key: string, target: TextField | null): void {
    listeners.get('keyup')?.({
      ...{ key, code: key, target, timeStamp: performance.now() },
      ...{ preventDefault: () => undefined, stopImmediatePropagation: () => undefined },
    });
  }
  return { search, other, scans, press, release, untaken };
}

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] });
  vi.stubGlobal('HTMLInputElement', TextField);
  vi.stubGlobal('HTMLTextAreaElement', class {});
});

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

it('shows a scan without a suffix in no field, also where Shift is pressed right after it', () => {
  const { search, scans, press } = screenWithFields();
  for (const key of '4012345678901') press(key, search);
  press('Shift', search);
  vi.advanceTimersByTime(SUFFIX_PATIENCE_MS);
  expect([scans, search.value]).toEqual([['4012345678901'], '']);
});

it.each([
  ['F8', ['10A456\u001d211'], []],
  [null, [], ['F8', 'Enter']],
])('takes %s for the separator of a label where the scanner is set to, and only within a scan', (separatorKey, codes, others) => {
  const { search, scans, press, untaken } = screenWithFields(separatorKey);
  press('F8', null);
  expect(untaken).toEqual(['F8']);
  vi.advanceTimersByTime(PAUSE_MS);
  for (const key of ['1', '0', 'A', '4', '5', '6', 'F8', '2', '1', '1']) press(key, search);
  press('Enter', search);
  expect([scans, untaken.slice(1)]).toEqual([codes, others]);
});

it.each([
  ['0', '2', '9', '10A456\u001d211'],
  ['0', '6', '5', '10A456211'],
])('takes Alt and the digits %s%s%s of the number pad for what they mean within a scan', (first, second, third, code) => {
  const { search, scans, press, release } = screenWithFields();
  for (const key of '10A456') press(key, search);
  press('Alt', search, 2, 0, { altKey: true });
  for (const digit of [first, second, third]) press(digit, search, 2, 0, { code: `Numpad${digit}`, altKey: true });
  release('Alt', search);
  for (const key of ['2', '1', '1', 'Enter']) press(key, search);
  expect([scans, search.value]).toEqual([[code], '']);
});

it('leaves a character that a person types by Alt and digits alone', () => {
  const { search, scans, press, release } = screenWithFields();
  press('Alt', search, 2, 0, { altKey: true });
  for (const digit of '029') press(digit, search, 90, 0, { code: `Numpad${digit}`, altKey: true });
  release('Alt', search);
  vi.advanceTimersByTime(PAUSE_MS);
  expect([scans, search.value]).toEqual([[], '029']);
});

it('reads the places of keys whose characters an input method or a dead key keeps back', () => {
  const { search, scans, press } = screenWithFields();
  const kept = (code: string, shiftKey = false) => press('Process', search, 2, 0, { code, shiftKey, isComposing: true });
  for (const digit of '4012345678901') kept(`Digit${digit}`);
  kept('Enter');
  expect(scans).toEqual(['4012345678901']);
  vi.advanceTimersByTime(2 * PAUSE_MS);
  for (const key of 'LOT') press(key, search);
  press('Dead', search, 2, 0, { code: 'Quote' });
  kept('KeyB', true);
  for (const key of ['0', '0', '1', 'Enter']) press(key, search);
  expect(scans[1]).toBe("LOT'B001");
});

it.each(['Shift', 'CapsLock'])('types what was held back and is no scan, also where %s follows', (companion) => {
  const { search, scans, press } = screenWithFields();
  for (const key of 'teapo') press(key, search);
  press(companion, search);
  expect(search.value).toBe('te');
  vi.advanceTimersByTime(SUFFIX_PATIENCE_MS);
  expect([scans, search.value]).toEqual([[], 'teapo']);
});

it('types it where it was meant, before what is typed elsewhere', () => {
  const { search, other, scans, press } = screenWithFields();
  for (const key of 'teapo') press(key, search);
  press('x', other);
  vi.advanceTimersByTime(PAUSE_MS);
  expect([scans, search.value, other.value]).toEqual([[], 'teapo', 'x']);
});

it.each([' ', 'x'])('loses none of it where the cursor leaves every field and %j is pressed', (key) => {
  const { search, scans, press } = screenWithFields();
  for (const one of 'teap') press(one, search);
  press(key, null, 100);
  vi.advanceTimersByTime(PAUSE_MS);
  expect([scans, search.value]).toEqual([[], 'teap']);
});

it.each([2, 60])('is one scan with %i ms between its keys where a busy computer hands the second half on late', (gap) => {
  const { search, other, scans, press } = screenWithFields();
  for (const field of [search, other]) {
    for (const key of '40123') press(key, field, gap);
    vi.advanceTimersByTime(PAUSE_MS);
    for (const key of ['4', '5', '6', 'Enter']) press(key, field, gap, PAUSE_MS);
    vi.advanceTimersByTime(2 * PAUSE_MS);
  }
  expect([scans, search.value, other.value]).toEqual([['40123456', '40123456'], '', '']);
});

it('is no scan of what a person typed before a pause', () => {
  const { search, scans, press } = screenWithFields();
  for (const key of 'tea') press(key, search, 150);
  vi.advanceTimersByTime(PAUSE_MS);
  for (const key of ' pots') press(key, search, 150);
  vi.advanceTimersByTime(PAUSE_MS);
  expect([scans, search.value]).toEqual([[], 'tea pots']);
});

it('waits for the rest of a code that the computer hands on late, from a scanner that has ended one by a key', () => {
  const { search, scans, press } = screenWithFields();
  for (const key of [...'4012345678901', 'Enter']) press(key, null);
  for (const key of '401234567890') press(key, null);
  vi.advanceTimersByTime(3 * PAUSE_MS);
  expect(scans).toEqual(['4012345678901']);
  for (const key of ['2', 'Enter']) press(key, null, 2, 3 * PAUSE_MS);
  expect([scans, search.value]).toEqual([['4012345678901', '4012345678902'], '']);
});

it('waits for the rest of the very first code, whose end nobody knows yet', () => {
  const { scans, press } = screenWithFields();
  for (const key of '952000') press(key, null);
  vi.advanceTimersByTime(3 * PAUSE_MS);
  for (const key of [...'0000295', 'Enter']) press(key, null, 2, 3 * PAUSE_MS);
  expect(scans).toEqual(['9520000000295']);
});

it('loses no code without a suffix that another scan follows, beside a scanner that sends one', () => {
  const { search, scans, press } = screenWithFields();
  for (const key of [...'4012345678901', 'Enter']) press(key, search);
  vi.advanceTimersByTime(2 * PAUSE_MS);
  for (const key of '4012345678902') press(key, search);
  vi.advanceTimersByTime(2 * PAUSE_MS);
  expect(scans).toHaveLength(1);
  for (const key of '4012345678903') press(key, search);
  // From now on nobody waits for a key.
  vi.advanceTimersByTime(PAUSE_MS);
  expect([scans, search.value]).toEqual([['4012345678901', '4012345678902', '4012345678903'], '']);
});
