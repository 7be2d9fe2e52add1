import { expect, it } from 'vitest';
import { readUpsAddress } from './ups-address.ts';

it('reads an account, whose number may be written in small letters', () => {
  expect(readUpsAddress('ups://client:p%40ss@onlinetools.ups.com/a1b2c3')).toEqual({
    url: 'https://onlinetools.ups.com',
    clientId: 'client',
    secret: 'p@ss',
    shipperNumber: 'A1B2C3',
  });
  expect(readUpsAddress('ups+plain://client:secret@127.0.0.1:4004/A1B2C3').url).toBe('http://127.0.0.1:4004');
});

it.each([
  ['onlinetools.ups.com', /begins with/],
  ['https://client:secret@onlinetools.ups.com/A1B2C3', /begins with/],
  ['ups://client:secret@onlinetools.ups.com/', /is written as/],
  ['ups://client:secret@onlinetools.ups.com/A1B2C3D', /is written as/],
  ['ups://onlinetools.ups.com/A1B2C3', /is written as/],
])('refuses %s, and tells no secret', (text, message) => {
  expect(() => readUpsAddress(text)).toThrow(message);
  expect(() => readUpsAddress(text)).not.toThrow(/secret/);
});
