import type { Duplex } from 'node:stream';
import { type DevicePlace, placeText } from '../../domain/device/device-place.ts';
import { connectTcp } from './connect-tcp.ts';
import { openSerial } from './open-serial.ts';
import { openUsb } from './open-usb.ts';
import { tellOnce } from './tell-once.ts';

/**
 * Connects to a device, wherever it is. Its end is heard of as a `close`.
 * @returns null where nobody answers or the port cannot be opened: nothing has been sent then. Why is told once, in the log of the host.
 */
export async function connectPlace(place: DevicePlace): Promise<Duplex | null> {
  if ('host' in place) return connectTcp(place.host, place.port);
  try {
    const stream = await ('serial' in place ? openSerial(place) : openUsb(place));
    tellOnce.forget(placeText(place));
    return stream;
  } catch (error) {
    tellOnce(placeText(place), error);
    return null;
  }
}
