import { associateDocument } from '../../../domain/associates/documents.ts';
import { useDocumentList } from '../../kit/register-context.tsx';

/** What colleagues are called; somebody whom this device does not know by the id, and nobody by a dash. */
export function useNameOf(): (id: string | null) => string {
  const associates = useDocumentList(associateDocument);
  return (id) => associates.find((one) => one.id === id)?.name ?? id ?? '–';
}
