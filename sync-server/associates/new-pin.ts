import { pbkdf2, randomBytes, randomInt } from 'node:crypto';
import { promisify } from 'node:util';
import type { PinHash } from '../../domain/associates/associate.ts';
import { makePin } from '../../domain/associates/pin.ts';

/** Half a second on a tablet. */
const ITERATIONS = 600_000;

const derive = promisify(pbkdf2);

/** A PIN that nobody has chosen, and what registers check it by. The server forgets the PIN itself. */
export async function newPin(): Promise<{ readonly pin: string; readonly hash: PinHash }> {
  const pin = makePin(randomInt);
  const salt = randomBytes(16);
  const hash = await derive(pin, salt, ITERATIONS, 32, 'sha256');
  return { pin, hash: { salt: salt.toString('hex'), iterations: ITERATIONS, hash: hash.toString('hex') } };
}
