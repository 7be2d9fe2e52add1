import { describe, expect, it } from 'vitest';
import { cartLineOf, EXAMPLE_REQUESTS, nothingKnown, operationOf, saleOf } from '../../test/support/examples.ts';
import type { Role } from '../associates/associate.ts';
import { PERMISSIONS, WEIGHED_IN_PERCENT } from '../base/permission.ts';
import { exceptionDocument } from '../exceptions/documents.ts';
import type { PermissionTable } from '../permissions/roles.ts';
import { goodsReturned } from '../returns/operations.ts';
import { saleCompleted } from '../sale/operations.ts';
import { saleCompletedPayload } from '../sale/sale.ts';
import { definitionOf, type Operation } from './operations.ts';
import {
  answerBefore,
  answerTo,
  ASKED_BEFORE,
  type Authority,
  isFurtherAllowed,
  notAllowedIds,
  unallowedFacts,
  permissionOf,
} from './permitted.ts';

const PEOPLE: Readonly<Record<string, Role>> = { A: 'associate', M: 'manager' };
const everything = (rule: 'denied' | { approvalBy: Role[]; above: number | null }): PermissionTable => ({
  associate: Object.fromEntries(PERMISSIONS.map((one) => [one, rule])),
});
const authority = (...tables: PermissionTable[]): Authority => ({ roleOf: (id) => PEOPLE[id], tablesSince: () => tables });
const recordedBy = (request: (typeof EXAMPLE_REQUESTS)[number], given: Partial<Operation>): Operation =>
  ({ ...operationOf(request), associateId: 'A', ...given }) as Operation;

describe.each(EXAMPLE_REQUESTS.map((request) => [request.type, request] as const))('[A1] %s', (_type, request) => {
  const { byHeadOffice } = definitionOf(operationOf(request) as Operation);
  const permission = permissionOf(request);
  /** Nobody in a store allows what the head office says; a register that says it is not believed at all. */
  const isAsked = !byHeadOffice(request.payload);
  const approvedBy = (associateId: string) => ({ associateId, permission, method: 'pin' as const });
  const raised = (given: Partial<Operation>, ...tables: PermissionTable[]) =>
    exceptionDocument.in(unallowedFacts(nothingKnown, recordedBy(request, given), authority(...tables)));

  it.each<[string, Partial<Operation>, PermissionTable, boolean]>([
    ['that is denied', {}, everything('denied'), true],
    ['that is denied, approved by a manager', { approval: approvedBy('M') }, everything('denied'), true],
    ['that needs approval', {}, everything({ approvalBy: ['manager'], above: null }), true],
    ['approved by oneself', { approval: approvedBy('A') }, everything({ approvalBy: ['associate'], above: null }), true],
    ['approved by somebody unknown', { approval: approvedBy('X') }, everything({ approvalBy: ['manager'], above: null }), true],
    [
      'approved by a manager, but for something else',
      { approval: { ...approvedBy('M'), permission: 'something.else' } },
      everything({ approvalBy: ['manager'], above: null }),
      true,
    ],
    ['approved by a manager', { approval: approvedBy('M') }, everything({ approvalBy: ['manager'], above: null }), false],
    ['by a manager', { associateId: 'M' }, everything('denied'), false],
    ['by nobody', { associateId: null }, everything('denied'), true],
    ['by somebody unknown, who has an exception anyway', { associateId: 'X' }, everything('denied'), false],
  ])('%s', (_what, given, table, isException) => {
    const exceptions = raised(given, table);
    expect(exceptions.map(({ kind }) => kind)).toEqual(isException && isAsked ? ['not_allowed'] : []);
    if (isException && isAsked) expect(notAllowedIds(recordedBy(request, given))).toContain(exceptions[0]?.id);
  });

  it('that was allowed when it was recorded, or is by now, is none', () => {
    const allowing: PermissionTable = { associate: { [permission]: 'allowed' } };
    expect(raised({}, everything('denied'), allowing)).toEqual([]);
    expect(raised({}, allowing, everything('denied'))).toEqual([]);
    expect(raised({})).toEqual([]);
  });

  it('is refused before it is recorded, unless it only tells what has happened already', () => {
    const { isTrace } = definitionOf(operationOf(request) as Operation);
    expect(answerBefore(everything('denied'), 'associate', request).kind).toBe(isTrace ? 'allowed' : 'denied');
  });

  it('is asked about by what its sale comes to, where that is more', () => {
    const weight = Math.abs(definitionOf(recordedBy(request, {})).weighs(request.payload));
    const { isTrace } = definitionOf(operationOf(request) as Operation);
    const table = everything({ approvalBy: ['manager'], above: weight + 500 });
    expect(answerBefore(table, 'associate', request, weight + 500).kind).toBe('allowed');
    expect(answerBefore(table, 'associate', request, weight + 501).kind).toBe(isTrace ? 'allowed' : 'needs_approval');
  });

  it('is asked about by the amount that it weighs', () => {
    const weight = Math.abs(definitionOf(recordedBy(request, {})).weighs(request.payload));
    const table = everything({ approvalBy: ['manager'], above: weight });
    expect(answerTo(table, 'associate', request).kind).toBe('allowed');
    if (weight > 0)
      expect(answerTo(everything({ approvalBy: ['manager'], above: weight - 1 }), 'associate', request).kind).toBe('needs_approval');
  });
});

it('[A1] a register asks about what it can still keep from happening, and by an amount where one is named', () => {
  const asked = new Map(ASKED_BEFORE.map(({ permission, isWeighed }) => [permission, isWeighed]));
  expect([asked.get('return.record'), asked.get('shift.close'), asked.get('order.note')]).toEqual([true, true, false]);
  expect([asked.has('sale.change'), asked.has('register.use')]).toEqual([false, false]);
  expect(asked.get('report.read')).toBe(false);
});

it.each<[isVoid: boolean, table: PermissionTable, allowed: boolean]>([
  [false, { associate: { 'sale.void': 'denied' } }, true],
  [true, { associate: { 'sale.void': 'denied' } }, false],
  [false, { associate: { 'return.record': 'denied' } }, false],
  [true, { associate: { 'return.record': 'denied', 'sale.void': 'allowed' } }, true],
  [true, { associate: { 'return.record': 'denied' } }, false],
])('[A1] a return that is a void: %s, asks for its own permission alone: %j', (isVoid, table, allowed) => {
  const example = EXAMPLE_REQUESTS.find(({ type }) => type === goodsReturned.type);
  const operation = operationOf({ type: goodsReturned.type, payload: { ...example?.payload, isVoid } }) as Operation;
  expect(answerTo(table, 'associate', operation).kind).toBe(allowed ? 'allowed' : 'denied');
  expect(permissionOf(operation)).toBe(isVoid ? 'sale.void' : 'return.record');
  expect(notAllowedIds(operation)).toEqual([
    expect.stringMatching(isVoid ? /:sale\.void$/ : /:return\.record$/),
    expect.stringMatching(/:return\.exception$/),
  ]);
});

describe('[A1] a discount by hand', () => {
  const limited = (above: number): PermissionTable => ({ associate: { 'sale.discount': { approvalBy: ['manager'], above } } });
  const discounted = (approvedBy: string | null) => {
    const sale = saleOf([cartLineOf({ discount: { basisPoints: 3000, reason: 'damaged', approvedBy } })]);
    const payload = saleCompletedPayload.strip().parse(sale);
    return operationOf({ type: saleCompleted.type, payload }) as Operation;
  };
  const roleOf = (id: string): Role | undefined => PEOPLE[id];

  it.each([
    ['within the limit', limited(3000), null, true],
    ['above it', limited(2000), null, false],
    ['above it, approved by a manager', limited(2000), 'M', true],
    ['above it, approved by oneself', limited(2000), 'A', false],
    ['above it, approved by somebody unknown', limited(2000), 'X', false],
    ['that is denied, whoever approved it', { associate: { 'sale.discount': 'denied' } } as PermissionTable, 'M', false],
    ['where nothing is said', {}, null, true],
  ])('%s', (_what, table, approvedBy, isFine) => {
    const operation = { ...discounted(approvedBy), associateId: 'A' };
    expect(isFurtherAllowed(table, operation, { associateId: 'A', role: 'associate', roleOf })).toBe(isFine);
    const exceptions = exceptionDocument.in(unallowedFacts(nothingKnown, operation, { roleOf, tablesSince: () => [table] }));
    expect(exceptions.map(({ id }) => id)).toEqual(isFine ? [] : ['not_allowed:S1:A:sale.discount'.replace('S1', operation.storeId)]);
    if (!isFine) expect(notAllowedIds(operation)).toContain(exceptions[0]?.id);
  });

  it('is weighed in hundredths of a percent, and is asked about before it is recorded', () => {
    expect(ASKED_BEFORE.find(({ permission }) => permission === 'sale.discount')).toEqual({ permission: 'sale.discount', isWeighed: true });
    expect(WEIGHED_IN_PERCENT.every((one) => ASKED_BEFORE.some(({ permission }) => permission === one))).toBe(true);
  });
});
