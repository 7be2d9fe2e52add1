import { expect, it } from 'vitest';
import { z } from 'zod';
import { errorCode, isFinalFailure, JobFailed } from './error-code.ts';

it.each<[string, unknown, string]>([
  ['what a job says', new JobFailed('card_declined'), 'card_declined'],
  ['what the database says', Object.assign(new Error('duplicate key (mail)=(a@b.c)'), { code: '23505' }), '23505'],
  ['what the network says', Object.assign(new Error(), { code: 'ECONNREFUSED' }), 'ECONNREFUSED'],
  ['a payload of another version', z.object({ id: z.string() }).safeParse({}).error, 'bad_payload'],
  ['a call that took too long', new DOMException('', 'TimeoutError'), 'timeout'],
  ['a call that was broken off', new DOMException('', 'AbortError'), 'failed'],
  ['a text that is no code', Object.assign(new Error(), { code: 'Jane Doe, 1 Main St' }), 'failed'],
  ['anything else', null, 'failed'],
])('[A2] keeps a code and no text: %s', (_what, error, code) => {
  expect(errorCode(error)).toBe(code);
});

it('is final only where whoever failed says so', () => {
  expect([Object.assign(new Error(), { isFinal: true }), new JobFailed('timeout'), null].map(isFinalFailure)).toEqual([true, false, false]);
});
