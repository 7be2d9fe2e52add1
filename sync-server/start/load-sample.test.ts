import { expect, it } from 'vitest';
import { loadSample } from './load-sample.ts';

const missing = (what: string) =>
  Object.assign(new Error(`Cannot find package '${what}' imported from here`), { code: 'ERR_MODULE_NOT_FOUND' });

it('gives what was loaded', async () => {
  expect(await loadSample(() => Promise.resolve(7))).toBe(7);
});

it('gives null where the generator is not installed', async () => {
  expect(await loadSample(() => Promise.reject(missing('@faker-js/faker')))).toBeNull();
});

it.each([missing('kysely'), new Error("Cannot find package '@faker-js/faker'"), new TypeError('x')])(
  'hides no other fault: %s',
  async (error) => {
    await expect(loadSample(() => Promise.reject(error))).rejects.toBe(error);
  },
);
