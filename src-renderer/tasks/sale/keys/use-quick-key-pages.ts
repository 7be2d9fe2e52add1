import { quickKeysDocument } from '../../../../domain/quick-keys/quick-keys.ts';
import { quickKeys } from '../../../../domain/sale/settings.ts';
import { useDocuments, useRegister, useSetting } from '../../../kit/register-context.tsx';
import type { QuickKeyPages } from './lay-out-keys.ts';

/** The quick keys of this store: as somebody laid them out here, else those of the company. */
export function useQuickKeyPages(): QuickKeyPages {
  const { identity } = useRegister();
  const own = useDocuments(quickKeysDocument).get(identity.storeId);
  const company = useSetting(quickKeys);
  return own?.pages ?? company.pages;
}
