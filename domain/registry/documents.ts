import { associateDocument } from '../associates/documents.ts';
import type { DocumentDefinition } from '../base/define-document.ts';
import { catalogPageDocument } from '../catalog/documents.ts';
import { companyDocument, storeDocument } from '../company/documents.ts';
import { exceptionDocument, lateResolutionDocument } from '../exceptions/documents.ts';
import { fulfillmentOrderDocument } from '../fulfillment/documents.ts';
import { promotionDocument } from '../promotions/documents.ts';
import { quarantinedOperationDocument } from '../quarantine/documents.ts';
import { saleDocument } from '../sale/documents.ts';
import { shiftDocument } from '../shift/documents.ts';
import { stockPageDocument } from '../stock/documents.ts';

/** Every kind of document that a replica holds. */
export const DOCUMENTS = [
  companyDocument,
  promotionDocument,
  storeDocument,
  associateDocument,
  catalogPageDocument,
  stockPageDocument,
  fulfillmentOrderDocument,
  saleDocument,
  shiftDocument,
  exceptionDocument,
  quarantinedOperationDocument,
  lateResolutionDocument,
] as const;

export type DocumentKind = (typeof DOCUMENTS)[number]['kind'];

const byKind: ReadonlyMap<string, DocumentDefinition> = new Map(
  (DOCUMENTS as readonly DocumentDefinition[]).map((definition) => [definition.kind, definition]),
);

/** The definition of a kind; undefined for one that a newer server made. */
export function documentOfKind(kind: string): DocumentDefinition | undefined {
  return byKind.get(kind);
}
