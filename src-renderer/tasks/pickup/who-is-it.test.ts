import { describe, expect, it } from 'vitest';
import type { IdentityDocument } from '../../../domain/fulfillment/identity.ts';
import { NOBODY_YET, proofOf, waysOf } from './who-is-it.ts';

const CARDS: readonly IdentityDocument[] = ['id_card', 'passport'];

describe('who fetches a pickup', () => {
  it('is known by nothing before something was looked at', () => {
    for (const way of waysOf(CARDS)) expect(proofOf({ ...NOBODY_YET, way }, null, CARDS)).toBeNull();
  });

  it.each([
    ['the code', { way: 'code' }, 'K7P2', CARDS, { by: 'pickup_code', code: 'K7P2' }],
    [
      'a document, whatever the code',
      { way: 'document', document: 'passport' },
      'K7P2',
      CARDS,
      { by: 'identity_document', document: 'passport' },
    ],
    ['somebody else with the code alone', { way: 'proxy' }, 'K7P2', CARDS, null],
    ['somebody else with both', { way: 'proxy', document: 'id_card' }, 'K7P2', CARDS, { by: 'proxy', code: 'K7P2', document: 'id_card' }],
    ['somebody else, where no document counts', { way: 'proxy' }, 'K7P2', [], { by: 'proxy', code: 'K7P2', document: null }],
    ['the word of a colleague', { way: 'vouch', vouched: true }, null, CARDS, { by: 'vouched' }],
  ] as const)('%s', (_, who, code, accepted, proof) => {
    expect(proofOf({ ...NOBODY_YET, ...who }, code, accepted)).toEqual(proof);
  });

  it('offers no document where none counts', () => {
    expect(waysOf([])).toEqual(['code', 'proxy', 'vouch']);
  });
});
