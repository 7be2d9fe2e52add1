import type { LateResolution } from '../../../domain/exceptions/documents.ts';
import { describe, expect, it } from 'vitest';
import type { Exception } from '../../../domain/exceptions/exception.ts';
import { AT, exceptionOf } from '../../../test/support/examples.ts';
import { lateSentence } from './late-sentence.ts';

const resolved = (by: NonNullable<Exception['resolved']>['by']): Exception =>
  exceptionOf({ resolved: { choice: 'left_once', note: '', at: AT, by, operationId: 'O' } });
const late = (exception: Exception | null, given: Partial<LateResolution> = {}): LateResolution => ({
  operationId: 'P',
  exceptionId: 'E1',
  outcome: 'already_resolved',
  choice: 'left_twice',
  at: AT,
  associateId: 'ME',
  exception,
  ...given,
});

describe('lateSentence', () => {
  it.each<[string, LateResolution, RegExp]>([
    [
      'a colleague was faster',
      late(resolved({ kind: 'store', associateId: 'A' })),
      /^WEB-1: Ann had settled it before, with “The books are right: .*Your decision “These goods left as well: .* changed nothing/,
    ],
    ['the head office was faster', late(resolved({ kind: 'head_office', name: 'desk' })), /The head office \(desk\) had settled it before/],
    ['nobody knows whom', late(resolved({ kind: 'store', associateId: null })), /Somebody in this store had settled it before/],
    ['it did not fit', late(exceptionOf(), { outcome: 'choice_not_valid' }), /changed nothing\. Look at it again\.$/],
    ['nobody knows it', late(null, { outcome: 'unknown_exception' }), /^What you settled is not known/],
  ])('%s', (_, one, sentence) => {
    expect(lateSentence(one, () => 'Ann')).toMatch(sentence);
  });
});
