import { describe, expect, it } from 'vitest';
import { OLDEST_PROTOCOL_VERSION, PROTOCOL_VERSION } from '../../domain/protocol/protocol.ts';
import { createProtocolCheck } from './check-protocol.ts';
import { HttpRefusal } from './refuse.ts';

function answerTo(version: number, minimum?: number): string {
  try {
    createProtocolCheck(minimum).check(version);
    return 'let in';
  } catch (error) {
    return error instanceof HttpRefusal ? `${error.status} ${error.body.error.code}` : String(error);
  }
}

describe('which versions of the protocol are let in', () => {
  it.each([
    [OLDEST_PROTOCOL_VERSION, undefined, 'let in'],
    [PROTOCOL_VERSION, undefined, 'let in'],
    [PROTOCOL_VERSION, PROTOCOL_VERSION, 'let in'],
    [PROTOCOL_VERSION - 1, PROTOCOL_VERSION, '426 too_old'],
    [PROTOCOL_VERSION + 1, undefined, '409 server_too_old'],
    [PROTOCOL_VERSION, PROTOCOL_VERSION + 1, '426 too_old'],
    [OLDEST_PROTOCOL_VERSION, 0, 'let in'],
  ])('version %d where at least %s is asked for: %s', (version, minimum, answer) => {
    expect(answerTo(version, minimum)).toBe(answer);
  });
});
