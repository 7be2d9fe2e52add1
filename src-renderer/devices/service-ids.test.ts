import fc from 'fast-check';
import { expect, it } from 'vitest';
import { serviceId } from '../../domain/device/terminal.ts';
import { createServiceIds } from './service-ids.ts';

const untilYear2059 = fc.integer({ min: Date.UTC(2026, 0), max: Date.UTC(2059, 0) });

it('[E2] gives no name out twice, whatever the clock does', () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(untilYear2059, fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true })), { minLength: 1 }),
      (given) => {
        let asked = 0;
        const next = createServiceIds(
          () => given[asked]?.[0] ?? 0,
          () => given[asked++]?.[1] ?? 0,
        );
        const ids = given.map(() => next());
        expect(new Set(ids).size).toBe(ids.length);
        expect([...ids].sort()).toEqual(ids);
        for (const id of ids) expect(serviceId.safeParse(id).success).toBe(true);
      },
    ),
  );
});
