import { placeOf, placeText } from '../../../domain/device/device-place.ts';
import type { LineScanner } from '../../../domain/device/scanner.ts';
import { words } from '../../../texts/words/words.ts';

/** A scanner as people tell it from others: by its port. */
export function scannerName(scanner: LineScanner): string {
  return scanner.driver === 'simulator'
    ? words('scanner.simulated', { number: scanner.number })
    : words('scanner.at', { address: placeText(placeOf(scanner)) });
}
