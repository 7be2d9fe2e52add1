import { describe, expect, it } from 'vitest';
import type { DeviceNotes } from '../storage/device-notes.ts';
import { openTimeAway, pinsAfter } from './time-away.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const START = Date.UTC(2026, 2, 1);

/** A device with a clock that can be set, and what it keeps across restarts. */
function device() {
  const kept = new Map<string, unknown>();
  const clock = { at: START };
  const notes: DeviceNotes = {
    read: (name) => Promise.resolve(kept.get(name)),
    write: (name, value) => Promise.resolve(void kept.set(name, value)),
    writeBehind: (name, value) => void kept.set(name, value),
  };
  return { clock, kept, start: (heardAt: number | null = START) => openTimeAway(notes, heardAt, () => clock.at) };
}

describe('the time away from the server', () => {
  it('[A1] is that since the last complete pull, also while the device was off', async () => {
    const { clock, start } = device();
    clock.at += 3 * DAY;
    const away = await start();
    expect(away.look()).toBe(3 * DAY);
    clock.at += DAY;
    expect(away.look()).toBe(4 * DAY);
    away.heard(clock.at);
    expect(away.look()).toBe(0);
    clock.at += HOUR;
    expect((await start(clock.at - HOUR)).look()).toBe(HOUR);
  });

  it('[A1] is not ended by the pull of before the start, however often it is told of', async () => {
    const { clock, start } = device();
    clock.at += 3 * DAY;
    const away = await start();
    away.heard(START);
    expect(away.look()).toBe(3 * DAY);
  });

  it('[A1] does not get shorter by a clock that is set back, not by a restart either, and goes on from there', async () => {
    const { clock, start } = device();
    clock.at += 10 * DAY;
    expect((await start()).look()).toBe(10 * DAY);
    clock.at = START - 300 * DAY;
    const again = await start();
    expect(again.look()).toBe(10 * DAY);
    clock.at += 2 * DAY;
    expect(again.look()).toBe(12 * DAY);
    clock.at -= 2 * DAY;
    const third = await start();
    expect(third.look()).toBe(12 * DAY);
    clock.at += DAY;
    expect(third.look()).toBe(13 * DAY);
  });

  it('begins anew with a complete pull, whatever the clock said before', async () => {
    const { clock, start } = device();
    clock.at += 400 * DAY;
    const away = await start();
    expect(away.look()).toBe(400 * DAY);
    clock.at = START + HOUR;
    away.heard(clock.at);
    expect(away.look()).toBe(0);
    clock.at += HOUR;
    expect((await start(START + HOUR)).look()).toBe(HOUR);
  });

  it('of a device that never heard begins when it is looked at first', async () => {
    const { clock, start } = device();
    expect((await start(null)).look()).toBe(0);
    clock.at += DAY;
    expect((await start(null)).look()).toBe(0);
  });

  it('is not written to the disk with every pull', async () => {
    const { clock, kept, start } = device();
    const away = await start();
    clock.at += 1_000;
    away.heard(clock.at);
    expect(kept.size).toBe(0);
    clock.at += 6 * 60_000;
    away.heard(clock.at);
    expect([...kept.values()]).toEqual([{ awayMs: 0, at: clock.at, heardAt: clock.at }]);
  });
});

describe('PINs without a server', () => {
  it.each([
    [0, 14, { status: 'valid' }],
    [12 * DAY - 1, 14, { status: 'valid' }],
    [12 * DAY, 14, { status: 'ending', days: 2 }],
    [13 * DAY, 14, { status: 'ending', days: 1 }],
    [14 * DAY - 1, 14, { status: 'ending', days: 1 }],
    [14 * DAY, 14, { status: 'ended' }],
    [0, 1, { status: 'valid' }],
    [12 * HOUR, 1, { status: 'ending', days: 1 }],
    [DAY, 1, { status: 'ended' }],
  ] as const)('[A1] after %i ms of %i days: %j', (awayMs, days, state) => {
    expect(pinsAfter(awayMs, days)).toEqual(state);
  });
});
