import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createStore } from 'zustand/vanilla';
import type { HeardScanner, LineScanner, ScanEvent, ScannerNews } from '../../domain/device/scanner.ts';
import type { HostState } from './devices.ts';
import { watchScanners } from './watch-scanners.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

const FIRST: LineScanner = { driver: 'simulator', number: 1 };
const SECOND: LineScanner = { driver: 'simulator', number: 2 };
const LINE = '0190a0f0-0000-7000-8000-000000000001';
const at = (seq: number, isThere = true): HeardScanner => ({ line: LINE, seq, isThere });
const scanned = (seq: number, ...codes: string[]): ScannerNews => ({ ...at(seq), events: codes.map((code) => ({ kind: 'code', code })) });

/** Scanners of which the test says what they bring, one answer after the other. */
function watch(...set: readonly LineScanner[]) {
  const host = createStore<HostState>(() => ({ status: 'open' }));
  const world = { set };
  const asked: (readonly [number, HeardScanner | null])[] = [];
  const waiting = new Map<number, ((news: ScannerNews | null) => void)[]>();
  const events: ScanEvent[] = [];
  const numberOf = (scanner: LineScanner) => (scanner.driver === 'simulator' ? scanner.number : 0);
  const watched = watchScanners({
    hear: (scanner, heard) => {
      asked.push([numberOf(scanner), heard]);
      return new Promise((resolve) => {
        waiting.set(numberOf(scanner), [...(waiting.get(numberOf(scanner)) ?? []), resolve]);
      });
    },
    set: () => world.set,
    host,
    onEvent: (event) => void events.push(event),
    onError: (error) => {
      throw error;
    },
    random: () => 0.5,
  });
  const settled = () => vi.advanceTimersByTimeAsync(0);
  return {
    host,
    world,
    asked,
    events,
    look: () => watched.look(),
    stop: () => watched.stop(),
    status: () => watched.state.getState().map(({ status }) => status),
    async tells(number: number, news: ScannerNews | null) {
      await settled();
      waiting.get(number)?.shift()?.(news);
      await settled();
    },
  };
}

it('listens to each scanner by itself, and goes on after what it has heard', async () => {
  const { asked, events, status, tells } = watch(FIRST, SECOND);
  await tells(1, { ...at(0), events: [] });
  expect(status()).toEqual(['there', 'away']);
  await tells(2, { ...at(7), events: [] });
  await tells(1, scanned(2, 'A', 'B'));
  await tells(2, { ...at(8), events: [{ kind: 'misread', why: 'noise' }] });
  expect(events).toEqual([...scanned(2, 'A', 'B').events, { kind: 'misread', why: 'noise' }]);
  expect(asked.slice(-2)).toEqual([
    [1, at(2)],
    [2, at(8)],
  ]);
});

it('hears again what an answer brought that was lost, and hears it once', async () => {
  const { asked, events, status, tells } = watch(FIRST);
  await tells(1, { ...at(0), events: [] });
  await tells(1, null);
  expect(status()).toEqual(['gone']);
  await vi.advanceTimersByTimeAsync(1_000);
  expect(asked.at(-1)).toEqual([1, at(0, false)]);
  await tells(1, scanned(1, 'A'));
  expect([events.length, status()]).toEqual([1, ['there']]);
});

it('takes no news of a question that was given up, for the next one brings it too', async () => {
  const { asked, events, tells } = watch(FIRST);
  await tells(1, { ...at(0), events: [] });
  await vi.advanceTimersByTimeAsync(5_000 + 1_000);
  expect(asked.length).toBe(3);
  await tells(1, scanned(1, 'late'));
  expect(events).toEqual([]);
  await tells(1, scanned(1, 'late'));
  expect(events.length).toBe(1);
});

it('takes news once where the host went and came while a question was open', async () => {
  const { host, events, tells } = watch(FIRST);
  await tells(1, { ...at(0), events: [] });
  host.setState({ status: 'away' });
  host.setState({ status: 'open' });
  await tells(1, scanned(1, 'A'));
  await tells(1, scanned(1, 'A'));
  expect(events.length).toBe(1);
});

it('says of a scanner that was there and went that it is gone, and looks for it', async () => {
  const { asked, status, tells } = watch(FIRST);
  await tells(1, { ...at(0, false), events: [] });
  expect(status()).toEqual(['away']);
  await vi.advanceTimersByTimeAsync(1_000);
  await tells(1, { ...at(0), events: [] });
  await tells(1, { ...at(1, false), events: [{ kind: 'misread', why: 'cut' }] });
  expect([status(), asked.length]).toEqual([['gone'], 3]);
  await vi.advanceTimersByTimeAsync(1_000);
  expect(asked.length).toBe(4);
});

it.each([
  ['not_paired', 'not_paired'],
  ['away', 'no_host'],
] as const)('asks nobody where the host is %s', async (host, why) => {
  const world = watch(FIRST);
  await world.tells(1, { ...at(0), events: [] });
  world.host.setState({ status: host });
  const before = world.asked.length;
  await vi.advanceTimersByTimeAsync(60_000);
  expect([world.status(), world.asked.length]).toEqual([[why], before]);
});

it('listens to what is set now, and to nothing else', async () => {
  const { world, look, events, status, tells, stop, asked } = watch(FIRST);
  await tells(1, { ...at(0), events: [] });
  world.set = [SECOND];
  look();
  await tells(1, scanned(1, 'of the first'));
  await tells(2, { ...at(0), events: [] });
  expect([events, status()]).toEqual([[], ['there']]);
  stop();
  await tells(2, scanned(1, 'after the end'));
  const before = asked.length;
  await vi.advanceTimersByTimeAsync(60_000);
  expect([events, asked.length]).toEqual([[], before]);
});
