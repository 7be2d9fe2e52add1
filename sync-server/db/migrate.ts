import { Migrator, sql } from 'kysely';
import type { Db } from './database.ts';
import { up as first } from './migrations/0001-first.ts';
import { up as poolLives } from './migrations/0002-pool-lives.ts';
import { up as exceptions } from './migrations/0003-exceptions.ts';
import { up as silentStores } from './migrations/0004-silent-stores.ts';
import { up as appliedPlace } from './migrations/0005-applied-place.ts';
import { up as largeStock } from './migrations/0006-large-stock.ts';
import { up as recordedAgain } from './migrations/0007-recorded-again.ts';
import { up as attempts } from './migrations/0008-attempts.ts';
import { up as importedCustomers } from './migrations/0011-imported-customers.ts';
import { up as askedAgain } from './migrations/0009-asked-again.ts';
import { up as access } from './migrations/0010-access.ts';
import { up as flatLooks } from './migrations/0012-flat-looks.ts';
import { up as documents } from './migrations/0013-documents.ts';
import { up as registerKeys } from './migrations/0014-register-keys.ts';
import { up as poolEpochs } from './migrations/0015-pool-epochs.ts';
import { up as enrolledRegisters } from './migrations/0016-enrolled-registers.ts';
import { up as compression } from './migrations/0017-compression.ts';
import { up as settings } from './migrations/0018-settings.ts';
import { up as eventsAndJobs } from './migrations/0019-events-and-jobs.ts';
import { up as erasedOperations } from './migrations/0020-erased-operations.ts';
import { up as accessScopes } from './migrations/0021-access.ts';
import { up as people } from './migrations/0022-people.ts';
import { up as facts } from './migrations/0023-facts.ts';
import { up as promotions } from './migrations/0024-promotions.ts';
import { up as taxTable } from './migrations/0025-tax-table.ts';
import { up as minimumAge } from './migrations/0026-minimum-age.ts';
import { up as storedValues } from './migrations/0027-stored-values.ts';
import { up as customers } from './migrations/0028-customers.ts';
import { up as priceLists } from './migrations/0029-price-lists.ts';
import { up as promotionUses } from './migrations/0030-promotion-uses.ts';
import { up as saleOrders } from './migrations/0031-sale-orders.ts';
import { up as accounts } from './migrations/0032-accounts.ts';
import { up as priceQuotes } from './migrations/0034-price-quotes.ts';
import { up as returnsBySale } from './migrations/0036-returns-by-sale.ts';
import { up as soldBy } from './migrations/0043-sold-by.ts';
import { up as badges } from './migrations/0044-badges.ts';
import { up as tare } from './migrations/0045-tare.ts';
import { up as shiftReports } from './migrations/0047-shift-reports.ts';
import { up as reportScope } from './migrations/0048-report-scope.ts';
import { up as mails } from './migrations/0049-mails.ts';
import { up as promisedPickups } from './migrations/0053-promised-pickups.ts';
import { up as pictures } from './migrations/0054-pictures.ts';
import { up as orderUrgency } from './migrations/0059-order-urgency.ts';
import { up as articleTerms } from './migrations/0060-article-terms.ts';
import { up as sizes } from './migrations/0066-sizes.ts';
import { up as pickupKeys } from './migrations/0070-pickup-keys.ts';
import { up as pickupWaits } from './migrations/0071-pickup-waits.ts';
import { up as stockStory } from './migrations/0075-stock-story.ts';
import { up as giftMessage } from './migrations/0080-gift-message.ts';
import { up as returnLabels } from './migrations/0085-return-labels.ts';
import { up as pickupSignatures } from './migrations/0087-pickup-signatures.ts';
import { up as substitutes } from './migrations/0090-substitutes.ts';
import { up as orderIndex } from './migrations/0091-order-index.ts';
import { up as webhooks } from './migrations/0092-webhooks.ts';
import { up as orderStory } from './migrations/0093-order-story.ts';
import { up as sourcingRules } from './migrations/0094-sourcing-rules.ts';
import { up as channelFields } from './migrations/0095-channel-fields.ts';

/** A newer version of the server has brought the tables up to date: this one must not write what it does not understand. */
export class DatabaseIsNewer extends Error {}

/** In the order in which they run. A release after which an older server must not open the database adds one. */
export const MIGRATIONS = {
  '0001-first': { up: first },
  '0002-pool-lives': { up: poolLives },
  '0003-exceptions': { up: exceptions },
  '0004-silent-stores': { up: silentStores },
  '0005-applied-place': { up: appliedPlace },
  '0006-large-stock': { up: largeStock },
  '0007-recorded-again': { up: recordedAgain },
  '0008-attempts': { up: attempts },
  '0009-asked-again': { up: askedAgain },
  '0010-access': { up: access },
  '0011-imported-customers': { up: importedCustomers },
  '0012-flat-looks': { up: flatLooks },
  '0013-documents': { up: documents },
  '0014-register-keys': { up: registerKeys },
  '0015-pool-epochs': { up: poolEpochs },
  '0016-enrolled-registers': { up: enrolledRegisters },
  '0017-compression': { up: compression },
  '0018-settings': { up: settings },
  '0019-events-and-jobs': { up: eventsAndJobs },
  '0020-erased-operations': { up: erasedOperations },
  '0021-access': { up: accessScopes },
  '0022-people': { up: people },
  '0023-facts': { up: facts },
  '0024-promotions': { up: promotions },
  '0025-tax-table': { up: taxTable },
  '0026-minimum-age': { up: minimumAge },
  '0027-stored-values': { up: storedValues },
  '0028-customers': { up: customers },
  '0029-price-lists': { up: priceLists },
  '0030-promotion-uses': { up: promotionUses },
  '0031-sale-orders': { up: saleOrders },
  '0032-accounts': { up: accounts },
  '0034-price-quotes': { up: priceQuotes },
  '0036-returns-by-sale': { up: returnsBySale },
  '0043-sold-by': { up: soldBy },
  '0044-badges': { up: badges },
  '0045-tare': { up: tare },
  '0047-shift-reports': { up: shiftReports },
  '0048-report-scope': { up: reportScope },
  '0049-mails': { up: mails },
  '0053-promised-pickups': { up: promisedPickups },
  '0054-pictures': { up: pictures },
  '0059-order-urgency': { up: orderUrgency },
  '0060-article-terms': { up: articleTerms },
  '0066-sizes': { up: sizes },
  '0070-pickup-keys': { up: pickupKeys },
  '0071-pickup-waits': { up: pickupWaits },
  '0075-stock-story': { up: stockStory },
  '0080-gift-message': { up: giftMessage },
  '0085-return-labels': { up: returnLabels },
  '0087-pickup-signatures': { up: pickupSignatures },
  '0090-substitutes': { up: substitutes },
  '0091-order-index': { up: orderIndex },
  '0092-webhooks': { up: webhooks },
  '0093-order-story': { up: orderStory },
  '0094-sourcing-rules': { up: sourcingRules },
  '0095-channel-fields': { up: channelFields },
};

/** The names of the migrations that have been run on a database. @throws DatabaseIsNewer when there is one that is not known here */
async function readMigrated(db: Db): Promise<readonly string[]> {
  const { rows } = await sql<{ there: boolean }>`select to_regclass('kysely_migration') is not null as there`.execute(db);
  if (rows[0]?.there !== true) return [];
  const run = await sql<{ name: string }>`select name from kysely_migration order by name`.execute(db);
  const names = run.rows.map(({ name }) => name);
  const unknown = names.find((name) => !Object.hasOwn(MIGRATIONS, name));
  if (unknown === undefined) return names;
  throw new DatabaseIsNewer(
    `A newer version of Outpost has used this database (its step ${unknown} is not known here); start that version or a ` +
      'newer one. Nothing was changed.',
  );
}

/**
 * Brings the tables up to date. Several processes may call it at once: the migrator holds a lock.
 * @throws DatabaseIsNewer when a newer server has used the database; nothing has been changed then.
 * @throws what went wrong in a migration; then none of its statements has happened.
 */
export async function migrate(db: Db): Promise<void> {
  // The migrator looks through the whole catalog of the database before it finds out that there is nothing to do.
  if ((await readMigrated(db)).length === Object.keys(MIGRATIONS).length) return;
  const migrator = new Migrator({ db, provider: { getMigrations: () => Promise.resolve(MIGRATIONS) } });
  const { error } = await migrator.migrateToLatest();
  if (error !== undefined) throw error instanceof Error ? error : new Error('The tables could not be brought up to date.');
}
