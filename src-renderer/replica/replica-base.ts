import type { StoreReader } from '../../domain/base/effect.ts';
import type { Associate } from '../../domain/associates/associate.ts';
import type { CatalogPage } from '../../domain/catalog/product.ts';
import type { Exception } from '../../domain/exceptions/exception.ts';
import type { FulfillmentOrder } from '../../domain/fulfillment/fulfillment-order.ts';
import type { Operation } from '../../domain/registry/operations.ts';
import type { Returnable } from '../../domain/orders/order-intake.ts';
import type { Promotion } from '../../domain/promotions/promotion.ts';
import type { Company, LateResolution, QuarantinedOperation, StockPage, Store } from '../../domain/registry/documents.ts';
import type { Sale } from '../../domain/sale/sale.ts';
import type { Shift } from '../../domain/shift/shift.ts';
import type { StockLevel } from '../../domain/stock/stock.ts';
import { CatalogIndex } from '../catalog/catalog-index.ts';

/**
 * The replica in memory: what the server wrote, and nothing else. Sales are the exception: there are too many, so
 * only those somebody asked for are held, and the rest stay on disk.
 */
export class ReplicaBase implements StoreReader {
  company: Company | null = null;
  store: Store | null = null;
  readonly associates = new Map<string, Associate>();
  readonly promotions = new Map<string, Promotion>();
  readonly exceptions = new Map<string, Exception>();
  readonly quarantined = new Map<string, QuarantinedOperation>();
  readonly lateResolutions = new Map<string, LateResolution>();
  readonly fulfillmentOrders = new Map<string, FulfillmentOrder>();
  readonly shifts = new Map<string, Shift>();
  readonly stock = new Map<string, StockLevel>();
  readonly heldSales = new Map<string, Sale>();
  /** What another store sold or delivered, as the server last told: no pull keeps it up to date, so no screen lists it. */
  readonly borrowedSales = new Map<string, Sale>();
  readonly borrowedOrders = new Map<string, FulfillmentOrder>();
  readonly catalog = new CatalogIndex();
  /** Every operation of this register up to here has its effects in the documents above (rule R3). */
  appliedSeq = 0;
  private readonly stockPages = new Map<string, readonly string[]>();

  fulfillmentOrder(id: string): FulfillmentOrder | undefined {
    return this.fulfillmentOrders.get(id) ?? this.borrowedOrders.get(id);
  }

  sale(receiptNumber: string): Sale | undefined {
    return this.heldSales.get(receiptNumber) ?? this.borrowedSales.get(receiptNumber);
  }

  exception(id: string): Exception | undefined {
    return this.exceptions.get(id);
  }

  shift(id: string): Shift | undefined {
    return this.shifts.get(id);
  }

  /** Keeps what the server told on request, until {@link giveBack}. */
  borrow(found: Returnable): void {
    if (found.kind === 'sale') this.borrowedSales.set(found.sale.receiptNumber, found.sale);
    else for (const order of found.fulfillmentOrders) this.borrowedOrders.set(order.id, order);
  }

  /** Forgets what a return was for: it has arrived at the server, and what was borrowed does not know of it. */
  giveBack(operation: Operation): void {
    if (operation.type !== 'goods_returned') return;
    if (operation.payload.origin.kind === 'sale') this.borrowedSales.delete(operation.payload.origin.receiptNumber);
    for (const line of operation.payload.lines) this.borrowedOrders.delete(line.fulfillmentOrderId ?? '');
  }

  /** Takes in a document as it is now, or that it is gone (`null`). A kind that a newer server invented is left alone. */
  put(kind: string, id: string, body: unknown): void {
    switch (kind) {
      case 'company':
        this.company = body as Company | null;
        break;
      case 'store':
        this.store = body as Store | null;
        break;
      case 'associate':
        set(this.associates, id, body as Associate | null);
        break;
      case 'promotion':
        set(this.promotions, id, body as Promotion | null);
        break;
      case 'exception':
        // What a replica holds from before exceptions could be resolved is told anew by the next pull.
        set(this.exceptions, id, body === null ? null : { goods: [], resolved: null, ...(body as Omit<Exception, 'goods' | 'resolved'>) });
        break;
      case 'late_resolution':
        set(this.lateResolutions, id, body as LateResolution | null);
        break;
      case 'quarantined_operation':
        set(this.quarantined, id, body as QuarantinedOperation | null);
        break;
      case 'fulfillment_order':
        set(this.fulfillmentOrders, id, body as FulfillmentOrder | null);
        break;
      case 'shift':
        set(this.shifts, id, body as Shift | null);
        break;
      case 'sale':
        if (this.heldSales.has(id)) set(this.heldSales, id, body as Sale | null);
        break;
      case 'stock_page':
        this.putStockPage(id, body as StockPage | null);
        break;
      case 'catalog_page':
        if (body === null) this.catalog.removePage(Number(id));
        else this.catalog.putPage(body as CatalogPage);
        break;
    }
  }

  private putStockPage(id: string, page: StockPage | null): void {
    for (const sku of this.stockPages.get(id) ?? []) this.stock.delete(sku);
    for (const level of page?.levels ?? []) this.stock.set(level.sku, level);
    this.stockPages.set(id, page?.levels.map((level) => level.sku) ?? []);
  }
}

function set<T>(map: Map<string, T>, id: string, body: T | null): void {
  if (body === null) map.delete(id);
  else map.set(id, body);
}
