import { describe, expect, it } from 'vitest';
import type { Weighing } from '../device/weighing.ts';
import { type NoWeight, type Plate, seePlate, takeWeight, UNSEEN_PLATE, takenPlate } from './take-weight.ts';

const stable = (grams: number, more: { isZero?: boolean; isNet?: boolean } = {}): Weighing => ({
  kind: 'stable',
  grams,
  isZero: false,
  isNet: false,
  ...more,
});
const EMPTY = stable(0, { isZero: true });
const plate = (...looks: Weighing[]): Plate => looks.reduce(seePlate, UNSEEN_PLATE);

describe('the weight on the plate', () => {
  it.each<[string, Weighing, number]>([
    ['a stable weight', stable(1236), 1236],
    ['one gram', stable(1), 1],
    ['a net weight', stable(480, { isNet: true }), 480],
  ])('is taken: %s', (_what, seen, grams) => {
    expect(takeWeight(plate(seen))).toEqual({ ok: true, value: { grams, tareGrams: 0 } });
  });

  it.each<[string, Weighing, NoWeight]>([
    ['before the scale was ever seen', UNSEEN_PLATE.seen, 'away'],
    ['a scale that does not answer', { kind: 'silent' }, 'away'],
    ['an empty plate', EMPTY, 'empty'],
    ['a plate that says zero beside a weight', stable(2, { isZero: true }), 'empty'],
    ['nothing but the tare', stable(0, { isNet: true }), 'empty'],
    ['a plate that moves', { kind: 'moving', grams: 1236 }, 'moving'],
    ['less than nothing', stable(-20, { isNet: true }), 'negative'],
    ['too heavy', { kind: 'no_weight', why: 'over_load' }, 'over_load'],
    ['too light', { kind: 'no_weight', why: 'under_load' }, 'under_load'],
    ['a scale that shows pounds', { kind: 'no_weight', why: 'other_unit' }, 'other_unit'],
    ['a scale that is out of order', { kind: 'no_weight', why: 'fault' }, 'fault'],
  ])('is not taken: %s', (_what, seen, refusal) => {
    expect(takeWeight(plate(seen))).toEqual({ ok: false, refusal });
  });
});

describe('the tare of an article', () => {
  it('is taken off what the scale shows', () => {
    expect(takeWeight(plate(stable(500)), 15)).toEqual({ ok: true, value: { grams: 485, tareGrams: 15 } });
    expect(takeWeight(plate(stable(16)), 15)).toEqual({ ok: true, value: { grams: 1, tareGrams: 15 } });
  });

  it('is not taken off a second time where the scale has taken off a tare', () => {
    expect(takeWeight(plate(stable(500, { isNet: true })), 15)).toEqual({ ok: true, value: { grams: 500, tareGrams: 0 } });
  });

  it('leaves no weight where nothing but the packaging lies there', () => {
    for (const grams of [15, 4]) expect(takeWeight(plate(stable(grams)), 15)).toEqual({ ok: false, refusal: 'only_tare' });
    expect(takeWeight(plate(EMPTY), 15)).toEqual({ ok: false, refusal: 'empty' });
  });
});

describe('a weight that was taken', () => {
  const used = takenPlate(plate(stable(1236)));

  it.each<[string, readonly Weighing[]]>([
    ['while the goods lie there', []],
    ['while they are being moved', [{ kind: 'moving', grams: 700 }]],
    ['with other goods added', [{ kind: 'moving', grams: 1500 }, stable(1800)]],
    ['while the plate is passing zero', [{ kind: 'moving', grams: 0 }, stable(1236)]],
    ['when the scale was away in between', [{ kind: 'not_reachable' }, stable(1236)]],
    ['when the scale was silent in between', [{ kind: 'silent' }, stable(500)]],
    ['when it was too heavy in between', [{ kind: 'no_weight', why: 'over_load' }, stable(500)]],
  ])('is not taken again %s', (_what, looks) => {
    expect(takeWeight([...looks].reduce(seePlate, used))).toEqual({ ok: false, refusal: 'used' });
  });

  it.each<[string, Weighing]>([
    ['the plate is empty', EMPTY],
    ['the container whose tare was taken off has left too', stable(-20, { isNet: true })],
    ['nothing but the container is left', stable(0, { isNet: true })],
    ['the tray was lifted with them', { kind: 'no_weight', why: 'under_load' }],
  ])('makes room for the next goods once %s', (_what, seen) => {
    expect(takeWeight([seen, stable(500)].reduce(seePlate, used))).toMatchObject({ ok: true, value: { grams: 500 } });
  });
});
