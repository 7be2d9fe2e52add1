import { useEffect, useEffectEvent } from 'react';

/**
 * Hears every key that is pressed in the window while this is shown, always by the newest handler. A key that is held down acts once: what
 * it repeats would sell goods or take back what was just done.
 * @param actionOf what a key does, which the browser then leaves alone; null for a key of somebody else.
 */
export function useKeyDown(actionOf: (event: KeyboardEvent) => (() => void) | null): void {
  const newestOf = useEffectEvent(actionOf);
  useEffect(() => {
    const listener = (event: KeyboardEvent) => {
      const act = newestOf(event);
      if (act === null) return;
      event.preventDefault();
      if (!event.repeat) act();
    };
    window.addEventListener('keydown', listener);
    return () => window.removeEventListener('keydown', listener);
  }, []);
}
