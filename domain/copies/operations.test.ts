import { expect, it } from 'vitest';
import { operationOf } from '../../test/support/examples.ts';
import { DocumentMap } from '../base/document-map.ts';
import { StoreOverlay } from '../base/store-overlay.ts';
import { applyOperation } from '../registry/apply-operation.ts';
import { receiptCopiesDocument } from './documents.ts';
import { receiptCopied } from './operations.ts';

it('[J5] counts each copy, also two with one number of registers that could not hear each other', () => {
  const books = new StoreOverlay(new DocumentMap());
  const copied = (receipt: 'sale' | 'return', copyNo: number) =>
    books.fold(applyOperation(books, operationOf(receiptCopied.request({ receipt, receiptNumber: 'A1-000012', copyNo }))));
  copied('sale', 1);
  copied('sale', 1);
  copied('return', 1);
  expect(books.get(receiptCopiesDocument, 'sale:A1-000012')).toMatchObject({ copies: 2 });
  expect(books.get(receiptCopiesDocument, 'return:A1-000012')).toMatchObject({ copies: 1 });
});
