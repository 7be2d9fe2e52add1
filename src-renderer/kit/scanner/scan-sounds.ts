import { scannerSetting } from './scanner-setting.ts';

interface Tone {
  /** Hertz. */
  readonly pitch: number;
  /** Seconds from now. */
  readonly from: number;
  /** In seconds. */
  readonly length: number;
  /** From 0 to 1. */
  readonly volume: number;
}

/** Short, high and soft: it comes with every scan, all day. */
const TAKEN: readonly Tone[] = [{ pitch: 1320, from: 0, length: 0.06, volume: 0.06 }];

/** Two low tones: people look at the goods, not at the screen. */
const REFUSED: readonly Tone[] = [
  { pitch: 220, from: 0, length: 0.12, volume: 0.15 },
  { pitch: 220, from: 0.18, length: 0.12, volume: 0.15 },
];

/** A soft chime of two tones, one after the other: it calls from afar and frightens nobody. */
const NEWS: readonly Tone[] = [
  { pitch: 660, from: 0, length: 0.18, volume: 0.12 },
  { pitch: 880, from: 0.2, length: 0.28, volume: 0.12 },
];

let audio: AudioContext | null = null;
/** Until when a refusal is heard, in milliseconds of `performance.now()`. */
let refusedUntil = -Infinity;

function play(tones: readonly Tone[]): void {
  try {
    audio ??= new AudioContext();
    for (const { pitch, from, length, volume } of tones) {
      const tone = audio.createOscillator();
      const gain = audio.createGain();
      tone.frequency.value = pitch;
      gain.gain.value = volume;
      tone.connect(gain).connect(audio.destination);
      tone.start(audio.currentTime + from);
      tone.stop(audio.currentTime + from + length);
    }
  } catch {
    // No sound on this device; the screen says it too.
  }
}

/** Says aloud that something was not taken, with a short buzz. Silent where the device cannot, or is set so. */
export function soundRefusal(): void {
  if (scannerSetting.getState().sounds === 'none') return;
  if (navigator.userActivation.hasBeenActive) navigator.vibrate?.([120, 60, 120]);
  refusedUntil = performance.now() + 300;
  play(REFUSED);
}

/** Says aloud that a scan was taken, unless a refusal is being heard. Silent where the device cannot, or is set so. */
export function soundTaken(): void {
  if (scannerSetting.getState().sounds !== 'all' || performance.now() < refusedUntil) return;
  play(TAKEN);
}

/** Says aloud that something new has come that somebody should see. Silent where the device cannot, or is set so. */
export function soundNews(): void {
  if (scannerSetting.getState().sounds === 'none') return;
  play(NEWS);
}

/** Says aloud, with two chimes, that a customer waits outside. Silent where the device cannot, or is set so. */
export function soundArrival(): void {
  if (scannerSetting.getState().sounds === 'none') return;
  play([...NEWS, ...NEWS.map((tone) => ({ ...tone, from: tone.from + 0.7 }))]);
}
