import { sql } from 'kysely';
import { hashPickupCode } from '../../domain/fulfillment/pickup-code.ts';
import type { Substitute } from '../../domain/fulfillment/fulfillment-order.ts';
import type { FreeFields } from '../../domain/orders/channel-fields.ts';
import { amountFaults } from '../../domain/orders/check-order.ts';
import type { OrderFault } from '../../domain/orders/order-fault.ts';
import type { OrderIntake } from '../../domain/orders/order-intake.ts';
import type { LineParts, OrderParts } from '../../domain/orders/read-order-request.ts';
import type { StoreReader } from '../../domain/base/define-document.ts';
import { DocumentMap } from '../../domain/base/document-map.ts';
import { accept, refuse, type Result } from '../../domain/base/result.ts';
import { foreignCurrencies } from '../../domain/payments/settings.ts';
import { settingOf } from '../../domain/settings/setting-of.ts';
import { type Article, findArticles } from '../catalog/find-articles.ts';
import type { Db } from '../db/database.ts';
import { readSettings } from '../settings/read-setting.ts';
import type { JobLine } from '../sourcing/sourcing-job.ts';

/** Why an order is not taken. */
export type OrderRefusal =
  /** It stands in the way of another. */
  | {
      readonly status: 409;
      readonly code: 'idempotency_key_reused' | 'order_number_taken';
      readonly message: string;
      readonly field: string;
      readonly fix: string;
    }
  /** All that is wrong with it, or 409: all of it that is not there. */
  | { readonly status: 409 | 422; readonly faults: readonly OrderFault[] };

/** What orders are checked against. */
export interface Known {
  /** By the SKU or barcode that an order names. */
  readonly products: ReadonlyMap<string, Article>;
  readonly stores: ReadonlySet<string>;
  /** Of the company; null while there is none. */
  readonly currency: string | null;
  /** Settings, also those of the stores at which orders in another currency are picked up. */
  readonly settings: StoreReader;
}

/** What a good order becomes beside what was sent. */
export interface CheckedOrder {
  readonly lines: readonly JobLine[];
  /** What its channel wants to find again of each line that has any, by line number. */
  readonly lineFields?: ReadonlyMap<number, FreeFields>;
  readonly pickupCodeHash: string | null;
}

/** Reads the products and stores that the orders name, and the currencies that are taken. */
export async function readKnown(db: Db, orders: readonly OrderParts[]): Promise<Known> {
  const products = await findArticles(db, [
    ...orders.flatMap(({ lines }) => lines.flatMap(({ sku, substitutes }) => [sku, ...substitutes].filter((one) => one !== null))),
  ]);
  const { rows } = await sql<{ currency: string | null; stores: string[] }>`
    select (select currency from company limit 1) as currency,
      array(select id from locations where kind = 'store' and active) as stores`.execute(db);
  const { currency = null, stores = [] } = rows[0] ?? {};
  const others = orders.filter((order) => order.currency !== null && order.currency !== currency);
  const settings =
    others.length === 0
      ? new DocumentMap()
      : await readSettings(
          db,
          others.flatMap(({ storeId }) => storeId ?? []),
        );
  return { products, stores: new Set(stores), currency, settings };
}

const goodsOf = ({ sku, gtin, name }: Article) => ({ sku, gtin, name });

/** The article of a SKU or barcode that an order names, if a shelf can have it. */
function findGoods({ products }: Known, named: string, field: string): Result<Article, OrderFault> {
  const product = products.get(named);
  if (product === undefined) {
    return refuse({
      code: 'unknown_sku',
      field,
      message: `The catalog has no SKU or barcode ${named}.`,
      fix: 'Add the product to the catalog first, or correct the SKU.',
    });
  }
  const { kind, components } = product.terms ?? {};
  if (kind === undefined && components === undefined) return accept(product);
  return refuse({
    code: 'not_shippable',
    field,
    message: `${named} is a ${kind ?? 'bundle'}: no shelf has it, so no store can pick it.`,
    fix: kind === undefined ? 'Send the goods of the bundle, each as a line with its share of the price.' : 'Leave the line out.',
  });
}

/** What is wrong with the substitutes of a line: each is an article that a shelf can have, and stands once. @param ordered the SKU. */
function substituteFaults(known: Known, ordered: string | null, named: LineParts['substitutes'], field: string): OrderFault[] {
  const before = new Set([ordered]);
  return named.flatMap((sku, place): OrderFault[] => {
    if (sku === null) return [];
    const goods = findGoods(known, sku, `${field}.${place}.sku`);
    if (!goods.ok) return [goods.refusal];
    if (!before.has(goods.value.sku)) {
      before.add(goods.value.sku);
      return [];
    }
    return [
      {
        code: 'substitute_not_valid',
        field: `${field}.${place}.sku`,
        message: `${sku} is the ordered article, or stands in the list before.`,
        fix: 'Name each substitute once, and leave out the ordered article.',
      },
    ];
  });
}

function lineFaults(known: Known, { sku, substitutes }: LineParts, at: string): OrderFault[] {
  const goods = sku === null ? null : findGoods(known, sku, `${at}.sku`);
  const ordered = goods?.ok === true ? goods.value.sku : null;
  return [...(goods?.ok === false ? [goods.refusal] : []), ...substituteFaults(known, ordered, substitutes, `${at}.substitutes`)];
}

/** An order's currency is that of the company, or one for which the company or the store has a rate. */
function currencyFaults({ currency, storeId }: OrderParts, { currency: own, settings }: Known): OrderFault[] {
  if (currency === null || own === null || currency === own) return [];
  const rates = settingOf(settings, foreignCurrencies, storeId === null ? {} : { storeId });
  if (rates.some((rate) => rate.currency === currency)) return [];
  const taken = [own, ...rates.map((rate) => rate.currency)].join(', ');
  return [
    {
      code: 'currency_not_taken',
      field: 'currency',
      message: `The company has ${own}, and no rate for ${currency}.`,
      fix: `Send the order in one of ${taken}, or give ${currency} a rate in the setting cash.foreign.`,
    },
  ];
}

/** All that is wrong with an order against the catalog, the stores and the currencies, and with its amounts against one another. */
export function findFaults(order: OrderParts, known: Known): OrderFault[] {
  const { storeId, shipping, lines } = order;
  const store: OrderFault[] =
    storeId === null || known.stores.has(storeId)
      ? []
      : [
          {
            code: 'unknown_store',
            field: 'fulfillment.storeId',
            message: `There is no store ${storeId} where an order could be picked up.`,
            fix: 'Send the id of a store that is open.',
          },
        ];
  return [
    ...store,
    ...currencyFaults(order, known),
    ...amountFaults(
      lines.map(({ line }) => line),
      shipping,
    ),
    ...lines.flatMap((line, index) => lineFaults(known, line, `lines.${index}`)),
  ];
}

/** The parts of an order that was read as a whole. */
export function partsOf({ currency, fulfillment, shipping, lines }: OrderIntake): OrderParts {
  return {
    currency,
    storeId: fulfillment.kind === 'pickup' ? fulfillment.storeId : null,
    shipping: shipping ?? null,
    lines: lines.map((line) => ({ line, sku: line.sku, substitutes: (line.substitutes ?? []).map(({ sku }) => sku) })),
  };
}

/** Checks the parts of an order, see {@link findFaults}. @returns all that is wrong, else its lines. */
export function checkOrder(order: OrderIntake, parts: OrderParts, known: Known): Result<CheckedOrder, readonly OrderFault[]> {
  const faults = findFaults(parts, known);
  if (faults.length > 0) return refuse(faults);
  const { fulfillment, number } = order;
  const articleOf = (named: string): Article => {
    const article = known.products.get(named);
    if (article === undefined) throw new Error(`The catalog had ${named} a moment ago.`);
    return article;
  };
  const lines = order.lines.map(({ substitutes, fields: _fields, ...line }, index): JobLine => {
    const instead = (substitutes ?? []).map(({ sku, ...price }): Substitute => ({ ...goodsOf(articleOf(sku)), ...price }));
    return { ...line, lineNo: index + 1, ...goodsOf(articleOf(line.sku)), ...(instead.length > 0 && { substitutes: instead }) };
  });
  const lineFields = new Map(order.lines.flatMap(({ fields }, index) => (fields === undefined ? [] : [[index + 1, fields] as const])));
  return accept({
    lines,
    lineFields,
    pickupCodeHash: fulfillment.kind === 'pickup' ? hashPickupCode(number, fulfillment.pickupCode) : null,
  });
}
