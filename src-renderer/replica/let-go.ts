import type { DocumentDefinition, DocumentKey, StoreReader } from '../../domain/base/define-document.ts';
import type { DocumentMap } from '../../domain/base/document-map.ts';
import { isOver } from '../../domain/base/retention.ts';
import { endOfDocument } from '../../domain/registry/end-of-document.ts';
import { DOCUMENTS } from '../../domain/registry/registry.ts';
import { retentionDays } from '../../domain/retention/settings.ts';
import { settingOf } from '../../domain/settings/setting-of.ts';

/** Whether documents of a kind can be on the disk alone. */
export function leavesMemory({ held, retention }: DocumentDefinition): boolean {
  return held === 'disk' || 'daysAfterEnd' in retention.register;
}

const LEAVING = (DOCUMENTS as readonly DocumentDefinition[]).filter(
  (definition) => definition.held === 'memory' && leavesMemory(definition),
);

/** Documents that have left the memory of a register: what is left of them there is the number by which people ask. */
export class LetGo {
  /** Ids by kind and number. One that is in memory again, or nowhere, does no harm. */
  private readonly ids = new Map<string, Set<string>>();

  /** Takes out of `documents` what is over. See `ReplicaBase.letGo`. */
  take(reader: StoreReader, documents: DocumentMap, now: number, isNeeded: (key: DocumentKey) => boolean): readonly DocumentKey[] {
    const days = settingOf(reader, retentionDays, {});
    const over = LEAVING.flatMap((definition) =>
      [...documents.all(definition)]
        .filter(([, body]) => isOver(definition.retention.register, endOfDocument(reader, definition, body), now, days))
        .map(([id, body]) => ({ definition, id, body }))
        .filter(({ id }) => !isNeeded(definition.key(id))),
    );
    for (const { definition, id, body } of over) {
      documents.delete(definition.kind, id);
      for (const number of [definition.numberOf(body), definition.endsWith(body)?.id ?? null]) {
        if (number !== null) this.note(keyOf(definition, number), id);
      }
    }
    return over.map(({ definition, id }) => definition.key(id));
  }

  /** The ids of documents of a kind under a number. */
  idsOf(document: DocumentDefinition, number: string): readonly string[] {
    return [...(this.ids.get(keyOf(document, number)) ?? [])];
  }

  /** The documents that ended with the one that has this id. */
  endedWith(id: string): readonly DocumentKey[] {
    return LEAVING.flatMap((definition) => this.idsOf(definition, id).map((other) => definition.key(other)));
  }

  private note(key: string, id: string): void {
    const known = this.ids.get(key);
    if (known === undefined) this.ids.set(key, new Set([id]));
    else known.add(id);
  }
}

function keyOf({ kind }: DocumentDefinition, number: string): string {
  return `${kind}|${number.trim().toUpperCase()}`;
}
