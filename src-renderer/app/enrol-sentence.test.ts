import { describe, expect, it } from 'vitest';
import { enrolSentence } from './enrol-sentence.ts';

describe('why a device did not become a register', () => {
  it.each([
    ['code_used', 'used already'],
    ['code_expired', 'expired'],
    ['unknown_code', 'No register'],
    ['no_key_store', 'the code was not used'],
    ['server_unreachable', 'could not be reached'],
    ['too_old', 'app is too old'],
    ['server_too_old', 'server is older'],
  ])('%s is told in plain words', (code, words) => {
    expect(enrolSentence({ code, message: 'The words of the server.' })).toContain(words);
  });

  it('is told in the words of the server for a code that is not known here', () => {
    expect(enrolSentence({ code: 'closed_for_today', message: 'Closed for today.' })).toBe('Closed for today.');
  });
});
