import { sql } from 'kysely';
import { z } from 'zod';
import type { DocumentDefinition } from '../../domain/base/define-document.ts';
import { DOCUMENTS } from '../../domain/registry/registry.ts';
import { retentionDays } from '../../domain/retention/settings.ts';
import { allocateChanges, type ChangeItem } from '../changes/allocate-changes.ts';
import type { Tx } from '../db/database.ts';
import { tableOf } from '../documents/tables.ts';
import { defineJob } from '../jobs/define-job.ts';
import { readSetting } from '../settings/read-setting.ts';
import { findOver } from './find-over.ts';

type Definition = DocumentDefinition & { readonly kind: ChangeItem['kind'] };

/** What is done at night, one after the other: kinds leave the feed, then the database. */
const STEPS = (DOCUMENTS as readonly Definition[]).flatMap((definition) =>
  (['feed', 'server'] as const).filter((place) => 'daysAfterEnd' in definition.retention[place]).map((place) => ({ definition, place })),
);

/** Documents that are looked at in one transaction. */
const PAGE = 1_000;

async function deleteRows(tx: Tx, definition: Definition, ids: readonly string[]): Promise<void> {
  const table = tableOf(definition);
  if (table === null || ids.length === 0) return;
  await sql`delete from ${table.name} where ${table.where} and ${table.key} = any(${ids}::text[])`.execute(tx);
}

/**
 * Does every night what the kinds of documents say of how long they are kept: takes what is over out of the feed, and so from
 * the registers, and deletes what the server need not keep.
 */
export const retentionJob = defineJob({
  kind: 'retention',
  /** Where it goes on: a step, and the last id that was looked at. */
  schema: z.strictObject({ step: z.number().int().min(0), after: z.string() }),
  recurs: { daily: '20 3 * * *', payload: { step: 0, after: '' } },
  async run(tx, { step, after }) {
    const current = STEPS[step];
    if (current === undefined) return { changed: 0 };
    const { definition, place } = current;
    const { over, last } = await findOver(tx, {
      definition,
      kept: definition.retention[place],
      inFeed: place === 'feed',
      days: await readSetting(tx, retentionDays),
      after,
      limit: PAGE,
    });
    if (place === 'server')
      await deleteRows(
        tx,
        definition,
        over.map(({ id }) => id),
      );
    await allocateChanges(
      tx,
      over.map(({ id, body }) => ({ scope: definition.scopeOf(body), kind: definition.kind, id, deleted: true })),
    );
    return { changed: over.length, next: { inMs: 0, payload: last === null ? { step: step + 1, after: '' } : { step, after: last } } };
  },
});
