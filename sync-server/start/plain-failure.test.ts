import { describe, expect, it } from 'vitest';
import { FolderInUse } from '../db/lock-folder.ts';
import { DatabaseIsNewer } from '../db/migrate.ts';
import { PlainFailure, sentenceFor } from './plain-failure.ts';

describe('sentenceFor', () => {
  it.each([
    ['a folder in use', new FolderInUse('here'), /^The data folder here is in use by another process;/],
    ['a database of a newer server', new DatabaseIsNewer('Newer.'), /^Newer\.$/],
    ['a failure of ours', new PlainFailure('Do this.'), /^Do this\.$/],
    ['no server there', Object.assign(new Error('x'), { code: 'ECONNREFUSED' }), /cannot be reached/],
    ['no server on either address', Object.assign(new Error('x'), { errors: [{ code: 'ECONNREFUSED' }] }), /cannot be reached/],
    [
      'a server that is still starting',
      Object.assign(new Error('the database system is starting up'), { code: '57P03' }),
      /takes no connection now: the database system/,
    ],
    ['a wrong password', Object.assign(new Error('password authentication failed'), { code: '28P01' }), /does not let us in: password/],
    ['a read-only folder', Object.assign(new Error('read-only'), { code: 'EROFS' }), /--data/],
  ])('%s is told in one sentence', (_name, error, sentence) => {
    expect(sentenceFor(error)).toMatch(sentence);
    expect(sentenceFor(error)).not.toContain('\n');
  });

  it.each([[new TypeError('x is not a function')], ['text'], [null]])('%j is a fault of the program', (error) => {
    expect(sentenceFor(error)).toBeNull();
  });
});
