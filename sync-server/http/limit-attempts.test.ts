import { describe, expect, it } from 'vitest';
import { addressKey, limitHere } from './limit-attempts.ts';

describe('limitHere', () => {
  it('lets each do so much in a time, and then again when the time is over', () => {
    let now = 0;
    const limit = limitHere({ attempts: 2, perMs: 1000 }, () => now);
    expect(limit.take('a')).toBe(0);
    now = 400;
    expect([limit.take('a'), limit.take('a'), limit.take('b')]).toEqual([0, 600, 0]);
    now = 1000;
    expect([limit.take('a'), limit.take('a')]).toEqual([0, 400]);
  });

  it('does not count what was given back', () => {
    const limit = limitHere({ attempts: 1, perMs: 1000 }, () => 0);
    for (let time = 0; time < 5; time += 1) {
      expect(limit.take('a')).toBe(0);
      limit.giveBack('a');
    }
  });
});

describe('addressKey', () => {
  it.each([
    ['192.0.2.7', '192.0.2.7'],
    ['::ffff:192.0.2.7', '192.0.2.7'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
    ['2001:0DB8:1:2::9', '2001:db8:1:2::/64'],
    ['2001:db8::9', '2001:db8:0:0::/64'],
    ['fe80::1%eth0', 'fe80:0:0:0::/64'],
    ['::1', '0:0:0:0::/64'],
  ])('%s counts as %s', (ip, key) => {
    expect(addressKey(ip)).toBe(key);
  });
});
