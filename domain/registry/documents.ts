import type { DocumentDefinition } from '../base/define-document.ts';
import { DOCUMENTS } from './registry.ts';

export type DocumentKind = (typeof DOCUMENTS)[number]['kind'];

const byKind: ReadonlyMap<string, DocumentDefinition> = new Map(
  (DOCUMENTS as readonly DocumentDefinition[]).map((definition) => [definition.kind, definition]),
);

/** The definition of a kind; undefined for one that a newer server made. */
export function documentOfKind(kind: string): DocumentDefinition | undefined {
  return byKind.get(kind);
}
