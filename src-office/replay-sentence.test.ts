import { expect, it } from 'vitest';
import type { ReplayResult } from '../domain/office/office-protocol.ts';
import { replaySentence } from './replay-sentence.ts';

const applied: ReplayResult = { id: 1, outcome: 'applied', code: null, facts: null };
const wrong: ReplayResult = { id: 2, outcome: 'unchanged', code: 'hash_mismatch', facts: {} };

it.each<[ReplayResult[], string, string]>([
  [[applied], 'good', '1 operation has had its effect now.'],
  [
    [{ ...applied, code: 'recorded_again', facts: { fault: 'recorded_as', receipt: 'O1-000004' } }],
    'good',
    '1 operation has had its effect now. The head office has recorded it again in its own name. It is receipt O1-000004 there.',
  ],
  [[applied, applied], 'good', '2 operations have had their effect now.'],
  [[wrong], 'warn', '1 stays as it was: The hash is not that of the content.'],
  [[applied, wrong, wrong], 'warn', '1 operation has had its effect now. 2 stay as they were: The hash is not that of the content.'],
])('says what came of a replay: %j', (results, tone, text) => {
  expect(replaySentence(results)).toEqual({ tone, text });
});
