import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { role } from '../../domain/associates/associate.ts';
import { PERMISSIONS } from '../../domain/base/permission.ts';
import { mayDo, standardRule } from '../../domain/permissions/may-do.ts';
import { permissionTable } from '../../domain/permissions/roles.ts';
import { aboveOf, CHOICES, choiceOf, withRule } from './role-choice.ts';

describe('the choice of the head office for a role', () => {
  it('is shown as it was made, allowed by the schema, and touches nothing else', () => {
    const change = fc.record({
      who: fc.constantFrom(...role.options),
      what: fc.constantFrom(...PERMISSIONS),
      choice: fc.constantFrom(...CHOICES),
      above: fc.option(fc.nat()),
    });
    fc.assert(
      fc.property(fc.array(change, { minLength: 1, maxLength: 8 }), (changes) => {
        const table = changes.reduce((made, { who, what, choice, above }) => withRule(made, who, what, choice, above), {});
        expect(permissionTable.safeParse(table).success).toBe(true);
        const last = new Map(changes.map((one) => [`${one.who} ${one.what}`, one]));
        for (const { who, what, choice, above } of last.values()) {
          const rule = permissionTable.parse(table)[who]?.[what] ?? standardRule(who, what);
          expect([choiceOf(rule), aboveOf(rule)]).toEqual([choice, choice === 'manager' || choice === 'senior' ? above : null]);
        }
      }),
    );
  });

  it('does what it says', () => {
    const table = withRule({}, 'associate', 'return.record', 'manager', 5_000);
    expect(mayDo(table, 'associate', 'return.record', 5_000).kind).toBe('allowed');
    expect(mayDo(table, 'associate', 'return.record', 5_001)).toEqual({ kind: 'needs_approval', by: ['manager'] });
    expect(withRule(table, 'associate', 'return.record', 'allowed', null)).toEqual({ associate: {} });
  });
});
