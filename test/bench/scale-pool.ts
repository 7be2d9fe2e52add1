import { storeScope } from '../../domain/base/scope.ts';
import type { Product } from '../../domain/catalog/product.ts';
import { upsertProducts } from '../../sync-server/catalog/upsert-products.ts';
import type { Db } from '../../sync-server/db/database.ts';
import { transact } from '../../sync-server/db/transact.ts';
import { postMovements } from '../../sync-server/stock/post-movements.ts';
import { allocateChanges, type ChangeItem } from '../../sync-server/changes/allocate-changes.ts';

export interface ScalePool {
  readonly stores: number;
  readonly products: number;
  /** How many of the products every store has, the first ones. */
  readonly stocked: number;
}

export const storeIdsOf = (count: number): string[] => Array.from({ length: count }, (_, n) => `S${n}`);

const COLOURS = ['Black', 'Navy', 'Sand', 'Olive', 'Rust', 'White'];
const GOODS = ['crew neck sweater', 'canvas tote', 'waterproof jacket', 'ceramic mug', 'desk lamp', 'wool socks', 'trail shoe'];

/** The n-th product, as long and as varied as products are. */
export function productAt(n: number): Product {
  const [colour = '', goods = ''] = [COLOURS[n % COLOURS.length], GOODS[n % GOODS.length]];
  return {
    sku: `SKU-${n}`,
    gtin: String(9_520_000_000_000 + n).padStart(14, '0'),
    name: `${colour} ${goods}, article ${n}`,
    brand: `Brand ${n % 200}`,
    category: `Category ${n % 40}`,
    size: ['S', 'M', 'L', 'XL'][n % 4] ?? '',
    unitPrice: 1_000_000 + (n % 500) * 10_000,
    taxClass: 'standard',
    minimumAge: null,
    soldBy: 'piece',
    tareGrams: 0,
  };
}

/**
 * Does something in one transaction and tells the feed of it, as everything in the pool is done.
 * @returns how far the company's scope has come.
 */
export function change(db: Db, work: (tx: Parameters<typeof upsertProducts>[0], items: ChangeItem[]) => Promise<unknown>): Promise<number> {
  return transact(db, async (tx) => {
    const items: ChangeItem[] = [];
    await work(tx, items);
    return (await allocateChanges(tx, items)).get('all')?.to ?? 0;
  });
}

/** Fills an empty database with a company: stores, a catalog, and stock that is explained by movements. */
export async function fillScalePool(db: Db, { stores, products, stocked }: ScalePool): Promise<void> {
  const storeIds = storeIdsOf(stores);
  await db.insertInto('company').values({ name: 'Company', currency: 'USD', prices_include_tax: false }).execute();
  await db
    .insertInto('locations')
    .values(storeIds.map((id, n) => ({ id, kind: 'store' as const, name: id, latitude: n % 50, longitude: n % 90 })))
    .execute();
  await change(db, (_tx, items) => {
    items.push(
      { scope: 'all', kind: 'company', id: 'company' },
      ...storeIds.map((id): ChangeItem => ({ scope: storeScope(id), kind: 'store', id })),
    );
    return Promise.resolve();
  });
  for (let from = 0; from < products; from += 10_000) {
    const some = Array.from({ length: Math.min(10_000, products - from) }, (_, n) => productAt(from + n));
    await change(db, (tx, items) => upsertProducts(tx, some, items));
  }
  for (const locationId of storeIds) {
    const stock = Array.from({ length: stocked }, (_, n) => ({
      locationId,
      sku: `SKU-${n}`,
      onHand: 10_000,
      reserved: 0,
      cause: 'opening_balance' as const,
      causeId: 'bench',
    }));
    await change(db, (tx, items) => postMovements(tx, stock, items));
  }
}
