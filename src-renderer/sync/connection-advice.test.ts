import { describe, expect, it } from 'vitest';
import type { Connection } from '../app/register-services.ts';
import { connectionAdvice, mayLeave } from './connection-advice.ts';

const now = 1_800_000_000_000;

describe('what the connection means for the person at the register', () => {
  it.each<[Connection, number, string, string]>([
    [{ status: 'online', since: now }, 0, 'good', 'Everything that was done here has been sent.'],
    [{ status: 'online', since: now }, 1, 'good', '1 operation is safe on this device'],
    [{ status: 'connecting' }, 3, 'info', '3 operations are safe on this device'],
    [{ status: 'offline', since: now - 120_000 }, 0, 'warn', '2 minutes ago; you can keep working'],
    [{ status: 'refused', code: 'register_cloned' }, 0, 'bad', 'two machines'],
    [{ status: 'refused', code: 'too_old' }, 2, 'warn', 'too old for the server. You can keep working. 2 operations are safe on this device'],
    [{ status: 'server_too_old', since: now }, 1, 'warn', 'The server is older than this app and needs its update'],
    [{ status: 'server_too_old', since: now }, 1, 'warn', '1 operation is safe on this device'],
    [{ status: 'refused', code: 'token_unknown' }, 0, 'bad', 'new register code'],
  ])('%j with %d pending', (connection, pending, tone, words) => {
    const advice = connectionAdvice({ connection, pending }, now);
    expect(advice.tone).toBe(tone);
    expect(advice.text).toContain(words);
  });

  it.each([['register_cloned', true], ['token_unknown', true], ['too_old', false]] as const)('after %s the device may become another register: %j', (code, may) => {
    expect(mayLeave({ status: 'refused', code })).toBe(may);
    expect(mayLeave({ status: 'offline', since: now })).toBe(false);
  });
});
