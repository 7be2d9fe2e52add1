import { type RefObject, useEffect } from 'react';

/** Puts what a person types into a field when no other control has the cursor, so that the field is always ready. */
export function useKeysIntoField(field: RefObject<HTMLInputElement | null>): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.altKey || event.metaKey || event.key.length !== 1 || event.key === '/') return;
      if (document.activeElement === document.body) field.current?.focus();
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, [field]);
}
