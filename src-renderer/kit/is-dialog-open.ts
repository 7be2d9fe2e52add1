/**
 * Whether a dialog waits for an answer. Dialogs stand beside the app's own root. The root is not searched: with a long sale
 * on the screen, searching it at each key takes longer than the scan.
 */
export function isDialogOpen(): boolean {
  return [...document.body.children].some((child) => child.id !== 'root' && child.querySelector('[aria-modal="true"]') !== null);
}
