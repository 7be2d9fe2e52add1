import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { placeOf, placeText, serialFields, usbFields } from './device-place.ts';

const LINE = { baud: 9_600, dataBits: 8, parity: 'none', flow: 'none' } as const;
const serial = z.strictObject(serialFields);
const usb = z.strictObject(usbFields);

describe('a serial port', () => {
  it.each([
    'COM1',
    'COM12',
    '/dev/ttyS0',
    '/dev/ttyUSB0',
    '/dev/ttyACM1',
    '/dev/cu.usbserial-110',
    '/dev/serial/by-id/usb-FTDI_FT232R-if00',
  ])('may be %s', (name) => {
    expect(serial.safeParse({ serial: name, ...LINE }).success).toBe(true);
  });

  // The head office names a file that the host writes to: it must not be any file.
  it.each(['COM0', 'com1', '/dev/sda', '/etc/passwd', '/dev/tty/../sda', '/dev/serial/by-id/../../sda', '/dev/ttyUSB0\n', 'ttyUSB0', ''])(
    'is never %j',
    (name) => {
      expect(serial.safeParse({ serial: name, ...LINE }).success).toBe(false);
    },
  );

  it.each([{ baud: 9_601 }, { dataBits: 6 }, { parity: 'mark' }, { flow: 'dtr' }, { stopBits: 2 }])('is not set to %j', (part) => {
    expect(serial.safeParse({ serial: 'COM1', ...LINE, ...part }).success).toBe(false);
  });
});

it.each([
  ['/dev/usb/lp0', true],
  ['/dev/lp1', true],
  ['/dev/usb/hiddev0', false],
  ['/dev/usb/lp0/../../sda', false],
  ['COM3', false],
])('%s is a printer on USB: %s', (name, isOne) => {
  expect(usb.safeParse({ usb: name }).success).toBe(isOne);
});

it.each([
  [{ host: '10.0.0.7', port: 9100 }, '10.0.0.7:9100'],
  [{ serial: 'COM3', ...LINE }, 'COM3'],
  [{ usb: '/dev/usb/lp0' }, '/dev/usb/lp0'],
])('%j is written as %s, and is all of the place', (place, written) => {
  expect([placeText(place), placeOf(Object.assign({ driver: 'other' }, place))]).toEqual([written, place]);
});
