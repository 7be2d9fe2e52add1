import { describe, expect, it } from 'vitest';
import { cartLineOf, nothingKnown, operationOf, saleOf } from '../../test/support/examples.ts';
import type { BadgeUse } from '../associates/settings.ts';
import type { Approval } from '../base/envelope.ts';
import { exceptionDocument } from '../exceptions/documents.ts';
import { saleCompleted } from '../sale/operations.ts';
import type { SaleCompleted } from '../sale/sale.ts';
import { drawerHandedOver } from '../shift/operations.ts';
import { badgeApprovers, badgeFactIds, badgeFacts } from './badge-approvals.ts';
import type { Operation } from './operations.ts';

const discount = { basisPoints: 5_000, reason: 'damaged', approvedBy: 'M' } as const;
const sold = (given: { byBadge?: true } = {}): SaleCompleted => saleOf([cartLineOf({ discount: { ...discount, ...given } })]);
const recorded = (sale: SaleCompleted, approval: Approval | null = null): Operation =>
  ({ ...operationOf(saleCompleted.request(sale)), storeId: 'S1', associateId: 'A', approval }) as Operation;
const by = (method: Approval['method']): Approval => ({ associateId: 'MIA', permission: 'sale.complete', method });
const handedOver = (given: { byBadge?: true } = {}): Operation => {
  const counted = { currency: 'USD', countedMinor: 100, expectedMinor: 100, denominations: null, reason: null, isAbsent: false };
  return operationOf(drawerHandedOver.request({ fromId: 'A', toId: 'TOM', ...counted, ...given }));
};
const OWED = { kind: 'account', currency: 'USD', amountMinor: 500, tipMinor: 0, reference: 'AC-1', state: 'accepted' } as const;

describe('approvals by a badge', () => {
  it.each<[string, Operation, readonly string[]]>([
    ['a PIN', recorded(sold(), by('pin')), []],
    ['a word from elsewhere', recorded(sold(), by('remote')), []],
    ['a badge', recorded(sold(), by('badge')), ['MIA']],
    ['a badge for a discount', recorded(sold({ byBadge: true })), ['M']],
    ['two badges', recorded(sold({ byBadge: true }), by('badge')), ['MIA', 'M']],
    [
      'a badge for an account beyond its limit',
      recorded({ ...sold(), tenders: [OWED], onAccount: { overLimitMinor: 100, approvedBy: 'SAM', byBadge: true } }),
      ['SAM'],
    ],
    ['a PIN of who takes a drawer over', handedOver(), []],
    ['a badge of who takes a drawer over', handedOver({ byBadge: true }), ['TOM']],
  ])('[A1] are those by %s', (_what, operation, approvers) => {
    expect(badgeApprovers(operation)).toEqual(approvers);
  });

  it.each<[string, readonly BadgeUse[], boolean]>([
    ['approve', ['sign_in_and_approve'], false],
    ['approved when it was done', ['sign_in_and_approve', 'sign_in'], false],
    ['approve by now', ['sign_in', 'sign_in_and_approve'], false],
    ['sign in', ['sign_in'], true],
    ['do nothing', ['nothing'], true],
  ])('[A1] [J5] are told where badges %s', (_what, uses, isTold) => {
    const operation = recorded(sold({ byBadge: true }), by('badge'));
    const told = exceptionDocument.in(badgeFacts(nothingKnown, operation, () => uses));
    expect(told.map(({ id, subject, facts }) => [id, subject, facts])).toEqual(
      isTold
        ? [
            ['approved_by_badge:S1:MIA', 'MIA', { what: saleCompleted.type, associate: 'MIA' }],
            ['approved_by_badge:S1:M', 'M', { what: saleCompleted.type, associate: 'M' }],
          ]
        : [],
    );
    expect(badgeFactIds(operation)).toEqual(['approved_by_badge:S1:MIA', 'approved_by_badge:S1:M']);
  });

  it('of which there are none are not asked about', () => {
    expect(badgeFacts(nothingKnown, recorded(sold(), by('pin')), () => ['nothing'])).toEqual([]);
  });
});
