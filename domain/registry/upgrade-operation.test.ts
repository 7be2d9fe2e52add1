import { discountOf } from '../base/adjustment.ts';
import { saleFault } from '../sale/check-sale.ts';
import { goodsReturned } from '../returns/operations.ts';
import { saleCompleted } from '../sale/operations.ts';
import { type Operation } from './operations.ts';
import { describe, expect, it } from 'vitest';
import { operationOf } from '../../test/support/examples.ts';
import { OLD_VERSIONS, version1 } from '../../test/support/old-versions.ts';
import { OPERATION_VERSION, type WrittenOperation } from '../base/envelope.ts';
import { operation } from './operations.ts';
import { isReadableVersion, upgradeContent, upgradeOperation } from './upgrade-operation.ts';

const EVERY = OLD_VERSIONS.flatMap((old) => old.journal) as unknown as (WrittenOperation & Record<string, unknown>)[];
const journal = version1.journal as unknown as (WrittenOperation & Record<string, unknown>)[];
const written = (type: string) => {
  const found = journal.find((one) => one.type === type);
  if (found === undefined) throw new Error(`Version 1 wrote no ${type}.`);
  return found;
};

describe('upgrading an operation', () => {
  it.each(EVERY.map((one) => [one.seq, one.version, one.type, one] as const))(
    'reads operation %d of version %d, %s, in the schema of today, with everything that it said',
    (_seq, version, type, one) => {
      const upgraded = upgradeContent(one) as unknown as Operation;
      expect(operation.parse(upgraded)).toEqual(upgraded);
      expect({ ...upgraded, payload: null }).toEqual({ ...one, version: OPERATION_VERSION, approval: null, payload: null });
      const { lines, tenders, refundTender, ...said } = one.payload as Record<string, unknown> & {
        lines?: Record<string, unknown>[];
        tenders?: object[];
      };
      expect(upgraded.payload).toMatchObject(said);
      if (version === 1 && (type === 'order_shipped' || type === 'order_handed_over'))
        expect(upgraded.payload).toMatchObject({ lines: null });
      if (saleCompleted.is(upgraded)) {
        expect(saleFault(upgraded.payload)).toBeNull();
        const before = (lines ?? []).map(({ discountMinor: _1, promotionIds: _2, taxRatePpm: _3, ...line }) => line);
        expect(upgraded.payload.lines).toMatchObject(before);
        expect(upgraded.payload.lines.map(discountOf)).toEqual((lines ?? []).map((line) => line['discountMinor']));
        expect(upgraded.payload.tenders).toMatchObject(tenders ?? []);
      }
      if (goodsReturned.is(upgraded)) {
        expect(upgraded.payload.lines).toMatchObject(lines ?? []);
        expect(upgraded.payload.tenders.map(({ kind, amountMinor }) => [kind, amountMinor])).toEqual([[refundTender, said['refundMinor']]]);
      }
    },
  );

  it('[J2] changes nothing of what was written, whose hash it keeps', () => {
    const one = written('order_shipped');
    const before = JSON.stringify(one);
    expect(upgradeOperation(one).hash).toBe(one.hash);
    expect(JSON.stringify(one)).toBe(before);
  });

  it('leaves an operation of today as it is', () => {
    const today = operationOf({ type: 'order_shipped', payload: { fulfillmentOrderId: 'F1', trackingNumber: 'T', lines: [] } });
    expect(upgradeOperation(today)).toBe(today);
  });

  it.each([
    ['a type that version 1 did not have', { ...written('shift_opened'), type: 'exception_resolved' }],
    [
      'quantities, which version 1 did not tell',
      { ...written('order_shipped'), payload: { ...(written('order_shipped').payload as object), lines: null } },
    ],
    ['a payload that is none', { ...written('order_shipped'), payload: null }],
    ['a version that is not there yet', { ...written('order_shipped'), version: OPERATION_VERSION + 1 }],
  ])('does not make an operation of %s', (_name, content) => {
    expect(operation.safeParse(upgradeContent(content)).success).toBe(false);
  });

  it.each([
    [1, true],
    [OPERATION_VERSION, true],
    [OPERATION_VERSION + 1, false],
    [0, false],
    [1.5, false],
    ['1', false],
    [undefined, false],
  ])('can read version %j: %j', (version, readable) => {
    expect(isReadableVersion(version)).toBe(readable);
  });
});
