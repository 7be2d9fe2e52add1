import { createContext, useContext, useMemo } from 'react';
import { useStore } from 'zustand';
import { documentsOf } from './register-services.ts';
import type { DocumentDefinition } from '../../domain/base/define-document.ts';
import type { RegisterServices, SignInState, StoreView, SyncState } from './register-services.ts';

const RegisterContext = createContext<RegisterServices | null>(null);

export const RegisterProvider = RegisterContext.Provider;

/** The register's services. Only inside {@link RegisterProvider}. */
export function useRegister(): RegisterServices {
  const services = useContext(RegisterContext);
  if (services === null) throw new Error('useRegister needs a RegisterProvider above it.');
  return services;
}

export function useView<T>(select: (view: StoreView) => T): T {
  return useStore(useRegister().view, select);
}

/** The documents of a kind, by id, with pending operations on top. */
export function useDocuments<B>(document: DocumentDefinition<string, B>): ReadonlyMap<string, B> {
  return useView((view) => documentsOf(view, document));
}

/** The same as a list that stays the same until one of them changes. */
export function useDocumentList<B>(document: DocumentDefinition<string, B>): readonly B[] {
  const documents = useDocuments(document);
  return useMemo(() => [...documents.values()], [documents]);
}

export function useSync<T>(select: (sync: SyncState) => T): T {
  return useStore(useRegister().sync, select);
}

export function useSignIn<T>(select: (state: SignInState) => T): T {
  return useStore(useRegister().signIn, select);
}
