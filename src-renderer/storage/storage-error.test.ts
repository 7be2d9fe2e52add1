import { expect, it } from 'vitest';
import { StorageFailed, storageTrouble } from './storage-error.ts';

const quota = new DOMException('There is no room.', 'QuotaExceededError');

it.each([
  ['the browser’s own', quota, 'full'],
  ['inside another', Object.assign(new Error('Transaction aborted'), { name: 'AbortError', inner: quota }), 'full'],
  ['as the cause', new StorageFailed(new Error('outer', { cause: quota })), 'full'],
  ['as text from a worker', new Error('could not requestRemote: {"error":{"name":"QuotaExceededError"}}'), 'full'],
  ['a closed database', new DOMException('The database connection is closing.', 'InvalidStateError'), 'failing'],
  ['no error at all', null, 'failing'],
])('tells a full disk from other failures: %s', (_how, error, trouble) => {
  expect(storageTrouble(error)).toBe(trouble);
});
