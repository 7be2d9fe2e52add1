import { expect, it, vi } from 'vitest';
import { reasonOf, tellOnce } from './tell-once.ts';

const coded = (code: string) => Object.assign(new Error('failed'), { code });

it.each([
  [coded('ENOENT'), 'is not there. Is the device plugged in?'],
  [coded('EACCES'), 'may not be used by this user. On Linux, add the user to the group dialout (serial) or lp (USB).'],
  [new Error('Error: No such file or directory, cannot open /dev/ttyUSB0'), 'is not there. Is the device plugged in?'],
  [new Error('Opening COM3: File not found'), 'is not there. Is the device plugged in?'],
  [new Error('Error Resource temporarily unavailable Cannot lock port'), 'is used by another program.'],
  [
    new Error('No native build was found for platform=linux arch=riscv64'),
    'cannot be used: the package @serialport/bindings-cpp is not installed, or has no build for this machine.',
  ],
  [new Error('The moon is full'), 'cannot be opened: The moon is full'],
])('%s: the port %s', (error, reason) => {
  expect(reasonOf(error)).toBe(reason);
});

it('tells a trouble once, and again after the port was open', () => {
  const write = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
  for (const code of ['ENOENT', 'ENOENT', 'EBUSY']) tellOnce('/dev/ttyS9', coded(code));
  tellOnce.forget('/dev/ttyS9');
  tellOnce('/dev/ttyS9', coded('EBUSY'));
  expect(write.mock.calls.map(([text]) => text)).toEqual([
    '/dev/ttyS9 is not there. Is the device plugged in?\n',
    '/dev/ttyS9 is used by another program.\n',
    '/dev/ttyS9 is used by another program.\n',
  ]);
  write.mockRestore();
});
