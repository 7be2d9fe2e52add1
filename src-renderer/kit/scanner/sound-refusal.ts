let audio: AudioContext | null = null;

/** Two low tones and a short buzz: people look at the goods, not at the screen. Silent where the device cannot. */
export function soundRefusal(): void {
  if (navigator.userActivation.hasBeenActive) navigator.vibrate?.([120, 60, 120]);
  try {
    audio ??= new AudioContext();
    for (const start of [0, 0.18]) {
      const tone = audio.createOscillator();
      const volume = audio.createGain();
      tone.frequency.value = 220;
      volume.gain.value = 0.15;
      tone.connect(volume).connect(audio.destination);
      tone.start(audio.currentTime + start);
      tone.stop(audio.currentTime + start + 0.12);
    }
  } catch {
    // No sound on this device; the notice on the screen says it too.
  }
}
