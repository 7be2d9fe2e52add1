import { Secret, TOTP } from 'otpauth';

const PERIOD_SECONDS = 30;
/** The clock of a telephone may be wrong by one step. */
const STEPS_OF_CLOCK_ERROR = 1;

function totpOf(secret: string, label = '', issuer = ''): TOTP {
  return new TOTP({ secret: Secret.fromBase32(secret), algorithm: 'SHA1', digits: 6, period: PERIOD_SECONDS, label, issuer });
}

/** A secret for codes that change every 30 seconds: 160 random bits, in base32. */
export function newTotpSecret(): string {
  return new Secret({ size: 20 }).base32;
}

/** What an app for codes reads from a QR code: `otpauth://totp/…`. */
export function totpAddress(secret: string, { user, company }: { readonly user: string; readonly company: string }): string {
  return totpOf(secret, user, company).toString();
}

/**
 * The time step that a code is of; null for a wrong one. A code works once: whoever asks keeps the step, and takes only later ones.
 * @param at the time of the server.
 */
export function totpStep(secret: string, code: string, at: Date): number | null {
  const token = code.replace(/\s/g, '');
  if (!/^\d{6}$/.test(token)) return null;
  const delta = totpOf(secret).validate({ token, timestamp: at.getTime(), window: STEPS_OF_CLOCK_ERROR });
  return delta === null ? null : Math.floor(at.getTime() / 1000 / PERIOD_SECONDS) + delta;
}
