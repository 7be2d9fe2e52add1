import { z } from 'zod';
import type { RegisterParts } from './register-parts.ts';
import { CLOCK_TOLERANCE_MS } from '../../domain/reports/watch-clock.ts';
import { type ClockLook, type ClockSeen, lookAtClock } from './look-at-clock.ts';

const NOTE = 'clock';
const LOOK_EVERY_MS = 10_000;

const note = z.object({ wallMs: z.number() });

/**
 * Keeps in view whether the device's clock was set, also between two starts of the app. What a person has to know is in `clock` of the
 * state of sync.
 * @param steady milliseconds of a clock that nobody can set. @returns a function that ends it.
 */
export async function startClockWatch(
  { notes, link, now }: Pick<RegisterParts, 'notes' | 'link' | 'now'>,
  steady: () => number,
): Promise<() => void> {
  const kept = note.safeParse(await notes.read(NOTE));
  const read = (): ClockLook => {
    const { lastContactAt } = link.state.getState();
    const offsetMs = link.clockOffsetMs();
    return {
      wallMs: now(),
      steadyMs: steady(),
      server: offsetMs === null || lastContactAt === null ? null : { offsetMs, contactAt: lastContactAt },
    };
  };
  let seen: ClockSeen = { look: kept.success ? { wallMs: kept.data.wallMs, steadyMs: null, server: null } : read(), news: null };
  let notedAt = kept.success ? kept.data.wallMs : Number.NEGATIVE_INFINITY;

  function look(): void {
    seen = lookAtClock(seen, read());
    if (seen.news !== link.state.getState().clock) link.state.setState({ clock: seen.news });
    const { wallMs } = seen.look;
    if (Math.abs(wallMs - notedAt) < CLOCK_TOLERANCE_MS) return;
    notedAt = wallMs;
    notes.writeBehind(NOTE, { wallMs });
  }

  look();
  const timer = setInterval(look, LOOK_EVERY_MS);
  const unsubscribe = link.state.subscribe((state, before) => {
    if (state.lastContactAt !== before.lastContactAt) look();
  });
  return () => {
    clearInterval(timer);
    unsubscribe();
  };
}
