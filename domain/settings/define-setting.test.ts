import { expect, it } from 'vitest';
import { z } from 'zod';
import { defineSetting } from './define-setting.ts';

it('a setting cannot be defined with a standard that it does not allow', () => {
  expect(() => defineSetting({ key: 'test.bad', levels: ['company'], schema: z.number().min(5), standard: 1 })).toThrow();
});

it('a value that only a newer version can read counts as none', () => {
  const minutes = defineSetting({ key: 'test.minutes', levels: ['company'], schema: z.number(), standard: 1 });
  expect([minutes.read(undefined), minutes.read('soon'), minutes.read(7)]).toEqual([undefined, undefined, 7]);
});
