import { describe, expect, it } from 'vitest';
import { fulfillmentLineOf, fulfillmentOrderOf } from '../../../test/support/examples.ts';
import type { Product } from '../../../domain/catalog/product.ts';
import { CatalogIndex } from '../../catalog/catalog-index.ts';
import { refuseTracking, scanLabel, type TrackingContext } from './tracking-number.ts';

const at = '2026-03-02T10:00:00.000Z';
const kettle: Product = {
  sku: 'KETTLE',
  gtin: '04006381333931',
  name: 'Kettle',
  brand: '',
  category: '',
  size: '',
  unitPrice: 1,
  taxClass: 'S',
  minimumAge: null,
  soldBy: 'piece',
  tareGrams: 0,
};
const catalog = new CatalogIndex();
catalog.putPage({
  page: 0,
  sku: [kettle.sku],
  gtin: [kettle.gtin],
  name: [kettle.name],
  brand: [''],
  category: [''],
  size: [''],
  unitPrice: [1],
  taxClass: ['S'],
  minimumAge: [],
  soldBy: [],
  tareGrams: [],
  weightGrams: [],
  sizeMm: [],
  picture: [],
});
const box = (id: string, orderNumber: string) =>
  fulfillmentOrderOf({
    id,
    orderNumber,
    state: { status: 'packed' },
    lines: [fulfillmentLineOf({ sku: 'LAMP', gtin: '036000291452', name: 'Lamp' })],
  });
const one = box('1', 'WEB-1');
const two = box('2', 'WEB-2');
const gone = fulfillmentOrderOf({ id: '3', orderNumber: 'WEB-3', state: { status: 'shipped', trackingNumber: '1Z999AA10123456784', at } });
const context = (entered: Record<string, string> = {}): TrackingContext => ({
  labels: new Map(),
  catalog,
  orders: new Map([one, two, gone].map((order) => [order.id, order])),
  entered,
});

describe('a tracking number', () => {
  it.each([
    ['4006381333931', {}, 'Kettle (4006381333931) is an article, not a tracking number.'],
    ['036000291452', {}, 'Lamp (036000291452) is an article'],
    ['1z999aa1 0123456784', {}, 'is the tracking number of order WEB-3.'],
    ['CARRIER-7', { 2: 'carrier-7' }, 'is the tracking number of order WEB-2.'],
    // What people read of a label and its barcode are one number.
    ['1001921334100016060100796100040013', { 2: '7961 0004 0013' }, 'is the tracking number of order WEB-2.'],
    ['WEB-3', {}, 'is the number of an order'],
  ])('is none when it is %j', (number, entered, sentence) => {
    expect(refuseTracking(number, one, context(entered))).toContain(sentence);
  });

  it.each([['1Z999AA10123456793'], ['420787019261290980111'], ['CARRIER-7']])('can be %j, again and again on its own box', (number) => {
    expect(refuseTracking(number, one, context({ 1: number }))).toBeNull();
  });
});

describe('a label that is scanned', () => {
  it('fills the current box and no other', () => {
    expect(scanLabel('1Z999AA10123456793', two, [one, two], context())).toEqual({ kind: 'fill', id: '2', number: '1Z999AA10123456793' });
  });

  it('never writes over a number that is there', () => {
    expect(scanLabel('1Z999AA10123456793', one, [one, two], context({ 1: '1Z9' }))).toMatchObject({ kind: 'refuse' });
    expect(scanLabel('1Z9', one, [one, two], context({ 1: '1Z9' }))).toMatchObject({ kind: 'fill' });
  });

  it('chooses the box whose order number it is', () => {
    expect(scanLabel('web-2', one, [one, two], context())).toEqual({ kind: 'choose', id: '2' });
  });

  it.each([['4006381333931'], ['1Z999AA10123456784'], ['WEB-3'], ['1Z999AA10123456785']])('is refused aloud when it is %s', (code) => {
    expect(scanLabel(code, one, [one, two], context())).toMatchObject({ kind: 'refuse' });
  });

  it('is refused when no box waits', () => {
    expect(scanLabel('X', undefined, [], context())).toMatchObject({ kind: 'refuse' });
  });
});
