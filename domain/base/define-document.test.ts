import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { exceptionOf, shiftOf } from '../../test/support/examples.ts';
import { companyDocument } from '../company/documents.ts';
import { exceptionDocument } from '../exceptions/documents.ts';
import { saleDocument } from '../sale/documents.ts';
import { shiftDocument } from '../shift/documents.ts';
import { defineDocument } from './define-document.ts';
import { WHILE_CURRENT } from './retention.ts';

describe('a kind of document', () => {
  it('names a new state by its kind and id, and finds it among effects', () => {
    const shift = shiftOf({ id: 'A' });
    const put = shiftDocument.put(shift);
    expect(put).toEqual({ kind: 'document', document: 'shift', id: 'A', body: shift });
    expect(shiftDocument.in([put])).toEqual([shift]);
    expect(saleDocument.in([put])).toEqual([]);
    expect([shiftDocument.key('A'), shiftDocument.scopeOf(shift)]).toEqual([{ kind: 'shift', id: 'A' }, 'store:S1']);
  });

  it('is in the feed until it is done, and complete whoever wrote it', () => {
    const open = exceptionOf();
    const by = { kind: 'store', associateId: null } as const;
    const resolved = { choice: 'left_once', note: '', at: open.openedAt, by, operationId: 'X' } as const;
    expect([exceptionDocument.inFeed(open), exceptionDocument.inFeed({ ...open, resolved })]).toEqual([true, false]);
    const { goods: _goods, resolved: _resolved, ...old } = open;
    expect(exceptionDocument.completed(old as typeof open)).toEqual({ ...open, goods: [], resolved: null });
  });

  it('that the server makes of other tables is written by no operation', () => {
    const body = { name: 'A', currency: 'USD', pricesIncludeTax: false };
    expect(() => companyDocument.put(body)).toThrow('company is made by the server');
    const note = defineDocument({
      kind: 'word',
      schema: z.strictObject({ id: z.string() }),
      scope: 'store',
      stored: { in: 'documents' },
      held: 'memory',
      retention: WHILE_CURRENT,
      personal: [],
      idOf: (one) => one.id,
      storeOf: () => 'S7',
    });
    expect([note.put({ id: 'W' }).id, note.scopeOf({ id: 'W' }), note.inFeed({ id: 'W' })]).toEqual(['W', 'store:S7', true]);
  });
});
