import { expect, it } from 'vitest';
import { AT, STORE } from '../../../test/support/examples.ts';
import { head } from '../../../texts/paper/paper.ts';
import { manifest } from './manifest-paper.ts';

it('lists each parcel that the driver took, how many, and a line to sign', () => {
  const parcels = [
    { parcelId: 'P1', orderNumber: 'WEB-1', trackingNumber: '1ZOUT9050300000014' },
    { parcelId: 'P2', orderNumber: null, trackingNumber: null },
  ];
  const handover = { id: 'H1', storeId: STORE, registerId: 'R1', associateId: null, carrier: 'ups', at: AT, parcels };
  const { title, parts } = manifest(handover, 'UPS', [head('Store 1', 'strong')]);
  expect(title).toBe('Manifest');
  expect(parts.filter((part) => part.kind === 'head').map((part) => part.text)).toEqual(['Store 1', 'Manifest', 'UPS']);
  expect(parts.filter((part) => part.kind === 'goods')).toEqual([
    { kind: 'goods', name: 'WEB-1', amount: '1', details: ['1ZOUT9050300000014'] },
    { kind: 'goods', name: 'Not known here', amount: '2', details: [] },
  ]);
  expect(parts).toContainEqual({ kind: 'figure', name: 'Parcels', amount: '2', tone: 'large' });
  expect(parts).toContainEqual({ kind: 'note', text: 'Signature of the driver', strong: false });
});
