import type { DocumentDefinition, StoreReader } from './define-document.ts';

const NONE: ReadonlyMap<string, unknown> = new Map();

/** Documents in memory, by kind and id. */
export class DocumentMap implements StoreReader {
  private readonly byKind = new Map<string, Map<string, unknown>>();

  /** @param documents what it holds from the start. */
  static of<B>(document: DocumentDefinition<string, B>, ...bodies: readonly B[]): DocumentMap {
    return new DocumentMap().with(document, ...bodies);
  }

  /** Adds documents. @returns itself. */
  with<B>(document: DocumentDefinition<string, B>, ...bodies: readonly B[]): this {
    for (const body of bodies) this.set(document.kind, document.idOf(body), body);
    return this;
  }

  get<B>(document: DocumentDefinition<string, B>, id: string): B | undefined {
    return this.byKind.get(document.kind)?.get(id) as B | undefined;
  }

  /** All of a kind, by id, in the order in which they came. */
  all<B>(document: DocumentDefinition<string, B>): ReadonlyMap<string, B> {
    return (this.byKind.get(document.kind) ?? NONE) as ReadonlyMap<string, B>;
  }

  set(kind: string, id: string, body: unknown): void {
    const known = this.byKind.get(kind);
    if (known === undefined) this.byKind.set(kind, new Map([[id, body]]));
    else known.set(id, body);
  }

  delete(kind: string, id: string): void {
    this.byKind.get(kind)?.delete(id);
  }
}
