import { describe, expect, it } from 'vitest';
import { bridgeContract } from './bridge.ts';

describe('the bridge contract refuses', () => {
  const append = (...lines: unknown[]) => bridgeContract['journalMirror.append'].args.safeParse([lines]).success;
  const load = (name: unknown) => bridgeContract['secrets.load'].args.safeParse([name]).success;

  it.each([
    ['no lines', append()],
    ['a line that is two', append('{"a":\n1}')],
    ['a line that is no JSON', append('{"a":1')],
    ['a line that is no text', append({ a: 1 })],
    ['a line of more than a million characters', append(JSON.stringify('x'.repeat(1_000_000)))],
    ['a secret name with a path in it', load('../token')],
    ['an empty secret name', load('')],
    ['an argument too many', bridgeContract['app.info'].args.safeParse([1]).success],
    ['a negative place to read from', bridgeContract['journalMirror.read'].args.safeParse([-1]).success],
  ])('%s', (_what, accepted) => {
    expect(accepted).toBe(false);
  });

  it('and takes what is well formed', () => {
    expect([append('{"seq":1}', '{"seq":2}'), load('register.token')]).toEqual([true, true]);
  });
});
