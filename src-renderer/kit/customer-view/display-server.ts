import { scanner } from '../scanner/scanner.ts';
import { customerFeed } from './customer-feed.ts';
import { DISPLAY_CHANNEL, type DisplayServer, serveDisplays } from './display-channel.ts';

let made: DisplayServer | null = null;

/** What serves the displays of this window's till. Only a window that is a till may ask for it: it answers every display of the browser. */
export function displayServer(): DisplayServer {
  made ??= serveDisplays(customerFeed, new BroadcastChannel(DISPLAY_CHANNEL), (code) => void scanner.scan(code));
  return made;
}
