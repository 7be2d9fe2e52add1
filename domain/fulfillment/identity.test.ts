import { describe, expect, it } from 'vitest';
import { AT } from '../../test/support/examples.ts';
import { orderIn } from '../../test/support/fulfillment.ts';
import { PICKUP_KEYS, signedCode } from '../../test/support/signed-codes.ts';
import { checkPickupCode, type IdentityDocument, type Proof, proofFault } from './identity.ts';

const order = { ...orderIn({ status: 'ready', stagingLocation: 'S', at: AT }), pickupCodeId: 'C1' };
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
    expect(proofFault(order, proof, accepted, [])).toBe(fault);
  });

  it('an order without a code has none that fits', () => {
    expect(proofFault({ ...order, pickupCodeHash: null }, { by: 'pickup_code', code: '' }, CARDS, [])).toBe('wrong_pickup_code');
  });

  it.each([
    ['of this order', signedCode(), order, { ok: true, value: 'C1' }],
    ['of another order', signedCode({ orderNumber: 'WEB-8' }), order, { ok: false, refusal: 'wrong_pickup_code' }],
    ['that was withdrawn', signedCode({ codeId: 'C0' }), order, { ok: false, refusal: 'pickup_code_withdrawn' }],
    ['of an order that has none', signedCode(), orderIn(order.state), { ok: false, refusal: 'pickup_code_withdrawn' }],
    ['that was used', signedCode(), { ...order, usedCodeId: 'C1' }, { ok: false, refusal: 'pickup_code_used' }],
    ['that is forged', signedCode({ by: 'K2' }), order, { ok: false, refusal: 'pickup_code_forged' }],
  ])('a signed code %s', (_, code, of, answer) => {
    expect(checkPickupCode(of, code, PICKUP_KEYS)).toEqual(answer);
  });

  it('the short code goes on counting beside the signed one', () => {
    expect(checkPickupCode(order, 'k7p2', PICKUP_KEYS)).toEqual({ ok: true, value: null });
  });

  it('somebody else may bring the signed code, with a document', () => {
    const proof = { by: 'proxy', code: signedCode(), document: 'id_card' } as const;
    expect(proofFault(order, proof, CARDS, PICKUP_KEYS)).toBeNull();
    expect(proofFault(order, { ...proof, code: signedCode({ keyId: 'K9' }) }, CARDS, PICKUP_KEYS)).toBe('pickup_code_foreign');
  });
});
