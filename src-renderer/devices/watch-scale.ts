import { createStore, type StoreApi } from 'zustand/vanilla';
import { refuse } from '../../domain/base/result.ts';
import { NEXT_WITHIN_MS, type ScalePort, type Weighing } from '../../domain/device/weighing.ts';
import { type Plate, seePlate, takeWeight, UNSEEN_PLATE, takenPlate } from '../../domain/weighing/take-weight.ts';
import { keepTrying, type Loop } from '../base/keep-trying.ts';
import type { ScaleServices, ScaleState } from '../kit/scale-services.ts';
import type { HostState } from './devices.ts';

export interface WatchScaleOptions {
  readonly scale: ScalePort;
  /** Which scale is set, in words that differ where the scale does; null where the register has none. */
  readonly name: () => string | null;
  readonly host: StoreApi<HostState>;
  readonly onError: (error: unknown) => void;
  readonly random: () => number;
}

export interface ScaleWatch extends ScaleServices {
  /** Looks now: another scale may have been set. */
  look(): void;
  stop(): void;
}

/** How long (milliseconds) until a scale is looked for again that is away. */
const AWAY_MS = 1_000;
/** Whoever has heard nothing of the scale for so long (milliseconds) does not know what lies on it. */
const HEARD_WITHIN_MS = NEXT_WITHIN_MS + 3_000;

/** Waits for a look, but not for ever: what was seen before may be old. */
function inTime(look: Promise<Weighing>): Promise<Weighing> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => resolve({ kind: 'silent' }), HEARD_WITHIN_MS);
    void look.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}

const isAway = ({ kind }: Weighing) => kind === 'not_reachable' || kind === 'silent';

/** Keeps in view what lies on the register's scale. */
export function watchScale({ scale, name, host, onError, random }: WatchScaleOptions): ScaleWatch {
  let plate = UNSEEN_PLATE;
  let watched = name();
  let loop: Loop | null = null;

  function now(): ScaleState {
    const { status } = host.getState();
    if (watched === null) return { status: 'absent' };
    if (status !== 'open') return { status: 'away', why: status === 'away' ? 'no_host' : 'not_paired' };
    return isAway(plate.seen) ? { status: 'away', why: 'no_scale' } : { status: 'seen', plate };
  }
  const state = createStore<ScaleState>(now);

  function show(next: Plate): void {
    plate = next;
    const seen = now();
    if (JSON.stringify(seen) !== JSON.stringify(state.getState())) state.setState(seen, true);
  }

  async function round(): Promise<'again' | 'wait'> {
    const asked = watched;
    const look = await inTime(scale.next(isAway(plate.seen) ? null : plate.seen));
    // Another scale has been set meanwhile.
    if (asked !== watched) return 'again';
    show(seePlate(plate, look));
    return isAway(look) ? 'wait' : 'again';
  }

  function look(): void {
    const wanted = name();
    if (wanted !== watched) plate = UNSEEN_PLATE;
    watched = wanted;
    if (watched !== null && host.getState().status === 'open') {
      loop ??= keepTrying({ round, idleMs: AWAY_MS, onError, random });
      loop.kick();
      return show(plate);
    }
    loop?.stop();
    loop = null;
    // Whoever cannot see the plate does not know what lies on it now, but knows whether that was sold.
    show(seePlate(plate, UNSEEN_PLATE.seen));
  }

  look();
  const unsubscribe = host.subscribe(look);
  return {
    state,
    look,
    take(tareGrams) {
      if (now().status !== 'seen') return refuse('away');
      const taken = takeWeight(plate, tareGrams);
      if (taken.ok) show(takenPlate(plate));
      return taken;
    },
    zero() {
      void scale.zero().then((seen) => show(seePlate(plate, seen)), onError);
    },
    stop() {
      unsubscribe();
      loop?.stop();
    },
  };
}
