import { pbkdf2, randomBytes, randomInt } from 'node:crypto';
import { promisify } from 'node:util';
import type { BadgeHash, PinHash } from '../../domain/associates/associate.ts';
import { badgeCode, makeBadge } from '../../domain/associates/badge.ts';
import { makePin } from '../../domain/associates/pin.ts';

/** Half a second on a tablet. */
const ITERATIONS = 600_000;

const derive = promisify(pbkdf2);

async function slowHash(secret: string): Promise<PinHash> {
  const salt = randomBytes(16);
  const hash = await derive(secret, salt, ITERATIONS, 32, 'sha256');
  return { salt: salt.toString('hex'), iterations: ITERATIONS, hash: hash.toString('hex') };
}

/** A PIN that nobody has chosen, and what registers check it by. The server forgets the PIN itself. */
export async function newPin(): Promise<{ readonly pin: string; readonly hash: PinHash }> {
  const pin = makePin(randomInt);
  return { pin, hash: await slowHash(pin) };
}

/** The code of a new badge, and what registers check it by. The server forgets the code itself. */
export async function newBadge(): Promise<{ readonly code: string; readonly hash: BadgeHash }> {
  const badge = makeBadge(randomInt);
  return { code: badgeCode(badge), hash: { selector: badge.selector, secret: await slowHash(badge.secret) } };
}
