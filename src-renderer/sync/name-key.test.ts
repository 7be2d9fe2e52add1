import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { makeKey } from '../../test/support/memory-keys.ts';
import { startNamingKey } from './name-key.ts';
import { ServerRefused, ServerUnreachable } from '../base/http-client.ts';

const { publicKey } = makeKey();
const HOUR = 3_600_000;

describe('[A4] a register names its key', () => {
  beforeEach(() => vi.useFakeTimers());
  afterEach(() => vi.useRealTimers());

  async function run(answers: readonly (() => Promise<void>)[]) {
    const asked: unknown[] = [];
    const errors: unknown[] = [];
    const nameKey = (key: unknown) => (answers[asked.push(key) - 1] ?? (() => Promise.resolve()))();
    const loop = startNamingKey({ client: { nameKey }, publicKey, onError: (error) => errors.push(error), random: () => 1 });
    await vi.advanceTimersByTimeAsync(HOUR);
    loop.stop();
    return { asked, errors };
  }
  const refused = (status: number, code: string) => () => Promise.reject(new ServerRefused(status, code, code));

  it('once, when the server takes it', async () => {
    expect(await run([])).toEqual({ asked: [publicKey], errors: [] });
  });

  it('again, when the server cannot be asked', async () => {
    const { asked, errors } = await run([() => Promise.reject(new ServerUnreachable('No network.'))]);
    expect([asked.length, errors]).toEqual([2, []]);
  });

  it('again from time to time, when the server knows another, and says so to support', async () => {
    const { asked, errors } = await run(Array.from({ length: 3 }, () => refused(409, 'key_known')));
    expect([asked.length, errors.length]).toEqual([4, 3]);
  });

  it('without a report, when the whole register is refused', async () => {
    expect((await run([refused(403, 'register_withdrawn')])).errors).toEqual([]);
  });
});
