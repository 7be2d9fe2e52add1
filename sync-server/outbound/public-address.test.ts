import { describe, expect, it } from 'vitest';
import { AddressRefused, callableAddresses, isPublicAddress } from './public-address.ts';

describe('an address that may be called', () => {
  it.each(['93.184.216.34', '2606:2800:220:1:248:1893:25c8:1946', '::ffff:8.8.8.8'])('%s is public', (address) => {
    expect(isPublicAddress(address)).toBe(true);
  });

  it.each([
    '0.0.0.0',
    '10.1.2.3',
    '100.64.0.1',
    '127.0.0.1',
    '169.254.169.254',
    '172.16.0.1',
    '192.168.1.1',
    '224.0.0.1',
    '255.255.255.255',
    '::',
    '::1',
    'fe80::1',
    'fd00:ec2::254',
    '::ffff:127.0.0.1',
    '::ffff:a9fe:a9fe',
    '64:ff9b::7f00:1',
    '2002:7f00:1::',
    'ff02::1',
    'no address',
  ])('%s is not', (address) => {
    expect(isPublicAddress(address)).toBe(false);
  });

  it('is what a name stands for, where all that it stands for is public', async () => {
    const names: Record<string, string[]> = {
      'shop.example': ['93.184.216.34'],
      'trap.example': ['93.184.216.34', '10.0.0.1'],
      'none.example': [],
    };
    const resolve = (name: string) => Promise.resolve((names[name] ?? []).map((address) => ({ address, family: 4 })));
    await expect(callableAddresses('shop.example', resolve)).resolves.toEqual([{ address: '93.184.216.34', family: 4 }]);
    await expect(callableAddresses('trap.example', resolve)).rejects.toThrow(AddressRefused);
    await expect(callableAddresses('none.example', resolve)).rejects.toThrow(AddressRefused);
    await expect(callableAddresses('127.0.0.1', resolve)).rejects.toThrow(AddressRefused);
    await expect(callableAddresses('::1', resolve)).rejects.toThrow(AddressRefused);
  });
});
