import { expect, it } from 'vitest';
import { mayLeave } from './may-leave.ts';

it.each([
  ['register_cloned', true],
  ['register_withdrawn', true],
  ['token_unknown', true],
  ['too_old', false],
] as const)('after %s the device may become another register: %j', (code, may) => {
  expect(mayLeave({ status: 'refused', code })).toBe(may);
  expect(mayLeave({ status: 'offline', since: 0 })).toBe(false);
});
