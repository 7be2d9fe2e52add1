import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { answered, NeverAnswered, retry } from './timeout.ts';

const BROKEN = new DOMException('Internal error opening backing store for indexedDB.open.', 'UnknownError');

/** A storage that fails to open the first times, and how often it was asked. */
function failing(times: number) {
  let asked = 0;
  return {
    asked: () => asked,
    open(): Promise<string> {
      asked += 1;
      return asked <= times ? Promise.reject(BROKEN) : Promise.resolve('open');
    },
  };
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe('[R5] opening what lies on this device', () => {
  it.each([0, 1, 2])('is tried again when it fails %i times, with a pause before each', async (times) => {
    const storage = failing(times);
    const opening = retry(() => storage.open());
    for (let pause = 1; pause <= times; pause += 1) {
      await vi.advanceTimersByTimeAsync(499);
      expect(storage.asked()).toBe(pause);
      await vi.advanceTimersByTimeAsync(1);
    }
    expect(await opening).toBe('open');
    expect(storage.asked()).toBe(times + 1);
  });

  it('ends after three times, with what went wrong', async () => {
    const storage = failing(99);
    const opening = expect(retry(() => storage.open())).rejects.toBe(BROKEN);
    await vi.runAllTimersAsync();
    await opening;
    expect(storage.asked()).toBe(3);
  });

  it('waits 20 seconds for an answer, and does not ask again what gave none', async () => {
    let asked = 0;
    const opening = retry(() => {
      asked += 1;
      return answered('The journal', new Promise(() => undefined));
    });
    let told: unknown;
    void opening.catch((error: unknown) => (told = error));
    await vi.advanceTimersByTimeAsync(19_999);
    expect(told).toBeUndefined();
    await vi.advanceTimersByTimeAsync(1);
    expect(told).toBeInstanceOf(NeverAnswered);
    expect(told).toHaveProperty('message', 'The journal did not answer.');
    await vi.runAllTimersAsync();
    expect(asked).toBe(1);
  });

  it('still has the answer of a slow disk, when it comes late', async () => {
    const slow = new Promise<string>((resolve) => setTimeout(() => resolve('open'), 25_000));
    let told: unknown;
    void answered('The journal', slow).catch((error: unknown) => (told = error));
    await vi.advanceTimersByTimeAsync(20_000);
    expect(told).toBeInstanceOf(NeverAnswered);
    await vi.advanceTimersByTimeAsync(5_000);
    expect(await (told as NeverAnswered).late).toBe('open');
  });

  it('passes on an answer and an error, and leaves no timer behind', async () => {
    expect(await answered('The journal', Promise.resolve(1))).toBe(1);
    await expect(answered('The journal', Promise.reject(BROKEN))).rejects.toBe(BROKEN);
    expect(vi.getTimerCount()).toBe(0);
  });
});
