import { describe, expect, it } from 'vitest';
import { isCommand, readCommand, readSteps, saysHowMuch } from './scan-command.ts';

describe('what is typed before a scan', () => {
  it.each<[string, number, boolean, string]>([
    ['3*', 3, false, ''],
    ['12 × ', 12, false, ''],
    ['3*4006381333931', 3, false, '4006381333931'],
    ['2*iced tea', 2, false, 'iced tea'],
    ['$', 1, true, ''],
    ['$ 4006381333931', 1, true, '4006381333931'],
    ['tea', 1, false, 'tea'],
    ['0*tea', 1, false, '0*tea'],
    ['12345*tea', 1, false, '12345*tea'],
    ['4006381333931', 1, false, '4006381333931'],
    ['3 * 4 tea', 3, false, '4 tea'],
  ])('%j asks for %d, to tell the price alone: %s', (text, quantity, isPriceCheck, rest) => {
    expect(readCommand(text)).toEqual({ command: { quantity, isPriceCheck }, rest });
    expect(isCommand(text)).toBe(rest === '');
  });

  it.each([
    ['+', 1],
    ['+++', 3],
    [' - ', -1],
    ['−−', -2],
    ['+-', null],
    ['-1', null],
    ['', null],
    ['tea', null],
  ])('%j is %j more of the marked line', (text, steps) => {
    expect(readSteps(text)).toBe(steps);
  });

  it('multiplies nothing whose label says how much there is', () => {
    expect([undefined, {}, { quantity: 1250 }, { serialNumbers: ['S'] }, { serialNumbers: [] }].map(saysHowMuch)).toEqual([
      false,
      false,
      true,
      true,
      false,
    ]);
  });
});
