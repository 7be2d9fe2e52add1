import { isDialogOpen } from '../../kit/is-dialog-open.ts';
import { useKeyDown } from '../../kit/use-key-down.ts';

/** A key that does something while this is shown and no dialog is open. @param onPress null where it does nothing now. */
export function useKey(key: string, onPress: (() => void) | null): void {
  useKeyDown((event) => {
    if (event.key !== key || onPress === null || isDialogOpen()) return;
    event.preventDefault();
    if (!event.repeat) onPress();
  });
}
