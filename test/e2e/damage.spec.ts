import { say, saying } from '../support/say.ts';
import { expectAccessible } from './support/accessibility.ts';
import type { Company } from './support/company.ts';
import { expectWhole, mirrorHas, notice, sell, setUp, signIn, STORE } from './support/counter.ts';
import type { Running } from './support/device.ts';
import { expect, test } from './support/test.ts';

/** What a test may do to the disk, from a page of the app's origin on which the app does not run. */
type Damage =
  | 'lose the newest entry'
  | 'lose the newest but one'
  | 'expect more'
  | 'lose the journal'
  | 'ruin the journal'
  | 'raise the journal'
  | 'alter an entry'
  | 'lose the mirror'
  | 'damage a document'
  | 'lose the checkpoint'
  | 'ruin the replica'
  | 'ruin the notes';

/** Damages what the app keeps, past the app. Gives how many entries of journals there were. */
async function damage({ page }: Running, company: Company, ...damages: Damage[]): Promise<number> {
  await page.goto(`${company.url}/icon.svg`);
  return page.evaluate(async (wanted) => {
    const answerOf = <T>(request: IDBRequest<T>) =>
      new Promise<T>((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error ?? new Error('The database did not say why.'));
      });
    const names = (await indexedDB.databases()).map(({ name }) => name ?? '');
    const find = (part: string, end: string) => names.find((name) => name.includes(part) && name.endsWith(end)) ?? '';
    async function change(name: string, work: (documents: IDBObjectStore) => Promise<unknown>) {
      const database = await answerOf(indexedDB.open(name));
      await work(database.transaction('docs', 'readwrite').objectStore('docs'));
      database.close();
    }
    async function raise(name: string, upgrade: (database: IDBDatabase, documents: IDBObjectStore | undefined) => void) {
      const opening = indexedDB.open(name, 9999);
      opening.onupgradeneeded = () => upgrade(opening.result, opening.transaction?.objectStore('docs'));
      (await answerOf(opening)).close();
    }
    const ruin = (name: string) => raise(name, (database) => database.deleteObjectStore('docs'));
    const journal = find('outpost-journal', '--journal');
    const replica = find('outpost-replica', '--replica');
    let count = 0;
    await change(journal, async (documents) => (count = await answerOf(documents.count())));
    for (const one of wanted) {
      const newest = ['lose the newest entry', 'lose the newest but one'].indexOf(one);
      if (newest >= 0)
        await change(journal, async (documents) =>
          answerOf(documents.delete((await answerOf(documents.getAllKeys()))[newest] as IDBValidKey)),
        );
      if (one === 'expect more') {
        await change(find('outpost-device', '--device'), async (documents) => {
          const note = (await answerOf<{ id: string; body: string }[]>(documents.getAll())).find(({ id }) => id.startsWith('journal:'));
          await answerOf(documents.put({ ...note, body: JSON.stringify({ ...(JSON.parse(note?.body ?? '{}') as object), reached: 99 }) }));
        });
      }
      if (one === 'lose the journal') await change(journal, (documents) => answerOf(documents.clear()));
      if (one === 'alter an entry') {
        await change(journal, async (documents) => {
          const entry = (await answerOf<{ operation: { at: string } }[]>(documents.getAll()))[1];
          if (entry !== undefined)
            await answerOf(documents.put({ ...entry, operation: { ...entry.operation, at: '2020-01-01T00:00:00.000Z' } }));
        });
      }
      if (one === 'raise the journal')
        await raise(journal, (_, documents) => {
          documents?.createIndex('_meta.lwt', '_meta.lwt');
          documents?.createIndex('[_meta.lwt+key]', ['_meta.lwt', 'key']);
        });
      if (one === 'ruin the journal') await ruin(journal);
      if (one === 'ruin the replica') await ruin(replica);
      if (one === 'ruin the notes') await ruin(find('outpost-device', '--device'));
      if (one === 'lose the mirror') await (await navigator.storage.getDirectory()).removeEntry('journal-mirror.jsonl');
      if (one === 'damage a document')
        await change(replica, async (documents) =>
          answerOf(documents.put({ ...(await answerOf<object>(documents.get('store|CHI1'))), body: '{"id":' })),
        );
      if (one === 'lose the checkpoint') await change(replica, (documents) => answerOf(documents.delete('!checkpoint')));
    }
    return count;
  }, damages);
}

test.describe('the journal is damaged', { tag: '@desktop' }, () => {
  for (const [what, damages] of [
    ['its newest entry is gone', ['lose the newest entry']],
    ['it is empty', ['lose the journal']],
    ['its store is gone', ['ruin the journal']],
  ] as const) {
    test(`[J7] [R5] ${what}: offline it is made whole from its mirror, and the next receipt has the next number`, async ({
      device,
      company,
    }, info) => {
      const now = await device.start();
      const { article, prefix } = await setUp(now, company);
      await company.cut();
      expect(await sell(now, article)).toBe(`${prefix}-000004`);
      await mirrorHas(now.page, '-000004');
      expect(await damage(now, company, ...damages)).toBe(5);
      await signIn(now, company);
      await expect(notice(now.page)).toContainText(say('kit.mended'));
      await now.page.screenshot({ path: info.outputPath('mended.png') });
      await expectAccessible(now.page, 'mended');
      await now.till.goTo(say('task.sale'));
      expect(await sell(now, article)).toBe(`${prefix}-000005`);
      await company.mend();
      await now.till.allSent();
      await expectWhole(company, prefix, 5);
    });
  }

  test('[J7] its database has a higher version than the app knows, and the indexes of an older app: it opens as it is', async ({
    device,
    company,
  }) => {
    const now = await device.start();
    const { article, prefix } = await setUp(now, company);
    await damage(now, company, 'raise the journal', 'lose the mirror');
    await signIn(now, company);
    await now.till.goTo(say('task.sale'));
    for (const told of [say('kit.mended'), say('kit.mendedWithLosses')]) await expect(now.page.getByText(told)).toBeHidden();
    expect(await sell(now, article)).toBe(`${prefix}-000004`);
    await now.till.allSent();
    await expectWhole(company, prefix, 4);
  });

  test('[J7] [R5] it and its mirror are gone: nothing is recorded until the server can be asked, and then it goes on by itself', async ({
    device,
    company,
  }, info) => {
    const now = await device.start();
    const { article, prefix } = await setUp(now, company);
    await company.cut();
    await damage(now, company, 'lose the journal', 'lose the mirror');
    await signIn(now, company);
    await expect(notice(now.page)).toContainText(saying('kit.needsServer'));
    await now.till.goTo(say('task.sale'));
    await now.page.screenshot({ path: info.outputPath('needs-server.png') });
    await expectAccessible(now.page, 'needs-server');
    // Its replica says that the shift is open, so a sale can be tried.
    await now.till.ring(article);
    const cash = now.page.getByRole('form', { name: say('sale.cash') });
    await cash.getByRole('button', { name: say('sale.exact') }).click();
    await cash.getByRole('button', { name: say('sale.completeSale') }).click();
    await expect(now.page.getByText(say('refusal.journal_incomplete')).first()).toBeVisible();
    await expect(now.page.getByRole('article', { name: saying('sale.receiptNumber') })).toHaveCount(0);
    await company.mend();
    await expect(now.page.getByRole('heading', { name: say('signIn.title') })).toBeVisible({ timeout: 30_000 });
    await now.till.signIn(company.pinOf('manager', STORE));
    await expect(notice(now.page)).toContainText(say('kit.mended'));
    await now.till.goTo(say('task.sale'));
    // Rung up in a journal that did not know what had been sold: it cannot be told from a sale that was done, so it is rung up anew.
    await expect(now.page.getByText(say('sale.scanFirst'))).toBeVisible();
    expect(await sell(now, article)).toBe(`${prefix}-000004`);
    await now.till.allSent();
    await expectWhole(company, prefix, 4);
  });

  test('[J6] an operation is gone that was not sent: what is behind it is kept, and the person is told', async ({
    device,
    company,
  }, info) => {
    const now = await device.start();
    const { article, prefix } = await setUp(now, company);
    await company.cut();
    for (const number of ['000004', '000005']) expect(await sell(now, article)).toBe(`${prefix}-${number}`);
    await damage(now, company, 'lose the newest but one', 'lose the mirror');
    await company.mend();
    await signIn(now, company);
    await expect(notice(now.page)).toContainText(say('kit.mendedWithLosses'));
    await now.page.screenshot({ path: info.outputPath('losses.png') });
    await expectAccessible(now.page, 'losses');
    await now.till.goTo(say('task.sale'));
    expect(await sell(now, article)).toBe(`${prefix}-000006`);
    await now.till.allSent();
    const { db } = company.database;
    const receipts = await db
      .selectFrom('sales')
      .select('receipt_number')
      .where('receipt_number', 'like', `${prefix}-%`)
      .orderBy('receipt_number')
      .execute();
    expect(receipts.map(({ receipt_number: number }) => number.slice(-1))).toEqual(['1', '2', '3', '5', '6']);
    await now.page.getByRole('button', { name: say('kit.ok') }).click();
    await expect(now.page.getByText(say('kit.mendedWithLosses'))).toBeHidden();
  });

  test(
    '[J7] it ends before what is known to have been recorded, and nobody has the rest: nothing is recorded, and the device ' +
      'becomes a new register',
    async ({ device, company }, info) => {
      const now = await device.start();
      const { article, prefix } = await setUp(now, company);
      await damage(now, company, 'expect more');
      await signIn(now, company);
      await expect(notice(now.page)).toContainText(say('kit.lost'));
      await now.till.goTo(say('task.sale'));
      await now.page.screenshot({ path: info.outputPath('lost.png') });
      await expectAccessible(now.page, 'lost');
      await now.till.goTo(say('task.sync'));
      await expect(notice(now.page)).toContainText(
        'Nothing is recorded on this register any more, and nothing is sent. Save a copy for support, then set this device up ' +
          'as a new register.',
      );
      await now.page.screenshot({ path: info.outputPath('lost-sync.png') });
      await expectAccessible(now.page, 'lost, sync');
      const saving = now.page.waitForEvent('download');
      await now.page.getByRole('button', { name: say('kit.saveCopy') }).click();
      await saving;
      await now.page.getByRole('button', { name: say('withdrawn.setUp') }).click();
      await now.page
        .getByRole('dialog')
        .getByRole('button', { name: say('withdrawn.setUp') })
        .click();
      await now.till.enrol(await company.registerCode(STORE));
      await expect(now.page.getByText(say('enrol.lostAll'))).toBeHidden();
      await now.till.signIn(company.pinOf('manager', STORE));
      await now.till.goTo(say('task.sale'));
      await now.till.openShift();
      expect(await sell(now, article)).not.toContain(`${prefix}-`);
    },
  );

  test('[J2] an entry was altered: it is found behind the work and mended at the next start, the damaged journal is kept', async ({
    device,
    company,
  }) => {
    const now = await device.start();
    const { prefix } = await setUp(now, company);
    await damage(now, company, 'alter an entry');
    const found = now.page.waitForEvent('console', (message) => message.text().includes('damaged at operation 3'));
    await signIn(now, company);
    await found;
    await signIn(now, company);
    await expect(notice(now.page)).toContainText(say('kit.mended'));
    expect(
      await now.page.evaluate(async () => (await indexedDB.databases()).filter(({ name }) => name?.endsWith('--journal')).length),
    ).toBe(2);
    await now.till.goTo(say('task.sync'));
    const saving = now.page.waitForEvent('download');
    await now.page.getByRole('button', { name: say('kit.saveCopy') }).click();
    expect((await saving).suggestedFilename()).toMatch(/^outpost-journal-.*\.jsonl$/);
    await expectWhole(company, prefix, 3);
  });
});

test.describe('the replica is damaged', { tag: '@desktop' }, () => {
  for (const what of ['damage a document', 'lose the checkpoint', 'ruin the replica'] as const) {
    test(`[R5] ${what}: it is fetched again by itself, and what is not sent stays on top`, async ({ device, company }, info) => {
      const now = await device.start();
      const { article, prefix } = await setUp(now, company);
      await company.cut();
      await sell(now, article);
      await damage(now, company, what);
      await now.page.goto(company.url);
      await expect(now.page.getByText(say('kit.renewing'))).toBeVisible();
      await now.page.screenshot({ path: info.outputPath('renewing.png') });
      await expectAccessible(now.page, 'renewing');
      await company.mend();
      await now.till.signIn(company.pinOf('manager', STORE));
      await expect(now.page.getByText(say('kit.renewing'))).toBeHidden();
      await now.till.goTo(say('task.sale'));
      expect(await sell(now, article)).toBe(`${prefix}-000005`);
      await now.till.allSent();
      await expectWhole(company, prefix, 5);
    });
  }
});

test(
  'the device’s notes do not open: the person is told what to do, and can save a copy',
  { tag: '@desktop' },
  async ({ device, company }, info) => {
    const now = await device.start();
    await setUp(now, company);
    await damage(now, company, 'ruin the notes');
    await now.page.goto(company.url);
    await expect(now.page.getByRole('heading', { name: say('app.notOpened') })).toBeVisible();
    await expect(now.page.getByText(say('kit.cannotStartBroken'))).toBeVisible();
    await now.page.screenshot({ path: info.outputPath('broken.png') });
    await expectAccessible(now.page, 'broken');
    const saving = now.page.waitForEvent('download');
    await now.page.getByRole('button', { name: say('kit.saveCopy') }).click();
    await saving;
  },
);
