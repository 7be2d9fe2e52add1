import { say } from '../support/say.ts';
import type { Page } from '@playwright/test';
import { expect, test } from './support/test.ts';

/** Adds an entry to the journal past the app, in the place that the next operation will ask for. */
async function takeNextPlace(page: Page): Promise<string> {
  return page.evaluate(async () => {
    const name = (await indexedDB.databases()).map((found) => found.name ?? '').find((found) => found.endsWith('--journal'));
    if (name === undefined) throw new Error('There is no journal.');
    const answerOf = <T>(request: IDBRequest<T>) =>
      new Promise<T>((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error ?? new Error('The database did not say why.'));
      });
    const database = await answerOf(indexedDB.open(name));
    const documents = database.transaction('docs', 'readwrite').objectStore('docs');
    const entry = await answerOf(documents.getAll(undefined, 1)).then(([newest]) => newest as { key: string; operation: object });
    const key = String(Number(entry.key) - 1).padStart(entry.key.length, '0');
    await answerOf(documents.add({ ...entry, key, operation: { ...entry.operation, id: 'SOMEBODY ELSE' } }));
    database.close();
    return key;
  });
}

/** The id of the operation in a place of the journal, and how many entries there are. */
async function journaled(page: Page, key: string) {
  return page.evaluate(async (wanted) => {
    const name = (await indexedDB.databases()).map((found) => found.name ?? '').find((found) => found.endsWith('--journal')) ?? '';
    const database = await new Promise<IDBDatabase>((resolve) => {
      const request = indexedDB.open(name);
      request.onsuccess = () => resolve(request.result);
    });
    const entries = await new Promise<{ key: string; operation: { id: string } }[]>((resolve) => {
      const request = database.transaction('docs').objectStore('docs').getAll();
      request.onsuccess = () => resolve(request.result as { key: string; operation: { id: string } }[]);
    });
    database.close();
    return { count: entries.length, id: entries.find((entry) => entry.key === wanted)?.operation.id };
  }, key);
}

test('[J1] [J7] the disk itself refuses a second operation in a place that is taken, and the person is told', { tag: '@desktop' }, async ({
  page,
  till,
  company,
}) => {
  const [article] = await company.articles('ATL1', 1);
  if (article === undefined) throw new Error('An article is needed.');
  await till.setUp(company.url, await company.registerCode('ATL1'), company.pinOf('manager', 'ATL1'));
  await till.goTo(say('task.sale'));
  await till.openShift();
  const key = await takeNextPlace(page);
  const before = await journaled(page, key);

  await till.ring(article);
  const form = page.getByRole('form', { name: say('sale.cash') });
  await form.getByRole('button', { name: say('sale.exact') }).click();
  await form.getByRole('button', { name: say('sale.completeSale') }).click();
  await expect(page.getByText(say('refusal.storage_failed'))).toBeVisible();
  expect(await journaled(page, key)).toEqual({ count: before.count, id: 'SOMEBODY ELSE' });
});
