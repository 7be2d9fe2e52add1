import { describe, expect, it } from 'vitest';
import type { Weighing } from '../../domain/device/weighing.ts';
import { readWeight } from './read-weight.ts';

const stable = (grams: number, more = {}): Weighing => ({ kind: 'stable', grams, isZero: false, isNet: false, ...more });

describe('the answer of a scale', () => {
  it.each<[string, string, Weighing]>([
    ['kilograms', '\n0001.236kg\r\n00\r', stable(1236)],
    ['capitals, and blanks before the number', '\n   1.24KG\r\n00\r', stable(1240)],
    ['ten kilograms in steps of 5 g', '\n  10.005kg\r\n00\r', stable(10_005)],
    ['without a carriage return after the status', '\n0001.236kg\r\n00', stable(1236)],
    ['with an S before the status', '\n00.480kg\r\nS00\r', stable(480)],
    ['grams', '\n 1236g\r\n00\r', stable(1236)],
    ['grams with a point', '\n1236.0g\r\n00\r', stable(1236)],
    ['below zero', '\n-0.020kg\r\n00\r', stable(-20)],
    ['below zero with blanks after the sign', '\n-  0.020kg\r\n00\r', stable(-20)],
    ['zero', '\n0.000kg\r\n20\r', stable(0, { isZero: true })],
    ['zero with a sign', '\n-0.000kg\r\n00\r', stable(0)],
    ['net weight in a third status byte', '\n0.480kg\r\n0p4\r', stable(480, { isNet: true })],
    ['gross weight in a third status byte', '\n0.480kg\r\n0p0\r', stable(480)],
    ['a set parity bit', '\n0.480k\u00e7\r\n\u00b0\u00b0\r', stable(480)],
    ['moving', '\n0.730kg\r\n10\r', { kind: 'moving', grams: 730 }],
    ['moving without a weight', '\n10\r', { kind: 'moving', grams: null }],
    ['moving, in pounds', '\n0.730lb\r\n10\r', { kind: 'moving', grams: null }],
    ['too heavy', '\n^^^^^^kg\r\n02\r', { kind: 'no_weight', why: 'over_load' }],
    ['too heavy, with its status alone', '\n02\r', { kind: 'no_weight', why: 'over_load' }],
    ['too heavy, and moving', '\n^^^^^^kg\r\n12\r', { kind: 'no_weight', why: 'over_load' }],
    ['too light', '\n______kg\r\n01\r', { kind: 'no_weight', why: 'under_load' }],
    ['pounds', '\n2.720lb\r\n00\r', { kind: 'no_weight', why: 'other_unit' }],
    ['pounds and ounces', '\n02lb 11.5oz\r\n00\r', { kind: 'no_weight', why: 'other_unit' }],
    ['finer than a gram', '\n1.2365kg\r\n00\r', { kind: 'no_weight', why: 'other_unit' }],
    ['a menu on the display', '\nSetupkg\r\n00\r', { kind: 'no_weight', why: 'other_unit' }],
    ['a fault of its memory', '\n1.236kg\r\n40\r', { kind: 'no_weight', why: 'fault' }],
    ['a fault of its settings', '\n1.236kg\r\n80\r', { kind: 'no_weight', why: 'fault' }],
    ['a fault of its program', '\n1.236kg\r\n04\r', { kind: 'no_weight', why: 'fault' }],
    ['a faulty calibration', '\n1.236kg\r\n08\r', { kind: 'no_weight', why: 'fault' }],
    ['no zero after it was switched on', '\n------kg\r\n0p8\r', { kind: 'no_weight', why: 'fault' }],
    ['an order that it does not know', '\n?\r', { kind: 'silent' }],
    ['a status that says nothing', '\n00\r', { kind: 'silent' }],
    ['something else altogether', 'HTTP/1.1 400 Bad Request', { kind: 'silent' }],
    ['nothing', '', { kind: 'silent' }],
  ])('%s', (_what, answer, read) => {
    expect(readWeight(answer)).toEqual(read);
  });
});
