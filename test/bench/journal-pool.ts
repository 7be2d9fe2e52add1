import type { Operation } from '../../domain/registry/operations.ts';
import type { OrderIntake } from '../../domain/orders/order-intake.ts';
import type { Product } from '../../domain/catalog/product.ts';
import { upsertProducts } from '../../sync-server/catalog/upsert-products.ts';
import type { Db } from '../../sync-server/db/database.ts';
import { transact } from '../../sync-server/db/transact.ts';
import { takeOrders } from '../../sync-server/orders/take-order.ts';
import { postMovements } from '../../sync-server/stock/post-movements.ts';
import { allocateChanges, type ChangeItem } from '../../sync-server/changes/allocate-changes.ts';
import { enrolRegister, makeEnrolmentCode } from '../../sync-server/registers/enrol-register.ts';
import { JournalBuilder } from '../support/journal-builder.ts';

const STORES = 10;
const REGISTERS = 20;
const PRODUCTS = 5_000;
const ORDERS = 1_200;
const SALES_PER_REGISTER = 200;

/** The same every time: nothing here depends on chance. */
function skuAt(index: number): string {
  return `SKU-${(index * 7919) % PRODUCTS}`;
}

function orderAt(index: number): OrderIntake {
  const line = (offset: number) => ({
    sku: skuAt(index * 3 + offset),
    quantity: 1 + (offset % 2),
    unitPrice: 1_000_000,
    totalMinor: 1080 * (1 + (offset % 2)),
    taxMinor: 80 * (1 + (offset % 2)),
  });
  return {
    number: `W-${index}`,
    placedAt: '2026-03-01T10:00:00.000Z',
    currency: 'USD',
    customer: { name: 'Customer', email: null, phone: null },
    fulfillment: { kind: 'pickup', storeId: `S${index % STORES}`, pickupCode: '4711' },
    lines: [line(0), line(1)],
  };
}

/** Fills an empty database with stores, products, stock and orders, all of it explained by movements. */
export async function fillPool(db: Db): Promise<void> {
  await db.insertInto('company').values({ name: 'Company', currency: 'USD', prices_include_tax: false }).execute();
  const stores = Array.from({ length: STORES }, (_, index) => `S${index}`);
  await db
    .insertInto('locations')
    .values(stores.map((id, index) => ({ id, kind: 'store' as const, name: id, latitude: index, longitude: index })))
    .execute();
  const products = Array.from(
    { length: PRODUCTS },
    (_, index): Product => ({
      sku: `SKU-${index}`,
      gtin: null,
      name: `Product ${index}`,
      brand: '',
      category: '',
      size: '',
      unitPrice: 1_000_000,
      taxClass: 'standard',
      minimumAge: null,
      soldBy: 'piece',
      tareGrams: 0,
    }),
  );
  await transact(db, async (tx) => {
    const items: ChangeItem[] = [];
    await upsertProducts(tx, products, items);
    await allocateChanges(tx, items);
  });
  for (const locationId of stores) {
    await transact(db, async (tx) => {
      const items: ChangeItem[] = [];
      const stock = products.map(({ sku }) => ({
        locationId,
        sku,
        onHand: 1000,
        reserved: 0,
        cause: 'opening_balance' as const,
        causeId: 'bench',
      }));
      await postMovements(tx, stock, items);
      await allocateChanges(tx, items);
    });
  }
  for (let start = 0; start < ORDERS; start += 200) {
    await transact(db, async (tx) => {
      const items: ChangeItem[] = [];
      const requests = Array.from({ length: 200 }, (_, index) => orderAt(start + index));
      await takeOrders(
        tx,
        requests.map((order) => ({ idempotencyKey: order.number, order })),
        items,
      );
      await allocateChanges(tx, items);
    });
  }
}

/** The journal of a register's busy day: sales, waves of pickups that are picked, staged and handed over, and returns. */
async function recordDay(db: Db, journal: JournalBuilder, share: number): Promise<Operation[]> {
  const rows = await db
    .selectFrom('fulfillment_orders')
    .select('body')
    .where('location_id', '=', journal.options.storeId)
    .orderBy('id')
    .execute();
  const orders = rows.map((row) => row.body).filter((_, index) => index % (REGISTERS / STORES) === share);
  journal.openShift();
  for (let count = 0; count < SALES_PER_REGISTER; count += 1) {
    const at = journal.operations.length * 31 + share;
    const sale = journal.sell([
      [skuAt(at), 1],
      [skuAt(at + 1), 2],
      [skuAt(at + 2), 1],
    ]);
    if (count % 10 === 0) journal.takeBack(sale, 1);
    if (count % 10 === 5) {
      const wave = orders.splice(0, 3);
      if (wave.length > 0) journal.startPicking(wave);
      for (const order of wave) {
        journal.pick(order);
        journal.stage(order);
        journal.handOver(order);
      }
    }
  }
  return journal.operations;
}

export interface RecordedDay {
  readonly registerId: string;
  readonly operations: readonly Operation[];
}

/** Enrols the registers and records a day on each. */
export async function recordDays(db: Db): Promise<RecordedDay[]> {
  const days: RecordedDay[] = [];
  for (let index = 0; index < REGISTERS; index += 1) {
    const storeId = `S${index % STORES}`;
    const code = await makeEnrolmentCode(db, storeId);
    const enrolled = code.ok ? await enrolRegister(db, code.value.code) : code;
    if (!enrolled.ok) throw new Error(enrolled.refusal);
    const { registerId, prefix } = enrolled.value;
    days.push({
      registerId,
      operations: await recordDay(db, new JournalBuilder({ registerId, storeId, prefix }), Math.floor(index / STORES)),
    });
  }
  return days;
}
