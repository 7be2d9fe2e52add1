import { type RefObject, useEffect, useLayoutEffect, useRef } from 'react';

const CONTROLS = 'input:not(:disabled), button:not(:disabled)';

/**
 * Lets a person at the keyboard go on where they were: when a change takes the control away that had the cursor, the
 * first control in `place` gets it. While `busy`, buttons cannot take it; it waits.
 */
export function useKeepFocus(place: RefObject<HTMLElement | null>, busy: boolean): void {
  const inside = useRef(false);
  useEffect(() => {
    const onFocusIn = (event: FocusEvent) => {
      inside.current = event.target instanceof Node && place.current?.contains(event.target) === true;
    };
    document.addEventListener('focusin', onFocusIn);
    return () => document.removeEventListener('focusin', onFocusIn);
  }, [place]);
  useLayoutEffect(() => {
    if (busy || !inside.current || document.activeElement !== document.body) return;
    place.current?.querySelector<HTMLElement>(CONTROLS)?.focus();
  });
}
