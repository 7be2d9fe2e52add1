import { describe, expect, it } from 'vitest';
import { FINAL_REFUSALS, isFinalRefusal, pullRequest, PULL_LIMIT, pushRequest, PUSH_LIMIT } from './protocol.ts';

describe('the wire format', () => {
  it.each(FINAL_REFUSALS)('gives up after %s', (code) => {
    expect(isFinalRefusal(code)).toBe(true);
  });

  it.each(['not_ready', 'internal', 'rate_limited', ''])('tries again after %j', (code) => {
    expect(isFinalRefusal(code)).toBe(false);
  });

  it('takes no batch that is empty or too long, and no page that is too large', () => {
    expect(pushRequest.safeParse({ operations: [] }).success).toBe(false);
    expect(pushRequest.safeParse({ operations: Array.from({ length: PUSH_LIMIT }, () => 1) }).success).toBe(true);
    expect(pushRequest.safeParse({ operations: Array.from({ length: PUSH_LIMIT + 1 }, () => 1) }).success).toBe(false);
    expect(pullRequest.parse({ checkpoint: {} }).limit).toBe(PULL_LIMIT);
    expect(pullRequest.safeParse({ checkpoint: {}, limit: PULL_LIMIT + 1 }).success).toBe(false);
    expect(pullRequest.safeParse({ checkpoint: { all: -1 } }).success).toBe(false);
  });
});
