import { describe, expect, it } from 'vitest';
import { holdSingleWriter } from './hold-single-writer.ts';

/** Whether a promise has been kept once all that could run has run. */
async function isKept(promise: Promise<unknown>): Promise<boolean> {
  return Promise.race([promise.then(() => true), new Promise<false>((resolve) => setImmediate(() => resolve(false)))]);
}

/** The locks of one browser as the specification has them: one holder a name, and those who wait in their order. */
function browser() {
  const waiting: (() => void)[] = [];
  let holder: symbol | null = null;
  const free = () => {
    holder = null;
    waiting.shift()?.();
  };
  const window = () => {
    const self = Symbol('window');
    const request = async (_name: string, ...rest: [LockGrantedCallback<unknown>] | [LockOptions, LockGrantedCallback<unknown>]) => {
      const [options, granted] = rest.length === 1 ? [{}, rest[0]] : rest;
      if (holder !== null && options.ifAvailable === true) return granted(null);
      if (holder !== null) await new Promise<void>((resolve) => waiting.push(resolve));
      holder = self;
      return granted({ name: _name, mode: 'exclusive' });
    };
    return {
      locks: { request } as Pick<LockManager, 'request'>,
      close: () => {
        if (holder === self) free();
      },
    };
  };
  return { window };
}

describe('the one window that writes the journal', () => {
  it('is the first one, for as long as it is open', async () => {
    const { window } = browser();
    const first = window();
    expect(await holdSingleWriter(first.locks)).toEqual({ kind: 'ours' });
    const second = await holdSingleWriter(window().locks);
    if (second.kind !== 'elsewhere') throw new Error('Two windows write the journal.');
    expect(await isKept(second.untilOurs)).toBe(false);
  });

  it('is the next one in the order in which they came, and no other', async () => {
    const { window } = browser();
    const [first, second, third] = [window(), window(), window()];
    await holdSingleWriter(first.locks);
    const [secondTurn, thirdTurn] = [await holdSingleWriter(second.locks), await holdSingleWriter(third.locks)];
    if (secondTurn.kind !== 'elsewhere' || thirdTurn.kind !== 'elsewhere') throw new Error('Two windows write the journal.');
    first.close();
    expect(await isKept(secondTurn.untilOurs)).toBe(true);
    expect(await isKept(thirdTurn.untilOurs)).toBe(false);
    second.close();
    expect(await isKept(thirdTurn.untilOurs)).toBe(true);
  });
});
