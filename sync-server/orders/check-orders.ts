import { hashPickupCode } from '../../domain/fulfillment/pickup-code.ts';
import type { Substitute } from '../../domain/fulfillment/fulfillment-order.ts';
import { orderAmountError } from '../../domain/orders/check-order.ts';
import type { OrderIntake } from '../../domain/orders/order-intake.ts';
import { accept, refuse, type Result } from '../../domain/base/result.ts';
import { type Article, findArticles } from '../catalog/find-articles.ts';
import type { Tx } from '../db/database.ts';
import type { JobLine } from '../sourcing/sourcing-job.ts';

/** Why an order is not taken: the answer that its sender gets. */
export interface OrderRefusal {
  readonly status: 409 | 422;
  readonly code:
    | 'idempotency_key_reused'
    | 'order_number_taken'
    | 'unknown_sku'
    | 'not_shippable'
    | 'unknown_store'
    | 'amount_not_valid'
    | 'substitute_not_valid';
  readonly message: string;
  /** The path of the field that is wrong. */
  readonly field: string;
  readonly fix: string;
}

/** What orders are checked against. */
export interface Known {
  /** By the SKU or barcode that an order names. */
  readonly products: ReadonlyMap<string, Article>;
  readonly stores: ReadonlySet<string>;
}

/** What a good order becomes beside what was sent. */
export interface CheckedOrder {
  readonly lines: readonly JobLine[];
  readonly pickupCodeHash: string | null;
}

/** Reads the products and stores that the orders name. */
export async function readKnown(tx: Tx, orders: readonly OrderIntake[]): Promise<Known> {
  const products = await findArticles(
    tx,
    orders.flatMap((order) => order.lines.flatMap(({ sku, substitutes = [] }) => [sku, ...substitutes.map((one) => one.sku)])),
  );
  const stores = await tx.selectFrom('locations').select('id').where('kind', '=', 'store').where('active', '=', true).execute();
  return { products, stores: new Set(stores.map((store) => store.id)) };
}

const goodsOf = ({ sku, gtin, name }: Article) => ({ sku, gtin, name });

/** The article of a SKU or barcode that an order names, if a shelf can have it. */
function findGoods({ products }: Known, named: string, field: string): Result<Article, OrderRefusal> {
  const product = products.get(named);
  if (product === undefined) {
    return refuse({
      status: 422,
      code: 'unknown_sku',
      field,
      message: `The catalog has no SKU or barcode ${named}.`,
      fix: 'Add the product to the catalog first, or correct the SKU.',
    });
  }
  const { kind, components } = product.terms ?? {};
  if (kind === undefined && components === undefined) return accept(product);
  return refuse({
    status: 422,
    code: 'not_shippable',
    field,
    message: `${named} is a ${kind ?? 'bundle'}: no shelf has it, so no store can pick it.`,
    fix: kind === undefined ? 'Send the goods of the bundle, each as a line with its share of the price.' : 'Leave the line out.',
  });
}

/** What the customer takes instead of an article, each once. */
function findSubstitutes(
  known: Known,
  ordered: string,
  named: NonNullable<OrderIntake['lines'][number]['substitutes']>,
  field: string,
): Result<Substitute[], OrderRefusal> {
  const found: Substitute[] = [];
  for (const [place, { sku, ...price }] of named.entries()) {
    const product = findGoods(known, sku, `${field}.${place}.sku`);
    if (!product.ok) return product;
    const goods = goodsOf(product.value);
    if (goods.sku === ordered || found.some((one) => one.sku === goods.sku)) {
      return refuse({
        status: 422,
        code: 'substitute_not_valid',
        field: `${field}.${place}.sku`,
        message: `${sku} is the ordered article, or stands in the list before.`,
        fix: 'Name each substitute once, and leave out the ordered article.',
      });
    }
    found.push({ ...goods, ...price });
  }
  return accept(found);
}

/** Checks an order against the catalog and the stores, and its amounts against one another. */
export function checkOrder(order: OrderIntake, known: Known): Result<CheckedOrder, OrderRefusal> {
  const { fulfillment, number } = order;
  if (fulfillment.kind === 'pickup' && !known.stores.has(fulfillment.storeId)) {
    return refuse({
      status: 422,
      code: 'unknown_store',
      field: 'fulfillment.storeId',
      message: `There is no store ${fulfillment.storeId} where an order could be picked up.`,
      fix: 'Send the id of a store that is open.',
    });
  }
  const amount = orderAmountError(order);
  if (amount !== null) return refuse({ status: 422, code: 'amount_not_valid', ...amount });
  const lines: JobLine[] = [];
  for (const [index, { substitutes, ...line }] of order.lines.entries()) {
    const product = findGoods(known, line.sku, `lines.${index}.sku`);
    if (!product.ok) return product;
    const instead = findSubstitutes(known, product.value.sku, substitutes ?? [], `lines.${index}.substitutes`);
    if (!instead.ok) return instead;
    lines.push({ ...line, lineNo: index + 1, ...goodsOf(product.value), ...(instead.value.length > 0 && { substitutes: instead.value }) });
  }
  return accept({ lines, pickupCodeHash: fulfillment.kind === 'pickup' ? hashPickupCode(number, fulfillment.pickupCode) : null });
}
