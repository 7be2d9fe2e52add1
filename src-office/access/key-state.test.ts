import { expect, it } from 'vitest';
import type { ListedKey } from '../../domain/access/access-protocol.ts';
import { keyStateWords } from './key-state.ts';

const key: ListedKey = {
  id: 'a',
  name: 'shop',
  scopes: ['orders'],
  createdAt: '2026-03-01T10:00:00.000Z',
  expiresAt: null,
  lastUsedAt: null,
  withdrawnAt: null,
};
const at = '2026-03-02T10:00:00.000Z';

it.each([
  [{}, /^Active$/],
  [{ expiresAt: '2026-03-02T10:00:00.001Z' }, /^Ends /],
  [{ expiresAt: at }, /^Ended /],
  [{ expiresAt: at, withdrawnAt: at }, /^Withdrawn /],
])('a key with %j is told by what counts', (given, words) => {
  expect(keyStateWords({ ...key, ...given }, new Date(at), 'UTC')).toMatch(words);
});
