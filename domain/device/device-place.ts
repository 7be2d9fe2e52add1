import { z } from 'zod';
import { text } from '../base/text.ts';
import { networkHost } from './network-host.ts';

/** Speeds of serial lines, in baud. */
export const BAUD_RATES = [1_200, 2_400, 4_800, 9_600, 19_200, 38_400, 57_600, 115_200] as const;
export const DATA_BITS = [7, 8] as const;
export const PARITIES = ['none', 'even', 'odd'] as const;
/** How a device on a serial line says that it cannot take more: not at all, by its wires, or by a character. */
export const FLOWS = ['none', 'rts_cts', 'xon_xoff'] as const;

const oneOf = <const N extends readonly number[]>(numbers: N) =>
  z.union(numbers.map((one) => z.literal(one)) as { [K in keyof N]: z.ZodLiteral<N[K]> });

/** On the local network: a name or an address, and a port. */
export const networkFields = { host: networkHost, port: z.number().int().min(1).max(65_535) };

/** A serial port of the machine on which the device host runs. USB devices with a virtual COM port are such ports too. One stop bit. */
export const serialFields = {
  /** `COM3` on Windows; `/dev/ttyS0`, `/dev/ttyUSB0` or `/dev/serial/by-id/…` on Linux; `/dev/cu.…` on macOS. */
  serial: text.regex(
    /^(COM[1-9]\d{0,2}|\/dev\/(tty|cu\.)[A-Za-z0-9._-]{1,100}|\/dev\/serial\/by-(id|path)\/[A-Za-z0-9._:+-]{1,200})$/,
    'A serial port is COM3, /dev/ttyUSB0, /dev/serial/by-id/NAME or /dev/cu.NAME.',
  ),
  baud: oneOf(BAUD_RATES),
  dataBits: oneOf(DATA_BITS),
  parity: z.enum(PARITIES),
  flow: z.enum(FLOWS),
};

/** A printer on USB that Linux shows as a file of its own. */
export const usbFields = {
  usb: text.regex(/^\/dev\/(usb\/)?lp\d{1,2}$/, 'A printer on USB is /dev/usb/lp0 or another number.'),
};

export type NetworkPlace = z.infer<z.ZodObject<typeof networkFields>>;
export type SerialPlace = z.infer<z.ZodObject<typeof serialFields>>;
export type UsbPlace = z.infer<z.ZodObject<typeof usbFields>>;

/** Where a device is. Which fields there are says which way leads to it. */
export type DevicePlace = NetworkPlace | SerialPlace | UsbPlace;

/** The part of a setting that says where the device is, and nothing else. */
export function placeOf(set: DevicePlace): DevicePlace {
  if ('usb' in set) return { usb: set.usb };
  if ('host' in set) return { host: set.host, port: set.port };
  const { serial, baud, dataBits, parity, flow } = set;
  return { serial, baud, dataBits, parity, flow };
}

/** Where a device is, as people write it: `10.0.0.7:9100`, `COM3` or `/dev/usb/lp0`. */
export function placeText(place: DevicePlace): string {
  if ('usb' in place) return place.usb;
  return 'serial' in place ? place.serial : `${place.host}:${place.port}`;
}
