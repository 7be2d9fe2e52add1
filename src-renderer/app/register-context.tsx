import { createContext, useContext } from 'react';
import { useStore } from 'zustand';
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

export function useSync<T>(select: (sync: SyncState) => T): T {
  return useStore(useRegister().sync, select);
}

export function useSignIn<T>(select: (state: SignInState) => T): T {
  return useStore(useRegister().signIn, select);
}
