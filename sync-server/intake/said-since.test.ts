import { expect, it } from 'vitest';
import { oldestOf, saidSince, type Saying } from './said-since.ts';

const at = (hour: number) => new Date(`2026-03-02T${String(hour).padStart(2, '0')}:00:00.000Z`);
const now = (value: string | null): Saying<string> => ({ value, until: null });
const until = (hour: number, value: string | null): Saying<string> => ({ value, until: at(hour) });

it.each<[string, Record<string, Saying<string>[]>, string[]]>([
  ['the standard where nobody says anything', {}, ['standard']],
  ['what the company says where the store says nothing', { company: [now('company')] }, ['company']],
  ['what the store says before the company', { company: [now('company')], S1: [now('store')] }, ['store']],
  ['what was said until later too', { company: [until(11, 'before'), now('company')] }, ['before', 'company']],
  ['and not what was said until earlier', { company: [until(9, 'before'), now('company')] }, ['company']],
  [
    'the company’s word too where the store said nothing then',
    { company: [now('company')], S1: [until(11, null), now('store')] },
    ['store', 'company', 'standard'],
  ],
  ['the standard too where nobody said anything then', { company: [until(11, null), now('company')] }, ['company', 'standard']],
  ['the standard where the word was taken back', { company: [until(11, 'before')] }, ['before', 'standard']],
])('[S1] counts %s', (_what, said, values) => {
  expect(saidSince(new Map(Object.entries(said)), 'standard', 'S1', at(10).toISOString())).toEqual(values);
});

it('begins with the oldest of a batch, and believes no clock from before there were any', () => {
  expect(oldestOf([{ at: at(9).toISOString() }, { at: at(8).toISOString() }])).toEqual(at(8));
  expect(oldestOf([{ at: '0000-01-01T00:00:00.000Z' }])).toEqual(new Date(0));
});
