import { describe, expect, it } from 'vitest';
import { SimulatedScale } from './scale.ts';

function scaleAfter(...acts: ((scale: SimulatedScale) => unknown)[]): SimulatedScale {
  const scale = new SimulatedScale();
  for (const act of acts) act(scale);
  return scale;
}
const put = (grams: number) => (scale: SimulatedScale) => scale.put(grams);
const tare = (scale: SimulatedScale) => scale.takeTare();
const zero = (scale: SimulatedScale) => scale.setToZero();
const shake = (scale: SimulatedScale) => (scale.moving = true);

describe('the simulated scale', () => {
  it.each<[string, SimulatedScale, string]>([
    ['with nothing on it', scaleAfter(), '\n 0.000kg\r\n20\r'],
    ['with goods, to the step of 5 g', scaleAfter(put(1236)), '\n 1.235kg\r\n00\r'],
    ['while it moves', scaleAfter(put(1235), shake), '\n 1.235kg\r\n10\r'],
    ['while it moves with nothing on it', scaleAfter(shake), '\n 0.000kg\r\n10\r'],
    ['with nine steps too much', scaleAfter(put(15_045)), '\n15.045kg\r\n00\r'],
    ['with more', scaleAfter(put(15_050)), '\n^^^^^^kg\r\n02\r'],
    ['after the tare key', scaleAfter(put(500), tare, put(980)), '\n 0.480kg\r\n0p4\r'],
    ['after the tare key with an empty plate', scaleAfter(put(500), tare, put(0)), '\n-0.500kg\r\n2p4\r'],
    ['after the tare key was pressed again', scaleAfter(put(500), tare, put(0), tare), '\n 0.000kg\r\n20\r'],
    ['after the zero key', scaleAfter(put(100), zero, put(400)), '\n 0.300kg\r\n00\r'],
    ['after the zero key with goods beyond its range', scaleAfter(put(605), zero), '\n 0.605kg\r\n00\r'],
    ['after the zero key while it moves', scaleAfter(put(100), shake, zero), '\n 0.100kg\r\n10\r'],
    ['when what it was set to zero with has left', scaleAfter(put(100), zero, put(0)), '\n-0.100kg\r\n00\r'],
    ['when more than that has left', scaleAfter(put(105), zero, put(0)), '\n______kg\r\n01\r'],
    ['in pounds', scaleAfter(put(1000), (scale) => (scale.pounds = true)), '\n 2.205lb\r\n00\r'],
    ['with a broken memory', scaleAfter(put(1000), (scale) => (scale.broken = true)), '\n 1.000kg\r\n40\r'],
  ])('says what it weighs %s', (_what, scale, answer) => {
    expect(scale.answer('W')).toBe(answer);
  });

  it('is set to zero by an order, says its status alone, and knows no other order', () => {
    const scale = scaleAfter(put(100));
    expect([scale.answer('z'), scale.answer('S'), scale.answer('W'), scale.answer('X')]).toEqual([
      '\n20\r',
      '\n20\r',
      '\n 0.000kg\r\n20\r',
      '\n?\r',
    ]);
  });
});
