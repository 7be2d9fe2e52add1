import { describe, expect, it } from 'vitest';
import { badgeCode, isBadge, makeBadge, readBadge } from './badge.ts';

const CODE = 'OPB1ABCDEFGH23456789JKLMNPQRSTUVWXYZ';
const BADGE = { selector: 'ABCDEFGH', secret: '23456789JKLMNPQRSTUVWXYZ' };

describe('a badge', () => {
  it('is made of chance, and read as it was made', () => {
    let drawn = 0;
    const badge = makeBadge((from, to) => from + (drawn++ % (to - from)));
    expect(badge).toEqual({ selector: '23456789', secret: 'ABCDEFGHJKLMNPQRSTUVWXYZ' });
    expect(badgeCode(badge)).toBe('OPB123456789ABCDEFGHJKLMNPQRSTUVWXYZ');
    expect(readBadge(badgeCode(badge))).toEqual(badge);
  });

  it.each([CODE, CODE.toLowerCase(), ` ${CODE} `, `]C0${CODE}`])('is read from %s', (code) => {
    expect([isBadge(code), readBadge(code)]).toEqual([true, BADGE]);
  });

  it.each([CODE.slice(0, -1), `${CODE}2`, CODE.replace('2', '0'), 'OPB1'])(
    'that is damaged is still a badge, and opens nothing: %s',
    (code) => {
      expect([isBadge(code), readBadge(code)]).toEqual([true, null]);
    },
  );

  it.each(['4006381333931', 'AB-1234', '', 'OPB2ABCDEFGH23456789JKLMNPQRSTUVWXYZ', '(01)09501101530003'])('is not %s', (code) => {
    expect([isBadge(code), readBadge(code)]).toEqual([false, null]);
  });
});
