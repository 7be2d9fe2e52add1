import { OPERATIONS } from './registry.ts';
import { describe, expect, it } from 'vitest';
import { EXAMPLE_REQUESTS, operationOf } from '../../test/support/examples.ts';
import { OPERATION_VERSION } from '../base/envelope.ts';
import { PERMISSIONS } from '../base/permission.ts';
import { definitionOf, definitionOfType, operation, RECEIPT_TYPES } from './operations.ts';

describe('the registry of operations', () => {
  it('names each type once', () => {
    const types = OPERATIONS.map(({ type }) => type);
    expect(new Set(types).size).toBe(types.length);
  });

  it.each(OPERATIONS.map((definition) => [definition.type, definition] as const))(
    '[A1] %s names a permission, and a version that there is',
    (_type, one) => {
      for (const permission of one.permissions) expect(PERMISSIONS).toContain(permission);
      expect(one.since).toBeGreaterThanOrEqual(1);
      expect(one.since).toBeLessThanOrEqual(OPERATION_VERSION);
    },
  );

  it.each(EXAMPLE_REQUESTS.map((request) => [request.type, request] as const))('reads %s by its own definition', (type, request) => {
    const recorded = operationOf(request);
    expect(operation.parse(recorded)).toEqual(recorded);
    expect(definitionOf(recorded).type).toBe(type);
    expect(operation.safeParse({ ...recorded, payload: { nothing: 'of the kind' } }).success).toBe(false);
  });

  it('knows no type of a newer version', () => {
    expect(definitionOfType('price_tag_printed')).toBeUndefined();
    expect(() => definitionOf({ type: 'price_tag_printed' } as never)).toThrow(TypeError);
  });

  it('[J7] a sale, a return, an exchange and a pickup with a sale number a receipt', () => {
    expect([...RECEIPT_TYPES].sort()).toEqual(['goods_exchanged', 'goods_returned', 'pickup_exchanged', 'sale_completed']);
  });
});
