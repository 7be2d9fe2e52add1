import type { DocumentDefinition, StoreReader } from '../base/define-document.ts';
import { documentOfKind } from './documents.ts';

/** Older than everything: it ended with a document that is not there any more. */
const LONG_AGO = '1970-01-01T00:00:00.000Z';

/** When nothing was left to do with a document, an instant; null while somebody may have to, and for a kind that does not end. */
export function endOfDocument<B>(reader: StoreReader, definition: DocumentDefinition<string, B>, body: B): string | null {
  const other = definition.endsWith(body);
  const kind = other === null ? undefined : documentOfKind(other.kind);
  if (other === null || kind === undefined) return definition.endOf(body);
  const found = reader.get(kind, other.id);
  return found === undefined ? LONG_AGO : endOfDocument(reader, kind, found);
}
