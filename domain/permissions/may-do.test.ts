import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Role, role } from '../associates/associate.ts';
import { PERMISSIONS } from '../base/permission.ts';
import { isApproved, mayDo } from './may-do.ts';
import { type PermissionTable, permissionRule, roles } from './roles.ts';

const table: PermissionTable = {
  associate: {
    'return.record': { approvalBy: ['senior', 'manager'], above: 5_000 },
    'shift.close': { approvalBy: ['manager'], above: null },
    'stock.put_back': 'denied',
  },
};

describe('what a role may do', () => {
  it.each([
    ['associate', 'return.record', 5_000, 'allowed'],
    ['associate', 'return.record', 5_001, 'needs_approval'],
    ['associate', 'return.record', -5_001, 'needs_approval'],
    ['associate', 'shift.close', 0, 'needs_approval'],
    ['associate', 'stock.put_back', 0, 'denied'],
    ['associate', 'sale.complete', 1_000_000, 'allowed'],
    ['manager', 'return.record', 5_001, 'allowed'],
    ['picker', 'stock.put_back', 0, 'allowed'],
    // Of before there was a permission to void: who may not take goods back alone may not void alone.
    ['associate', 'sale.void', 5_001, 'needs_approval'],
    ['associate', 'sale.void', 5_000, 'allowed'],
    ['manager', 'sale.void', 5_001, 'allowed'],
  ] as const)('[A1] %s, %s, about %d: %s', (who, permission, weight, kind) => {
    expect(mayDo(table, who, permission, weight).kind).toBe(kind);
  });

  it('[A1] a table that says who may void says it alone', () => {
    const both: PermissionTable = { associate: { ...table.associate, 'sale.void': 'denied' }, picker: { 'sale.void': 'allowed' } };
    expect(mayDo(both, 'associate', 'sale.void', 0)).toEqual({ kind: 'denied' });
    expect(mayDo(both, 'associate', 'return.record', 0)).toEqual({ kind: 'allowed' });
  });

  it('[A1] without a table everybody may do everything but what only managers may', () => {
    for (const who of role.options)
      for (const permission of PERMISSIONS.filter(
        (one) =>
          ![
            'report.read',
            'order.vouch',
            'order.pause',
            'shift.take_over',
            'return.exception',
            'return.no_receipt',
            'stock.adjust',
          ].includes(one),
      ))
        expect(mayDo(roles.standard, who, permission, 1e9)).toEqual({ kind: 'allowed' });
    expect(role.options.filter((who) => mayDo(roles.standard, who, 'report.read', 0).kind === 'allowed')).toEqual(['manager']);
    expect(mayDo({}, 'associate', 'order.vouch', 0)).toEqual({ kind: 'needs_approval', by: ['manager'] });
    expect(mayDo({}, 'senior', 'order.pause', 0)).toEqual({ kind: 'needs_approval', by: ['manager'] });
    expect([5_000, 5_001].map((worth) => mayDo({}, 'associate', 'stock.adjust', worth).kind)).toEqual(['allowed', 'needs_approval']);
    expect([20_000, 20_001].map((worth) => mayDo({}, 'senior', 'stock.adjust', worth).kind)).toEqual(['allowed', 'needs_approval']);
    expect([5_000, 5_001].map((worth) => mayDo({}, 'associate', 'return.no_receipt', worth).kind)).toEqual(['allowed', 'needs_approval']);
    expect(mayDo(table, 'associate', 'return.no_receipt', 5_001)).toEqual({ kind: 'needs_approval', by: ['senior', 'manager'] });
    expect(mayDo({}, 'senior', 'return.exception', 0)).toEqual({ kind: 'needs_approval', by: ['manager'] });
    expect(mayDo({}, 'manager', 'order.vouch', 0)).toEqual({ kind: 'allowed' });
    expect(mayDo({ senior: { 'report.read': 'allowed' } }, 'senior', 'report.read', 0)).toEqual({ kind: 'allowed' });
  });

  it.each([
    ['a manager', { associateId: 'B', role: 'manager' }, true],
    ['a role that may not', { associateId: 'B', role: 'picker' }, false],
    ['the same person', { associateId: 'A', role: 'manager' }, false],
    ['nobody', null, false],
  ] as const)('[A1] is approved by %s: %s', (_who, approver, is) => {
    expect(isApproved(mayDo(table, 'associate', 'shift.close', 0), 'A', approver)).toBe(is);
  });

  it('[A1] what is denied is approved by nobody, and what is allowed needs nobody', () => {
    const manager = { associateId: 'B', role: 'manager' } as const;
    expect(isApproved(mayDo(table, 'associate', 'stock.put_back', 0), 'A', manager)).toBe(false);
    expect(isApproved(mayDo(table, 'associate', 'sale.complete', 0), 'A', null)).toBe(true);
  });

  it('[A1] a rule answers for every amount, and a higher one is never allowed where a lower one is not', () => {
    const rules = fc.record({ approvalBy: fc.constant<Role[]>(['manager']), above: fc.option(fc.nat()) });
    fc.assert(
      fc.property(rules, fc.nat(), fc.nat(), (rule, a, b) => {
        const answer = (weight: number) => mayDo({ associate: { 'return.record': rule } }, 'associate', 'return.record', weight).kind;
        if (answer(Math.min(a, b)) === 'needs_approval') expect(answer(Math.max(a, b))).toBe('needs_approval');
      }),
    );
  });

  it.each([
    ['nobody who approves', { approvalBy: [], above: null }],
    ['an unknown role', { approvalBy: ['king'], above: null }],
    ['a word of its own', 'maybe'],
  ])('a rule with %s is refused', (_what, rule) => {
    expect(permissionRule.safeParse(rule).success).toBe(false);
  });
});
