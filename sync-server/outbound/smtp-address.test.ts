import { expect, it } from 'vitest';
import { readSmtpAddress } from './smtp-address.ts';

it.each([
  [
    'smtps://till:p%40ss@mail.example.com',
    { host: 'mail.example.com', port: 465, security: 'tls', user: { name: 'till', password: 'p@ss' } },
  ],
  ['smtp://mail.example.com', { host: 'mail.example.com', port: 587, security: 'starttls', user: null }],
  ['smtp://mail.example.com:2525/', { host: 'mail.example.com', port: 2525, security: 'starttls', user: null }],
  ['smtp+plain://127.0.0.1', { host: '127.0.0.1', port: 25, security: 'none', user: null }],
])('reads %s', (text, address) => {
  expect(readSmtpAddress(text)).toEqual(address);
});

it.each([
  ['mail.example.com', /begins with smtps/],
  ['https://till:secret@mail.example.com', /begins with smtps/],
  ['smtp://', /names no host|begins with/],
  ['smtps://till:secret@mail.example.com/?pool=true', /something after its port/],
])('refuses %s, and tells no secret', (text, message) => {
  expect(() => readSmtpAddress(text)).toThrow(message);
  expect(() => readSmtpAddress(text)).not.toThrow(/secret/);
});
