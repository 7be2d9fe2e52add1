import { expect, it } from 'vitest';
import { cartLineOf, cashOf, operationOf, soldOf, storedValueOf } from '../../test/support/examples.ts';
import { DocumentMap } from '../../domain/base/document-map.ts';
import { StoreOverlay } from '../../domain/base/store-overlay.ts';
import { applyOperation } from '../../domain/registry/apply-operation.ts';
import type { Operation } from '../../domain/registry/operations.ts';
import { saleCompleted } from '../../domain/sale/operations.ts';
import type { SaleCompleted } from '../../domain/sale/sale.ts';
import { storedValueDocument } from '../../domain/stored-value/documents.ts';
import type { StoredValue } from '../../domain/stored-value/stored-value.ts';
import { findStoredValue, type StoredValueSources } from './find-stored-value.ts';

/** A sale at `seq` that takes so much off the card, or (negative) loads it. */
function sale(seq: number, minor: number): Operation {
  const sold = soldOf([cartLineOf()]);
  const loads = sold.lines.map((line) => ({ ...line, kind: 'gift_card' as const, reference: 'SV-1', grossMinor: -minor }));
  const takes = {
    kind: 'gift_card' as const,
    currency: 'USD',
    amountMinor: minor,
    tipMinor: 0,
    reference: 'SV-1',
    state: 'offline' as const,
  };
  const payload: SaleCompleted = minor < 0 ? { ...sold, lines: loads } : { ...sold, tenders: [takes, cashOf(0)] };
  return operationOf(saleCompleted.request(payload), { seq });
}

function sources(given: {
  readonly copy?: StoredValue;
  readonly server?: StoredValue | null | 'away';
  readonly appliedSeq?: number;
  readonly pending?: readonly Operation[];
  readonly isOnline?: boolean;
}): StoredValueSources {
  const { copy, server = 'away', appliedSeq = 0, pending = [], isOnline = true } = given;
  const overlay = new StoreOverlay(copy === undefined ? new DocumentMap() : DocumentMap.of(storedValueDocument, copy));
  for (const operation of pending) overlay.fold(applyOperation(overlay, operation));
  return {
    replica: { hold: () => Promise.resolve(undefined) },
    view: { reader: overlay, pendingOperations: pending },
    client: {
      storedValueBalance: () =>
        server === 'away' ? Promise.reject(new Error('No network.')) : Promise.resolve({ value: server, appliedSeq }),
    },
    isOnline: () => isOnline,
  };
}

it.each<readonly [string, StoredValueSources, object]>([
  ['the server says', sources({ server: storedValueOf(500), copy: storedValueOf(900) }), { from: 'server', value: { balanceMinor: 500 } }],
  ['the server says, that knows none', sources({ server: null }), { from: 'server', value: null }],
  [
    'the server says, less what it has not heard of',
    sources({ server: storedValueOf(500), appliedSeq: 7, pending: [sale(7, 100), sale(8, 200)] }),
    { from: 'server', value: { balanceMinor: 300 } },
  ],
  [
    'the server says, and a load that it has not heard of',
    sources({ server: storedValueOf(500), appliedSeq: 7, pending: [sale(8, -200)] }),
    { from: 'server', value: { balanceMinor: 700 } },
  ],
  [
    'the copy says, while the server has not heard of its issue',
    sources({ server: null, pending: [sale(8, -200)] }),
    { from: 'copy', value: { balanceMinor: 200 }, takenMinor: 0 },
  ],
  [
    'the copy says, when the server does not answer',
    sources({ copy: storedValueOf(500), pending: [sale(8, 200)] }),
    { from: 'copy', value: { balanceMinor: 300 }, takenMinor: 200 },
  ],
  [
    'the copy says, without a connection',
    sources({ server: storedValueOf(100), copy: storedValueOf(500), isOnline: false }),
    { from: 'copy', takenMinor: 0 },
  ],
  ['nothing, where the store has none', sources({}), { from: 'copy', value: null, takenMinor: 0 }],
  [
    'nothing but its use, where the store has none',
    sources({ pending: [sale(8, 200)] }),
    { from: 'copy', value: { balanceMinor: -200, issuedAt: null }, takenMinor: 200 },
  ],
])('is known as %s', async (_what, from, known) => {
  expect(await findStoredValue(from, 'SV-1')).toMatchObject(known);
});
