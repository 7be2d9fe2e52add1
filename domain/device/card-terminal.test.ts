import { describe, expect, it } from 'vitest';
import { cardTerminal, poiIdOf, SIMULATED_POI_ID } from './card-terminal.ts';

const certificate = '-----BEGIN CERTIFICATE-----\nMIIB+/=\n-----END CERTIFICATE-----\n';
const real = { driver: 'nexo', host: '192.168.1.40', port: 8443, poiId: 'V400m-346403161', certificate } as const;

describe('a card terminal', () => {
  it('is known by its own id', () => {
    expect([poiIdOf({ driver: 'none' }), poiIdOf({ driver: 'simulator' }), poiIdOf(real)]).toEqual([
      null,
      SIMULATED_POI_ID,
      'V400m-346403161',
    ]);
  });

  it.each([
    ['an address with a path', { ...real, host: 'terminal/nexo' }],
    ['an address with a user', { ...real, host: 'me@terminal' }],
    ['no host', { ...real, host: '' }],
    ['port 0', { ...real, port: 0 }],
    ['no id', { ...real, poiId: '' }],
    ['a certificate that is none', { ...real, certificate: 'trust me' }],
    ['its private key', { ...real, certificate: certificate.replaceAll('CERTIFICATE', 'PRIVATE KEY') }],
    ['more than a driver needs', { driver: 'none', host: 'terminal' }],
    ['a driver that nobody has', { driver: 'other' }],
  ])('is not described by %s', (_what, value) => {
    expect(cardTerminal.safeParse(value).success).toBe(false);
  });

  it.each(['terminal-1.local', '10.0.0.5', 'fe80::1'])('is at %s', (host) => {
    expect(cardTerminal.parse({ ...real, host })).toEqual({ ...real, host });
  });
});
