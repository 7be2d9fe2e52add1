import { type RawBuilder, sql } from 'kysely';
import type { Columns, DocumentDefinition } from '../../domain/base/define-document.ts';

/** Where a kind of document lies in the database. */
export interface DocumentTable {
  readonly name: RawBuilder<unknown>;
  readonly key: RawBuilder<unknown>;
  /** The rows of this kind. */
  readonly where: RawBuilder<boolean>;
  readonly columns: Columns;
}

/** The table of a kind; null for one that is made of other tables when it is pulled. */
export function tableOf({ kind, stored }: DocumentDefinition): DocumentTable | null {
  switch (stored.in) {
    case 'projection':
      return null;
    case 'documents':
      return { name: sql.table('documents'), key: sql.ref('id'), where: sql<boolean>`kind = ${sql.lit(kind)}`, columns: {} };
    case 'table':
      return { name: sql.table(stored.table), key: sql.ref(stored.key), where: sql<boolean>`true`, columns: stored.columns };
  }
}
