import { constants, existsSync } from 'node:fs';
import { open } from 'node:fs/promises';
import type { Duplex } from 'node:stream';
import type { UsbPlace } from '../../domain/device/device-place.ts';
import { portStream } from './port-stream.ts';
import { rawPort } from './raw-port.ts';

const { O_NOCTTY, O_NONBLOCK, O_RDWR } = constants;

/** Opens a printer that Linux shows as a file. @throws where it is not there, is no device, or may not be used. */
export async function openUsb({ usb }: UsbPlace): Promise<Duplex> {
  const file = await open(usb, O_RDWR | O_NONBLOCK | O_NOCTTY);
  if (!(await file.stat()).isCharacterDevice()) {
    await file.close();
    throw Object.assign(new Error(`${usb} is no device.`), { code: 'ENODEV' });
  }
  // A printer that has nothing to say is read as nothing, too.
  const isGone = () => !existsSync(usb);
  return portStream(rawPort({ fd: file.fd, isGone, drain: () => Promise.resolve(), close: () => file.close() }));
}
