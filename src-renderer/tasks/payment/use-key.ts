import { isDialogOpen } from '../../kit/is-dialog-open.ts';
import { useKeyDown } from '../../kit/use-key-down.ts';

/** A key that does something while this is shown and no dialog is open. @param onPress null where it does nothing now. */
export function useKey(key: string, onPress: (() => void) | null): void {
  useKeyDown((event) => (event.key !== key || isDialogOpen() ? null : onPress));
}
