import { createContext, useContext, useMemo } from 'react';
import { useStore } from 'zustand';
import { currentOf, documentsOf } from './register-services.ts';
import type { DocumentDefinition, StoreReader } from '../../domain/base/define-document.ts';
import type { SettingDefinition } from '../../domain/settings/define-setting.ts';
import { SETTINGS_DOCUMENT_OF } from '../../domain/settings/documents.ts';
import { settingOf } from '../../domain/settings/setting-of.ts';
import type { RegisterServices, SignInState, StoreView, SyncState } from './register-services.ts';

const RegisterContext = createContext<RegisterServices | null>(null);

export const RegisterProvider = RegisterContext.Provider;

/** The register's services. Only inside {@link RegisterProvider}. */
export function useRegister(): RegisterServices {
  const services = useContext(RegisterContext);
  if (services === null) throw new Error('useRegister needs a RegisterProvider above it.');
  return services;
}

/** The register's services, or null where there are none, as at the head office. */
export function useMaybeRegister(): RegisterServices | null {
  return useContext(RegisterContext);
}

export function useView<T>(select: (view: StoreView) => T): T {
  return useStore(useRegister().view, select);
}

/** The documents of a kind, by id, with pending operations on top. */
export function useDocuments<B>(document: DocumentDefinition<string, B>): ReadonlyMap<string, B> {
  return useView((view) => documentsOf(view, document));
}

/** Those of them that have not ended: their number does not grow with the years. */
export function useCurrent<B>(document: DocumentDefinition<string, B>): ReadonlyMap<string, B> {
  return useView((view) => currentOf(view, document));
}

/** The documents of a kind as a list that stays the same until one of them changes. */
export function useDocumentList<B>(document: DocumentDefinition<string, B>): readonly B[] {
  const documents = useDocuments(document);
  return useMemo(() => [...documents.values()], [documents]);
}

/** What a setting says on this register (rule S1). The same value until one of its levels says something else. */
export function useSetting<V>(setting: SettingDefinition<string, V>): V {
  const { identity } = useRegister();
  const company = useDocuments(SETTINGS_DOCUMENT_OF.company);
  const store = useDocuments(SETTINGS_DOCUMENT_OF.store);
  const register = useDocuments(SETTINGS_DOCUMENT_OF.register);
  return useMemo(() => {
    const documents = new Map<string, ReadonlyMap<string, unknown>>([
      [SETTINGS_DOCUMENT_OF.company.kind, company],
      [SETTINGS_DOCUMENT_OF.store.kind, store],
      [SETTINGS_DOCUMENT_OF.register.kind, register],
    ]);
    return settingOf({ get: (document, id) => documentsOf({ documents }, document).get(id) }, setting, identity);
  }, [company, store, register, setting, identity]);
}

/** What the register holds in memory, as rules look at it. */
export function useReader(): StoreReader {
  const documents = useView((view) => view.documents);
  return useMemo(() => ({ get: (document, id) => documentsOf({ documents }, document).get(id) }), [documents]);
}

export function useSync<T>(select: (sync: SyncState) => T): T {
  return useStore(useRegister().sync, select);
}

export function useSignIn<T>(select: (state: SignInState) => T): T {
  return useStore(useRegister().signIn, select);
}
