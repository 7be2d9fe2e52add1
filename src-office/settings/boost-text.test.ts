import { expect, it } from 'vitest';
import { loyaltyBoosts } from '../../domain/loyalty/settings.ts';
import { boostText, readBoosts } from './boost-text.ts';

it('reads days with more points, one a line, and writes them as they were read', () => {
  const lines = ['2026-03-01 2026-03-31 3 Toys and games', '', '2026-12-01 2026-12-24 2'];
  const boosts = readBoosts(lines);
  expect(boosts).toEqual([
    { startsOn: '2026-03-01', endsOn: '2026-03-31', times: 3, category: 'Toys and games' },
    { startsOn: '2026-12-01', endsOn: '2026-12-24', times: 2, category: null },
  ]);
  expect(boosts?.map(boostText)).toEqual(lines.filter((line) => line !== ''));
  expect(loyaltyBoosts.schema.parse(boosts)).toEqual(boosts);
});

it.each(['March', '2026-03-01 2026-03-31', '2026-03-01 3 Toys'])('takes no line like %s', (line) => {
  expect(readBoosts([line])).toBeNull();
});

it('takes no days that end before they begin', () => {
  expect(loyaltyBoosts.schema.safeParse(readBoosts(['2026-03-31 2026-03-01 2'])).success).toBe(false);
});
