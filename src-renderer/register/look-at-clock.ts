import { CLOCK_TOLERANCE_MS } from '../../domain/reports/watch-clock.ts';
import type { ClockNews } from '../kit/register-services.ts';

/** Further than this from the server's time, a clock is wrong. */
export const WRONG_BY_MS = 5 * 60_000;
/** A computer that sleeps skips time, too, but hardly with the app open for so long. */
export const LONGEST_SLEEP_MS = 7 * 86_400_000;

/** What the clocks show at one moment, in milliseconds. */
export interface ClockLook {
  /** The device's clock, since 1970. */
  readonly wallMs: number;
  /** A clock that nobody can set, since some moment; it may stand still while the computer sleeps. Null: of an earlier start of the app. */
  readonly steadyMs: number | null;
  /** Server time less device time at the last contact, and when that was by the device; null before the first contact. */
  readonly server: { readonly offsetMs: number; readonly contactAt: number } | null;
}

/** What the clocks showed last, and what a person has to know of them. */
export interface ClockSeen {
  readonly look: ClockLook;
  readonly news: ClockNews | null;
}

/** What the server knows of the clock. @param news of before. */
function byServer(news: ClockNews | null, wallMs: number, offsetMs: number): ClockNews | null {
  if (Math.abs(offsetMs) <= WRONG_BY_MS) return null;
  return news ?? { kind: 'off', saidMs: wallMs + offsetMs, saysMs: wallMs };
}

/**
 * Notices when a device's clock was set back, or far ahead, or goes wrong by the server. Time zones and summer
 * time move no clock that counts since 1970; a computer that slept, a page that was held up and a correction by seconds are no jumps.
 */
export function lookAtClock(seen: ClockSeen, look: ClockLook): ClockSeen {
  const { wallMs, steadyMs, server } = look;
  const before = seen.look;
  const passed = steadyMs === null || before.steadyMs === null ? 0 : Math.max(0, steadyMs - before.steadyMs);
  const saidMs = before.wallMs + passed;
  const jumpedMs = wallMs - saidMs;
  const { news } = seen;
  // Somebody did what the notice asks for.
  if (news !== null && Math.abs(jumpedMs + news.saysMs - news.saidMs) <= CLOCK_TOLERANCE_MS) return { look, news: null };
  if (jumpedMs < -CLOCK_TOLERANCE_MS) return { look, news: { kind: 'back', saidMs, saysMs: wallMs } };
  if (before.steadyMs !== null && jumpedMs > LONGEST_SLEEP_MS) return { look, news: { kind: 'ahead', saidMs, saysMs: wallMs } };
  const isHeard = server !== null && server.contactAt !== before.server?.contactAt;
  return { look, news: isHeard ? byServer(news, wallMs, server.offsetMs) : news };
}
