import { describe, expect, it } from 'vitest';
import { fulfillmentOrderOf, operationOf } from '../../test/support/examples.ts';
import { waveOf } from '../../test/support/fulfillment.ts';
import { DocumentMap } from '../base/document-map.ts';
import { applyOperation } from '../registry/apply-operation.ts';
import { waveDocument } from './documents.ts';
import { releaseWave, takeWave } from './take-wave.ts';

const open = fulfillmentOrderOf({ id: 'F1', state: { status: 'picking', waveId: 'W' } });

describe('takeWave', () => {
  it('goes on with what is still to pick of a wave, and refuses a wave of which nothing is', () => {
    const done = fulfillmentOrderOf({ id: 'F2', state: { status: 'picked' } });
    const others = fulfillmentOrderOf({ id: 'F3', state: { status: 'picking', waveId: 'OTHER' } });
    expect(takeWave('W', [done, open, others])).toMatchObject({
      ok: true,
      value: { payload: { waveId: 'W', fulfillmentOrderIds: ['F1'] } },
    });
    expect(takeWave('W', [done, others])).toEqual({ ok: false, refusal: 'nothing_to_pick' });
  });
});

describe('releaseWave', () => {
  const reader = DocumentMap.of(waveDocument, waveOf({ pickerId: 'ME' }), waveOf({ id: 'FREE' }));
  it.each([
    ['W', 'ME', true],
    ['W', 'MARCUS', false],
    ['FREE', null, false],
    ['UNKNOWN', 'ME', false],
  ])('of %s by %s is possible: %s', (id, associate, ok) => {
    const decision = releaseWave(reader, id, associate);
    expect(decision).toEqual(ok ? { ok, value: { type: 'wave_released', payload: { waveId: id } } } : { ok, refusal: 'not_your_wave' });
  });
});

describe('a wave', () => {
  const taken = operationOf({ type: 'wave_taken', payload: { waveId: 'W', fulfillmentOrderIds: ['F1'] } });
  const released = operationOf({ type: 'wave_released', payload: { waveId: 'W' } });
  const after = (operation: typeof taken | typeof released, ...known: Parameters<typeof waveOf>) =>
    waveDocument.in(applyOperation(DocumentMap.of(waveDocument, ...known.map((one) => waveOf(one))), operation))[0];

  it('that is taken over is with whoever took it, and says from whom', () => {
    expect(after(taken, { pickerId: 'MARCUS', orderIds: ['F1', 'F2'] })).toMatchObject({
      pickerId: 'ASSOCIATE',
      takenFrom: 'MARCUS',
      orderIds: ['F1', 'F2'],
    });
  });

  it('that its picker resumes was taken from nobody', () => {
    expect(after(taken, { pickerId: 'ASSOCIATE' })).toMatchObject({ pickerId: 'ASSOCIATE', takenFrom: null });
  });

  it('that was begun before waves were kept is kept from then on', () => {
    expect(after(taken)).toMatchObject({ id: 'W', pickerId: 'ASSOCIATE', orderIds: ['F1'] });
  });

  it('that is released is with nobody; one that a colleague took over meanwhile stays theirs', () => {
    expect(after(released, { pickerId: 'ASSOCIATE' })).toMatchObject({ pickerId: null });
    expect(after(released, { pickerId: 'MARCUS' })).toBeUndefined();
  });

  it('[A3] of another store is left alone', () => {
    expect(after(taken, { storeId: 'OTHER' })).toBeUndefined();
    expect(after(released, { storeId: 'OTHER', pickerId: 'ASSOCIATE' })).toBeUndefined();
  });
});
