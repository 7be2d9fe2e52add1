import { useEffect, useEffectEvent } from 'react';

/** Hears every key that is pressed in the window while this is shown, always by the newest handler. */
export function useKeyDown(onKeyDown: (event: KeyboardEvent) => void): void {
  const onNewest = useEffectEvent(onKeyDown);
  useEffect(() => {
    const listener = (event: KeyboardEvent) => onNewest(event);
    window.addEventListener('keydown', listener);
    return () => window.removeEventListener('keydown', listener);
  }, []);
}
