import type { OutpostBridge } from '../../../domain/device/bridge.ts';

type Bridge = Pick<OutpostBridge, 'display'>;

const DISPLAY_PAGE = '/display.html';
/** Whether the display of this device was open when it was used last. */
const KEPT = 'outpost-customer-display';

const bridgeHere = () => (globalThis as { outpost?: Bridge }).outpost;

function keep(storage: Pick<Storage, 'setItem'>, isOpen: boolean): void {
  try {
    storage.setItem(KEPT, isOpen ? 'open' : 'closed');
  } catch {
    // A browser that keeps nothing: somebody opens it again.
  }
}

/**
 * Opens the display of the customer. In the desktop app it takes the second screen. In a browser it is a window that a person moves there;
 * without an opener, it has a process of its own, and what it paints holds up no scan.
 */
export function openDisplayWindow(storage: Pick<Storage, 'setItem'>, bridge: Bridge | undefined = bridgeHere()): void {
  keep(storage, true);
  if (bridge === undefined) window.open(DISPLAY_PAGE, '_blank', 'popup,noopener,width=1024,height=600');
  else void bridge.display.open();
}

/** Somebody closed the display: it stays closed at the next start. */
export function forgetDisplayWindow(storage: Pick<Storage, 'setItem'>): void {
  keep(storage, false);
}

/** At the start: opens the display that was open before, in the desktop app. Browsers open no windows by themselves. */
export function reopenDisplayWindow(storage: Pick<Storage, 'getItem'>, bridge: Bridge | undefined = bridgeHere()): void {
  try {
    if (bridge !== undefined && storage.getItem(KEPT) === 'open') void bridge.display.open();
  } catch {
    // Nothing is kept, so nothing was open.
  }
}
