import type { DocumentDefinition, DocumentKey, StoreReader } from '../../domain/base/define-document.ts';
import { DocumentMap } from '../../domain/base/document-map.ts';
import { associateDocument } from '../../domain/associates/documents.ts';
import { catalogPageDocument } from '../../domain/catalog/documents.ts';
import type { CatalogPage } from '../../domain/catalog/product.ts';
import { pricePageDocument } from '../../domain/price-lists/documents.ts';
import type { PricePage } from '../../domain/price-lists/price-list.ts';
import { type Company, companyDocument, type Store, storeDocument } from '../../domain/company/documents.ts';
import { fulfillmentOrderDocument } from '../../domain/fulfillment/documents.ts';
import type { Returnable } from '../../domain/orders/order-intake.ts';
import { readsOf } from '../../domain/registry/apply-operation.ts';
import { documentOfKind } from '../../domain/registry/documents.ts';
import { LetGo } from './let-go.ts';
import type { Operation } from '../../domain/registry/operations.ts';
import { saleDocument } from '../../domain/sale/documents.ts';
import { companySettingsDocument, registerSettingsDocument, storeSettingsDocument } from '../../domain/settings/documents.ts';
import { type StockPage, stockPageDocument } from '../../domain/stock/documents.ts';
import type { StockLevel } from '../../domain/stock/stock.ts';
import { CatalogIndex } from '../catalog/catalog-index.ts';
import { PriceIndex } from '../catalog/price-index.ts';

/** What decides how a register works, whatever happens in the store. */
const RULES: readonly DocumentDefinition[] = [
  companyDocument,
  storeDocument,
  associateDocument,
  companySettingsDocument,
  storeSettingsDocument,
  registerSettingsDocument,
];

/**
 * The replica in memory: what the server wrote, and nothing else. Of kinds that are held on disk only those that somebody
 * asked for are here. Pages of catalog, prices and stock are held as what is looked up in them.
 */
export class ReplicaBase implements StoreReader {
  readonly stock = new Map<string, StockLevel>();
  readonly catalog = new CatalogIndex();
  readonly prices = new PriceIndex();
  /** Whether something that is pending is about a document. */
  isNeeded: (key: DocumentKey) => boolean = () => false;
  /** Every operation of this register up to here has its effects in the documents above (rule R3). */
  appliedSeq = 0;
  private readonly documents = new DocumentMap();
  /** Documents of other stores, as the server last told: no pull keeps them up to date, so no screen lists them. */
  private readonly remote = new DocumentMap();
  /** What counted before everything was thrown away to be pulled again. */
  private readonly before = new DocumentMap();
  /** What has left the memory, and is on the disk. */
  readonly gone = new LetGo();
  /** What somebody has asked for since the last time: it stays once more. */
  private readonly recalled = new Set<string>();
  private readonly stockPages = new Map<string, readonly string[]>();
  /** Kinds that are held as something else, and how. */
  private readonly indexes: ReadonlyMap<string, (id: string, body: unknown) => void> = new Map([
    [stockPageDocument.kind, (id, body) => this.putStockPage(id, body as StockPage | null)],
    [catalogPageDocument.kind, (id, body) => this.putCatalogPage(id, body as CatalogPage | null)],
    [pricePageDocument.kind, (id, body) => this.prices.putPage(id, body as PricePage | null)],
  ]);

  get company(): Company | null {
    return this.all(companyDocument).values().next().value ?? null;
  }

  get store(): Store | null {
    return this.all(storeDocument).values().next().value ?? null;
  }

  get<B>(document: DocumentDefinition<string, B>, id: string): B | undefined {
    return this.documents.get(document, id) ?? this.remote.get(document, id) ?? this.before.get(document, id);
  }

  /**
   * Goes on by the rules of the replica before, while all is pulled again: without its settings every role may do everything, cash is not
   * rounded, and nothing is limited offline.
   */
  keepRulesOf(earlier: ReplicaBase): void {
    for (const document of RULES) for (const [id, body] of earlier.all(document)) this.before.set(document.kind, id, body);
  }

  /** All has been pulled: what was not among it is gone. @returns which. */
  forgetEarlierRules(): readonly DocumentKey[] {
    return RULES.flatMap((document) => {
      const ids = [...this.before.all(document).keys()];
      for (const id of ids) this.before.delete(document.kind, id);
      return ids.filter((id) => this.documents.get(document, id) === undefined).map((id) => ({ kind: document.kind, id }));
    });
  }

  /** Everything of a kind that the server keeps up to date here, by id. */
  all<B>(document: DocumentDefinition<string, B>): ReadonlyMap<string, B> {
    const [own, before] = [this.documents.all(document), this.before.all(document)];
    return before.size === 0 ? own : new Map([...before, ...own]);
  }

  /** Whether a document is here only because somebody asked the server for it. */
  isRemote(document: DocumentDefinition, id: string): boolean {
    return this.documents.get(document, id) === undefined && this.remote.get(document, id) !== undefined;
  }

  /** Keeps what the server told on request, until {@link forgetRemote}. */
  cacheRemote(found: Returnable): void {
    if (found.kind === 'sale') this.remote.with(saleDocument, found.sale);
    else this.remote.with(fulfillmentOrderDocument, ...found.fulfillmentOrders);
  }

  /** Forgets what an operation was about: it has arrived at the server, and what was asked for does not know of it. */
  forgetRemote(operation: Operation): void {
    for (const { kind, id } of readsOf(operation)) this.remote.delete(kind, id);
  }

  /**
   * Lets go of documents whose time in memory is over; the disk has them. @param now epoch milliseconds.
   * @returns which.
   */
  letGo(now: number): readonly DocumentKey[] {
    const lately = new Set(this.recalled);
    this.recalled.clear();
    const keys = this.gone.take(this, this.documents, now, (key) => lately.has(`${key.kind}|${key.id}`) || this.isNeeded(key));
    for (const { kind, id } of keys) this.remote.delete(kind, id);
    return keys;
  }

  /** Holds a document that is on the disk. */
  hold<B>(document: DocumentDefinition<string, B>, body: B): void {
    this.documents.with(document, body);
    this.recalled.add(`${document.kind}|${document.idOf(body)}`);
  }

  /** Takes in a document as it is now, or that it is gone (`null`). A kind that a newer server invented is left alone. */
  put(kind: string, id: string, body: unknown): void {
    const definition = documentOfKind(kind);
    const index = this.indexes.get(kind);
    if (definition === undefined) return;
    if (index !== undefined) index(id, body);
    else if (body === null) this.drop(definition, id);
    else if (definition.held === 'memory' || this.documents.get(definition, id) !== undefined) {
      this.documents.set(kind, id, definition.completed(body));
    }
  }

  /**
   * A document is gone. One that left the feed because it is old stays at hand, as what the server told, while something that is pending
   * is about it: that still has to be applied to it (rule R3).
   */
  private drop(definition: DocumentDefinition, id: string): void {
    const known = this.documents.get(definition, id);
    this.documents.delete(definition.kind, id);
    if (known === undefined || !('daysAfterEnd' in definition.retention.feed)) return;
    if (this.isNeeded(definition.key(id))) this.remote.with(definition, known);
  }

  private putStockPage(id: string, page: StockPage | null): void {
    for (const sku of this.stockPages.get(id) ?? []) this.stock.delete(sku);
    for (const level of page?.levels ?? []) this.stock.set(level.sku, level);
    this.stockPages.set(id, page?.levels.map((level) => level.sku) ?? []);
  }

  private putCatalogPage(id: string, page: CatalogPage | null): void {
    if (page === null) this.catalog.removePage(Number(id));
    else this.catalog.putPage(page);
  }
}
