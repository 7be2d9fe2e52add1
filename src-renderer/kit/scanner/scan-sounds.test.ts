import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { type SCAN_SOUNDS, scannerSetting } from './scanner-setting.ts';

const heard: number[] = [];

/** A sound card that notes the pitch of every tone. */
class SoundCard {
  readonly currentTime = 0;
  readonly destination = {};

  createOscillator() {
    const frequency = { value: 0 };
    return { frequency, connect: <T>(to: T): T => to, start: () => void heard.push(frequency.value), stop: () => undefined };
  }

  createGain() {
    return { gain: { value: 0 }, connect: <T>(to: T): T => to };
  }
}

beforeEach(() => {
  vi.resetModules();
  vi.useFakeTimers({ toFake: ['performance'] });
  vi.stubGlobal('AudioContext', SoundCard);
  vi.stubGlobal('navigator', { userActivation: { hasBeenActive: false } });
  heard.length = 0;
});

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

/** The sounds as an app that was just started has them. */
async function start(sounds: (typeof SCAN_SOUNDS)[number]) {
  const { scannerSetting: setting } = await import('./scanner-setting.ts');
  setting.setState({ sounds });
  return import('./scan-sounds.ts');
}

it.each([
  ['all', [1320], [220, 220]],
  ['refused', [], [220, 220]],
  ['none', [], []],
] as const)('with %s, a scan that is taken and one that is refused are heard apart', async (sounds, taken, refused) => {
  const { soundTaken, soundRefusal } = await start(sounds);
  soundTaken();
  expect(heard).toEqual(taken);
  heard.length = 0;
  soundRefusal();
  expect(heard).toEqual(refused);
});

it('lets no scan that is taken sound into a refusal', async () => {
  const { soundTaken, soundRefusal } = await start('all');
  soundRefusal();
  soundTaken();
  vi.advanceTimersByTime(400);
  soundTaken();
  expect(heard).toEqual([220, 220, 1320]);
});

it('says nothing, and goes on, where there is no sound', async () => {
  vi.stubGlobal('AudioContext', undefined);
  const { soundTaken, soundRefusal } = await start('all');
  expect(() => [soundTaken(), soundRefusal()]).not.toThrow();
});

it('sounds with every scan where nobody said otherwise', () => {
  expect(scannerSetting.getState().sounds).toBe('all');
});
