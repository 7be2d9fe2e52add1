import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createStore } from 'zustand/vanilla';
import type { Weighing } from '../../domain/device/weighing.ts';
import type { HostState } from './devices.ts';
import { watchScale } from './watch-scale.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

const weighs = (grams: number): Weighing => ({ kind: 'stable', grams, isZero: grams === 0, isNet: false });

/** A scale of which the test says what it tells, one event after the other. */
function watch(given: { readonly host?: HostState['status']; readonly name?: string | null } = {}) {
  const host = createStore<HostState>(() => ({ status: given.host ?? 'open' }));
  const world = { name: given.name === undefined ? 'scale-1' : given.name };
  const asked: (Weighing | null)[] = [];
  const waiting: ((look: Weighing) => void)[] = [];
  const watched = watchScale({
    scale: {
      weigh: () => Promise.reject(new Error('Nobody asks for it here.')),
      zero: () => Promise.resolve(weighs(0)),
      next: (seen) => {
        asked.push(seen);
        return new Promise((resolve) => waiting.push(resolve));
      },
    },
    name: () => world.name,
    host,
    onError: (error) => {
      throw error;
    },
    random: () => 0.5,
  });
  const settled = () => vi.advanceTimersByTimeAsync(0);
  return {
    ...watched,
    host,
    world,
    asked,
    setToZero: () => watched.zero(),
    settled,
    async tells(look: Weighing) {
      await settled();
      waiting.shift()?.(look);
      await settled();
    },
  };
}

describe('the scale of a register', () => {
  it('is absent where none is set, whatever the host does', async () => {
    const { state, asked, take, settled } = watch({ name: null });
    await settled();
    expect([state.getState(), asked, take(0)]).toEqual([{ status: 'absent' }, [], { ok: false, refusal: 'away' }]);
  });

  it.each([
    ['not_paired', 'not_paired'],
    ['away', 'no_host'],
  ] as const)('cannot be seen where the host is %s: %s', async (host, why) => {
    const { state, asked, take } = watch({ host });
    await vi.advanceTimersByTimeAsync(60_000);
    expect([state.getState(), asked, take(0)]).toEqual([{ status: 'away', why }, [], { ok: false, refusal: 'away' }]);
  });

  it('is seen as it tells, and asked for what differs from that', async () => {
    const { state, asked, tells } = watch();
    await tells(weighs(0));
    await tells({ kind: 'moving', grams: 300 });
    expect(state.getState()).toEqual({ status: 'seen', plate: { seen: { kind: 'moving', grams: 300 }, isUsed: false } });
    expect(asked).toEqual([null, weighs(0), { kind: 'moving', grams: 300 }]);
  });

  it('gives a weight once, until the goods have left', async () => {
    const { take, tells } = watch();
    await tells(weighs(640));
    expect([take(0), take(0)]).toEqual([
      { ok: true, value: { grams: 640, tareGrams: 0 } },
      { ok: false, refusal: 'used' },
    ]);
    await tells(weighs(980));
    expect(take(0)).toEqual({ ok: false, refusal: 'used' });
    await tells(weighs(0));
    await tells(weighs(980));
    expect(take(0)).toEqual({ ok: true, value: { grams: 980, tareGrams: 0 } });
  });

  it.each<Weighing>([{ kind: 'not_reachable' }, { kind: 'silent' }])('that is %j gives none, and is looked for again', async (look) => {
    const { state, asked, take, tells } = watch();
    await tells(weighs(640));
    await tells(look);
    expect([state.getState(), take(0), asked.length]).toEqual([{ status: 'away', why: 'no_scale' }, { ok: false, refusal: 'away' }, 2]);
    await vi.advanceTimersByTimeAsync(1_000);
    expect(asked.at(-1)).toBeNull();
    await tells(weighs(640));
    expect(take(0)).toEqual({ ok: true, value: { grams: 640, tareGrams: 0 } });
  });

  it('of which nothing was heard for seconds gives no weight that may be old', async () => {
    const { state, take, tells } = watch();
    await tells(weighs(640));
    await vi.advanceTimersByTimeAsync(4_999);
    expect(state.getState().status).toBe('seen');
    await vi.advanceTimersByTimeAsync(1);
    expect([state.getState(), take(0)]).toEqual([
      { status: 'away', why: 'no_scale' },
      { ok: false, refusal: 'away' },
    ]);
  });

  it('remembers over a host that was away that its goods are sold', async () => {
    const { host, take, tells } = watch();
    await tells(weighs(640));
    take(0);
    host.setState({ status: 'away' });
    expect(take(0)).toEqual({ ok: false, refusal: 'away' });
    host.setState({ status: 'open' });
    // The question of before is nobody's any more; its answer still shows what lies there.
    await tells({ kind: 'silent' });
    await vi.advanceTimersByTimeAsync(1_000);
    await tells(weighs(640));
    expect(take(0)).toEqual({ ok: false, refusal: 'used' });
  });

  it('whose place another one takes is looked at anew', async () => {
    const { world, look, state, take, tells } = watch();
    await tells(weighs(640));
    take(0);
    world.name = 'scale-2';
    look();
    expect(state.getState()).toEqual({ status: 'away', why: 'no_scale' });
    await tells(weighs(640));
    expect(state.getState().status).toBe('away');
    await tells(weighs(500));
    expect(take(0)).toEqual({ ok: true, value: { grams: 500, tareGrams: 0 } });
  });

  it('is set to zero, and seen so at once', async () => {
    const { setToZero, state, tells, settled } = watch();
    await tells(weighs(-20));
    setToZero();
    await settled();
    expect(state.getState()).toMatchObject({ plate: { seen: weighs(0) } });
  });
});
