import { isDialogOpen } from '../../kit/is-dialog-open.ts';
import { useKeyDown } from '../../kit/use-key-down.ts';

type PayKeys = Partial<Record<'F10' | 'F11' | 'F12', () => void>>;

/** The keys of paying. Ctrl+Enter does what F12 does. None of them does anything while a dialog is open. */
export function usePayKeys(active: boolean, keys: PayKeys): void {
  useKeyDown((event) => {
    const name = event.key === 'Enter' && event.ctrlKey ? 'F12' : event.key;
    const press = name === 'F10' || name === 'F11' || name === 'F12' ? keys[name] : undefined;
    return press === undefined ? null : () => active && !isDialogOpen() && press();
  });
}
