import type { OutpostBridge } from '../../../domain/device/bridge.ts';

const DISPLAY_PAGE = '/display.html';

/**
 * Opens the display of the customer. In the desktop app it takes the second screen. In a browser it is a window that a person moves there;
 * without an opener, it has a process of its own, and what it paints holds up no scan.
 */
export function openDisplayWindow(bridge = (globalThis as { outpost?: Pick<OutpostBridge, 'display'> }).outpost): void {
  if (bridge === undefined) window.open(DISPLAY_PAGE, '_blank', 'popup,noopener,width=1024,height=600');
  else void bridge.display.open();
}
