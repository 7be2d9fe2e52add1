import { z } from 'zod';
import type { PinsState } from '../kit/register-services.ts';
import type { DeviceNotes } from '../storage/device-notes.ts';

const NOTE = 'time-away';
const DAY_MS = 24 * 3_600_000;
/** A device that hears from its server notes that no more often than this. */
const NOTE_EVERY_MS = 5 * 60_000;
/** PINs are about to end for as long as this, but for no more than half of the time. */
const WARN_MS = 2 * DAY_MS;

/** `at` is when the clock was looked at last, `heardAt` when a pull was last complete, both by the device's clock. */
const note = z.object({ awayMs: z.number().min(0), at: z.number(), heardAt: z.number() });

/** How long a device has not heard from its server. */
export interface TimeAway {
  /** Milliseconds. Looks at the clock, and keeps what it saw across restarts. */
  look(): number;
  /** A pull found nothing more. @param completeAt when, epoch milliseconds; one that it knows already changes nothing. */
  heard(completeAt: number): void;
}

/**
 * Adds up how far the clock went on since the last complete pull. A clock that is set back takes nothing away, and time goes on from there:
 * so nobody lengthens it for ever.
 * @param heardAt when a pull was last complete, epoch milliseconds; null for never. @param now epoch milliseconds.
 */
export async function openTimeAway(notes: DeviceNotes, heardAt: number | null, now: () => number): Promise<TimeAway> {
  const kept = note.safeParse(await notes.read(NOTE));
  const begun = heardAt ?? now();
  // A note of before the last complete pull says nothing any more.
  const isValid = kept.success && (heardAt === null || kept.data.heardAt >= heardAt);
  let { awayMs, at, heardAt: heard } = isValid ? kept.data : { awayMs: 0, at: begun, heardAt: begun };
  let notedAt = at;
  let known = heardAt;
  const keep = (): void => {
    notedAt = at;
    notes.writeBehind(NOTE, { awayMs, at, heardAt: heard });
  };
  const look = (): number => {
    const time = now();
    awayMs += Math.max(0, time - at);
    at = time;
    return awayMs;
  };
  return {
    look() {
      look();
      if (Math.abs(at - notedAt) >= NOTE_EVERY_MS) keep();
      return awayMs;
    },
    heard(completeAt) {
      if (completeAt === known) return;
      known = completeAt;
      const wasLong = look() >= NOTE_EVERY_MS;
      awayMs = 0;
      heard = at;
      if (wasLong || Math.abs(at - notedAt) >= NOTE_EVERY_MS) keep();
    },
  };
}

/** Whether PINs count on a device that has been away for so long. @param days that they may count without a server. */
export function pinsAfter(awayMs: number, days: number): PinsState {
  const limit = days * DAY_MS;
  const left = limit - awayMs;
  if (left <= 0) return { status: 'ended' };
  return left <= Math.min(WARN_MS, limit / 2) ? { status: 'ending', days: Math.ceil(left / DAY_MS) } : { status: 'valid' };
}
