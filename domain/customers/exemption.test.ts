import { describe, expect, it } from 'vitest';
import { exemptionOn } from './exemption.ts';

const held = { certificate: 'EX-1', validUntil: '2026-03-02', taxes: [] };

describe('a certificate', () => {
  it.each([
    ['its last day', held, '2026-03-02', { kind: 'valid', certificate: 'EX-1', taxes: 'all' }],
    ['the day after', held, '2026-03-03', { kind: 'expired', certificate: 'EX-1', validUntil: '2026-03-02' }],
    ['any day, without an end', { ...held, validUntil: null }, '2099-01-01', { kind: 'valid', certificate: 'EX-1', taxes: 'all' }],
    ['its taxes alone', { ...held, taxes: ['STATE'] }, '2026-01-01', { kind: 'valid', certificate: 'EX-1', taxes: ['STATE'] }],
    ['nobody who has none', null, '2026-01-01', { kind: 'none' }],
  ])('frees on %s', (_when, taxExemption, date, exemption) => {
    expect(exemptionOn({ taxExemption }, date)).toEqual(exemption);
  });

  it('frees nobody where there is no customer', () => {
    expect(exemptionOn(undefined, '2026-01-01')).toEqual({ kind: 'none' });
  });
});
