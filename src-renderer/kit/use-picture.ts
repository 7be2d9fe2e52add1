import { useEffect, useSyncExternalStore } from 'react';
import { NO_PICTURES } from './picture-services.ts';
import { useMaybeRegister } from './register-context.tsx';

/** Where the picture of a product can be shown from; null where it has none, or as long as it is not at hand. */
export function usePicture(sku: string | null): string | null {
  const register = useMaybeRegister();
  const { want, urlOf, subscribe } = register?.pictures ?? NO_PICTURES;
  const hash = sku === null ? null : (register?.catalog.picture(sku) ?? null);
  const url = useSyncExternalStore(subscribe, () => (hash === null ? null : urlOf(hash)));
  useEffect(() => {
    if (hash !== null && url === null) want(hash);
  }, [hash, url, want]);
  return url;
}
