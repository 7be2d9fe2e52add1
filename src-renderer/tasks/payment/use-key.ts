import { useEffect, useEffectEvent } from 'react';
import { isDialogOpen } from '../../kit/is-dialog-open.ts';

/** A key that does something while this is shown and no dialog is open. @param onPress null where it does nothing now. */
export function useKey(key: string, onPress: (() => void) | null): void {
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    if (event.key !== key || onPress === null || isDialogOpen()) return;
    event.preventDefault();
    if (!event.repeat) onPress();
  });
  useEffect(() => {
    const listener = (event: KeyboardEvent) => onKey(event);
    window.addEventListener('keydown', listener);
    return () => window.removeEventListener('keydown', listener);
  }, []);
}
