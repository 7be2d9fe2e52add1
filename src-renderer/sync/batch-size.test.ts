import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createBatchSize } from './batch-size.ts';

/**
 * Sends `total` things over a road on which at most `fits` pass at once.
 * @returns how many messages that took, with those that did not pass.
 */
function sendAll(total: number, fits: number, most: number): { messages: number; refused: number } {
  const size = createBatchSize(most);
  let [messages, refused] = [0, 0];
  for (let left = total; left > 0; messages += 1) {
    const batch = Math.min(left, size.current());
    if (batch <= fits) {
      left -= batch;
      size.succeeded();
    } else {
      refused += 1;
      size.didNotFit(batch);
    }
  }
  return { messages, refused };
}

describe('createBatchSize', () => {
  it('gets everything through whatever fits, down to one, and wastes few messages', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 3_000 }), fc.integer({ min: 1, max: 600 }), (total, fits) => {
        const { messages, refused } = sendAll(total, fits, 500);
        expect(refused).toBeLessThanOrEqual(10 + messages / 8);
      }),
    );
    expect(sendAll(500, 500, 500)).toEqual({ messages: 1, refused: 0 });
    expect(sendAll(500, 400, 500)).toEqual({ messages: 3, refused: 1 });
  });

  it('halves around what the server fails over, and is whole again soon after', () => {
    const size = createBatchSize(500);
    for (let sent = 500; sent > 1; sent = size.current()) size.failed(sent);
    expect(size.current()).toBe(1);
    for (let count = 0; count < 9; count += 1) size.succeeded();
    expect(size.current()).toBe(500);
  });
});
