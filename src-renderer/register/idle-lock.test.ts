import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { watchIdle } from './idle-lock.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function watch() {
  const target = new EventTarget();
  const onIdle = vi.fn();
  const stop = watchIdle({ target, afterMs: 60_000, now: () => Date.now(), onIdle });
  return { target, onIdle, stop };
}

it('says once that nobody has been there for so long, and not while somebody types, scans or points', () => {
  const { target, onIdle } = watch();
  for (const sign of ['keydown', 'pointerdown', 'pointermove', 'wheel']) {
    vi.advanceTimersByTime(50_000);
    target.dispatchEvent(new Event(sign));
  }
  vi.advanceTimersByTime(55_000);
  expect(onIdle).not.toHaveBeenCalled();
  vi.advanceTimersByTime(300_000);
  expect(onIdle).toHaveBeenCalledOnce();
});

it('counts the time for which the device slept', () => {
  const { onIdle } = watch();
  vi.setSystemTime(Date.now() + 3_600_000);
  vi.advanceTimersByTime(5_000);
  expect(onIdle).toHaveBeenCalledOnce();
});

it('says nothing once it has ended', () => {
  const { onIdle, stop } = watch();
  stop();
  vi.advanceTimersByTime(300_000);
  expect(onIdle).not.toHaveBeenCalled();
});
