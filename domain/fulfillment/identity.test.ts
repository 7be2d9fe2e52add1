import { describe, expect, it } from 'vitest';
import { AT } from '../../test/support/examples.ts';
import { orderIn } from '../../test/support/fulfillment.ts';
import { type IdentityDocument, type Proof, proofFault } from './identity.ts';

const order = orderIn({ status: 'ready', stagingLocation: 'S', at: AT });
const CARDS: readonly IdentityDocument[] = ['id_card', 'passport'];

describe('who fetches an order', () => {
  it.each<[string, Proof, readonly IdentityDocument[], ReturnType<typeof proofFault>]>([
    ['the code, in small letters', { by: 'pickup_code', code: ' k7p2' }, [], null],
    ['another code', { by: 'pickup_code', code: 'K7P3' }, CARDS, 'wrong_pickup_code'],
    ['a document that counts', { by: 'identity_document', document: 'passport' }, CARDS, null],
    ['a document that does not count', { by: 'identity_document', document: 'driving_licence' }, CARDS, 'document_not_accepted'],
    ['a document where only the code counts', { by: 'identity_document', document: 'passport' }, [], 'document_not_accepted'],
    ['somebody else with code and document', { by: 'proxy', code: 'K7P2', document: 'id_card' }, CARDS, null],
    ['somebody else with the code alone', { by: 'proxy', code: 'K7P2', document: null }, CARDS, 'document_not_accepted'],
    ['somebody else with the code alone, where no document counts', { by: 'proxy', code: 'K7P2', document: null }, [], null],
    ['somebody else with a document alone', { by: 'proxy', code: '', document: 'id_card' }, CARDS, 'wrong_pickup_code'],
    ['a colleague who answers for it', { by: 'vouched' }, [], null],
  ])('%s', (_, proof, accepted, fault) => {
    expect(proofFault(order, proof, accepted)).toBe(fault);
  });

  it('an order without a code has none that fits', () => {
    expect(proofFault({ ...order, pickupCodeHash: null }, { by: 'pickup_code', code: '' }, CARDS)).toBe('wrong_pickup_code');
  });
});
