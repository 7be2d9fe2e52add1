import { describe, expect, it } from 'vitest';
import type { Connection } from '../../kit/register-services.ts';
import type { JournalHealth } from '../../base/journal-health.ts';
import { connectionAdvice } from './connection-advice.ts';

const now = 1_800_000_000_000;

describe('what the connection means for the person at the register', () => {
  it.each<[Connection, number, string, string]>([
    [{ status: 'online', since: now }, 0, 'good', 'Everything that was done here has been sent.'],
    [{ status: 'online', since: now }, 1, 'good', '1 operation is safe on this device'],
    [{ status: 'connecting' }, 3, 'info', '3 operations are safe on this device'],
    [{ status: 'offline', since: now - 120_000 }, 0, 'warn', '2 minutes ago; you can keep working'],
    [{ status: 'refused', code: 'register_cloned' }, 0, 'bad', 'Two machines'],
    [
      { status: 'refused', code: 'too_old' },
      2,
      'warn',
      'too old for the server. You can keep working. 2 operations are safe on this device',
    ],
    [{ status: 'server_too_old', since: now }, 1, 'warn', 'The server is older than this app and needs its update'],
    [{ status: 'server_too_old', since: now }, 1, 'warn', '1 operation is safe on this device'],
    [{ status: 'refused', code: 'token_unknown' }, 0, 'bad', 'new register code'],
    [{ status: 'refused', code: 'register_withdrawn' }, 3, 'bad', 'The head office has withdrawn this register'],
  ])('%j with %d pending', (connection, pending, tone, words) => {
    const advice = connectionAdvice({ connection, pending, journal: 'whole', forkHandedOver: false, sendTrouble: null }, now);
    expect(advice.tone).toBe(tone);
    expect(advice.text).toContain(words);
  });

  it.each<[JournalHealth, number, string, string]>([
    ['lost', 0, 'bad', 'nothing is sent. Save a copy for support, then set this device up as a new register.'],
    ['lost', 1, 'bad', '1 operation has not been sent; it is kept on this device.'],
    ['lost', 2, 'bad', '2 operations have not been sent; they are kept on this device.'],
    ['needs_server', 1, 'warn', 'until the server has been asked for what is missing. 1 operation has not been sent'],
  ])(
    'of a journal that is %s, with %d pending, it never says that they will be sent or that work goes on',
    (journal, pending, tone, words) => {
      for (const connection of [
        { status: 'online', since: now },
        { status: 'offline', since: now },
        { status: 'connecting' },
      ] satisfies Connection[]) {
        const advice = connectionAdvice({ connection, pending, journal, forkHandedOver: false, sendTrouble: null }, now);
        expect(advice.tone).toBe(tone);
        expect(advice.text).toContain(words);
        expect(advice.text).not.toMatch(/will be sent|keep working/);
      }
      expect(
        connectionAdvice(
          { connection: { status: 'refused', code: 'register_cloned' }, pending, journal, forkHandedOver: false, sendTrouble: null },
          now,
        ).text,
      ).toContain('Two machines');
    },
  );

  it.each([
    ['too_large', 413, 'does not let messages of this size through (413)'],
    ['too_slow', null, 'too slow for what is to be sent'],
    ['not_signed', 403, 'the server knows another key of this register'],
    ['refused', 403, 'refuses it (403)'],
    ['failed', 502, 'fails over it (502)'],
    ['no_answer', null, 'no answer comes'],
  ] as const)('says why sending fails while the server can be asked: %s', (reason, status, words) => {
    const { tone, text } = connectionAdvice(
      {
        connection: { status: 'online', since: now },
        pending: 2,
        journal: 'whole',
        forkHandedOver: false,
        sendTrouble: { reason, status, since: now - 120_000 },
      },
      now,
    );
    expect(tone).toBe('warn');
    expect(text).toContain(words);
    expect(text).toContain('2 operations are safe on this device');
  });

  it.each([
    [true, 'is with the head office'],
    [false, 'is kept on this device, and goes to the head office by itself'],
  ] as const)('[J7] says of two machines what has become of the records: handed over %j', (forkHandedOver, words) => {
    const { text } = connectionAdvice(
      { connection: { status: 'refused', code: 'register_cloned' }, pending: 1, journal: 'whole', forkHandedOver, sendTrouble: null },
      now,
    );
    expect(text).toContain(words);
    expect(text).not.toContain('has been sent');
  });
});
