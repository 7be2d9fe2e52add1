import { DocumentMap } from './document-map.ts';
import type { DocumentDefinition, StoreReader } from './define-document.ts';
import type { Effect } from './effect.ts';
import { stockKey } from './stock-key.ts';

export interface StockChange {
  readonly onHand: number;
  readonly reserved: number;
}

/**
 * What operations have changed on top of a base that is only read: the register lays its pending operations over
 * the replica with it, the server a batch over the rows it loaded.
 */
export class StoreOverlay implements StoreReader {
  /** Changes of stock since the base, by {@link stockKey}. */
  readonly stock = new Map<string, StockChange>();
  private readonly changed = new DocumentMap();
  private readonly base: StoreReader;
  private readonly learned = new DocumentMap();

  constructor(base: StoreReader) {
    this.base = base;
  }

  get<B>(document: DocumentDefinition<string, B>, id: string): B | undefined {
    return this.changed.get(document, id) ?? this.before(document, id);
  }

  /** The documents of a kind that have a new state, by id. */
  changedOf<B>(document: DocumentDefinition<string, B>): ReadonlyMap<string, B> {
    return this.changed.all(document);
  }

  /** Adds documents to the base that were not read with it. */
  learn<B>(document: DocumentDefinition<string, B>, bodies: readonly B[]): void {
    this.learned.with(document, ...bodies);
  }

  /** A document as it stood in the base. */
  before<B>(document: DocumentDefinition<string, B>, id: string): B | undefined {
    return this.learned.get(document, id) ?? this.base.get(document, id);
  }

  stockChange(locationId: string, sku: string): StockChange {
    return this.stock.get(stockKey(locationId, sku)) ?? { onHand: 0, reserved: 0 };
  }

  /** Lays effects on top. Events are no state of the store: they are left to the caller. */
  fold(effects: readonly Effect[]): void {
    for (const effect of effects) {
      if (effect.kind === 'document') this.changed.set(effect.document, effect.id, effect.body);
      if (effect.kind !== 'stock') continue;
      const before = this.stockChange(effect.locationId, effect.sku);
      this.stock.set(stockKey(effect.locationId, effect.sku), {
        onHand: before.onHand + effect.onHand,
        reserved: before.reserved + effect.reserved,
      });
    }
  }

  /** Takes changes of stock back that were laid on top by {@link fold}. */
  takeBackStock(effects: readonly Effect[]): void {
    for (const effect of effects) {
      if (effect.kind !== 'stock') continue;
      const key = stockKey(effect.locationId, effect.sku);
      const before = this.stockChange(effect.locationId, effect.sku);
      const after = { onHand: before.onHand - effect.onHand, reserved: before.reserved - effect.reserved };
      if (after.onHand === 0 && after.reserved === 0) this.stock.delete(key);
      else this.stock.set(key, after);
    }
  }

  /** Shows a document as it is in the base again. */
  uncover(kind: string, id: string): void {
    this.changed.delete(kind, id);
  }
}
