import type { DocumentDefinition, DocumentKey } from '../../domain/base/define-document.ts';
import { DOCUMENTS } from '../../domain/registry/registry.ts';
import { PersistentMap } from '../base/persistent-map.ts';
import type { StoreView } from '../kit/register-services.ts';

/** The kinds that screens find in the view. Those on disk are found by asking for them. */
const SHOWN = (DOCUMENTS as readonly DocumentDefinition[]).filter((definition) => definition.held === 'memory');

const NONE = PersistentMap.of<unknown>([]);

function hasEnded(definition: DocumentDefinition, body: unknown): boolean {
  return body !== undefined && definition.endOf(body) !== null;
}

type ByKind = ReadonlyMap<string, PersistentMap<unknown>>;

/** The documents that screens find in the view, whole and without those that have ended. A change costs what it changes. */
export class ShownDocuments implements Pick<StoreView, 'documents' | 'current'> {
  readonly documents: ByKind;
  readonly current: ByKind;

  private constructor(documents: ByKind, current: ByKind) {
    this.documents = documents;
    this.current = current;
  }

  /** @param all every document of a kind that is shown. */
  static of(all: (definition: DocumentDefinition) => Iterable<readonly [string, unknown]>): ShownDocuments {
    const documents = new Map(SHOWN.map((definition) => [definition.kind, PersistentMap.of(all(definition))]));
    const current = new Map(
      SHOWN.map((definition) => {
        const whole = documents.get(definition.kind) ?? NONE;
        const unended = definition.ends ? PersistentMap.of([...whole].filter(([, body]) => !hasEnded(definition, body))) : whole;
        return [definition.kind, unended];
      }),
    );
    return new ShownDocuments(documents, current);
  }

  /** @param find a document as it is now; undefined where it is not shown. */
  after(keys: readonly DocumentKey[], find: (definition: DocumentDefinition, id: string) => unknown): ShownDocuments {
    const documents = new Map(this.documents);
    const current = new Map(this.current);
    for (const definition of SHOWN) {
      const ids = keys.filter(({ kind }) => kind === definition.kind).map(({ id }) => id);
      if (ids.length === 0) continue;
      const { kind } = definition;
      const changes = ids.map((id) => [id, find(definition, id)] as const);
      const whole = (documents.get(kind) ?? NONE).with(changes);
      documents.set(kind, whole);
      if (!definition.ends) current.set(kind, whole);
      else
        current.set(
          kind,
          (current.get(kind) ?? NONE).with(changes.map(([id, body]) => [id, hasEnded(definition, body) ? undefined : body])),
        );
    }
    return new ShownDocuments(documents, current);
  }
}
