import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { listenToScanner } from './listen-to-scanner.ts';
import { PAUSE_MS } from './scan-detector.ts';

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
  function press(key: string, target: TextField | null, gap = 2, late = 0): void {
    vi.advanceTimersByTime(gap);
    let taken = false;
    const event = {
      ...{ key, code: key, target, timeStamp: performance.now() - late },
      ...{ isComposing: false, ctrlKey: false, altKey: false, metaKey: false, repeat: false },
      preventDefault: () => (taken = true),
      stopImmediatePropagation: () => undefined,
    };
    listeners.get('keydown')?.(event);
    if (!taken && target !== null && key.length === 1) target.value += key;
    if (!taken && key.length > 1) untaken.push(key);
  }
  return { search, other, scans, press, untaken };
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
  vi.advanceTimersByTime(PAUSE_MS);
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

it.each(['Shift', 'CapsLock'])('types what was held back and is no scan, also where %s follows', (companion) => {
  const { search, scans, press } = screenWithFields();
  for (const key of 'teapo') press(key, search);
  press(companion, search);
  expect(search.value).toBe('te');
  vi.advanceTimersByTime(PAUSE_MS);
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
