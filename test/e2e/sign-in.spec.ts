import { say } from '../support/say.ts';
import { expect, test } from './support/test.ts';

const STORE = 'CHI1';

test('a register that nobody is at asks for a PIN again, keeps the sale, and has no PIN on its disk that can be tried out', {
  tag: '@desktop',
}, async ({ page, till, company }) => {
  const [article] = await company.articles(STORE, 1);
  if (article === undefined) throw new Error('An article is needed.');
  await page.clock.install();
  await till.setUp(company.url, await company.registerCode(STORE), company.pinOf('manager', STORE));
  await till.goTo(say('task.sale'));
  await till.openShift();
  await till.ring(article);
  await page.clock.fastForward('09:00');
  await expect(page.getByRole('list', { name: say('sale.items') })).toBeVisible();
  await page.mouse.move(200, 200);
  await page.clock.fastForward('09:00');
  await expect(page.getByRole('list', { name: say('sale.items') })).toBeVisible();
  await page.clock.fastForward('02:00');
  await expect(page.getByRole('heading', { name: say('signIn.title') })).toBeVisible();

  const stored = await page.evaluate(async () => {
    const wait = <T>(request: IDBRequest<T>) =>
      new Promise<T>(
        (resolve, reject) => (
          (request.onsuccess = () => resolve(request.result)), (request.onerror = () => reject(request.error as DOMException))
        ),
      );
    const found: string[] = [];
    for (const { name } of await indexedDB.databases()) {
      if (name === undefined || !name.includes('outpost-replica')) continue;
      const opened = await wait(indexedDB.open(name));
      for (const store of opened.objectStoreNames) {
        const rows = await wait<{ id?: string; body?: string }[]>(opened.transaction(store).objectStore(store).getAll());
        // Of somebody who was removed an empty body stays.
        found.push(...rows.filter(({ id, body }) => id?.startsWith('associate|') && body !== '').map(({ body }) => body ?? ''));
      }
      opened.close();
    }
    return found;
  });
  expect(stored.length).toBeGreaterThan(0);
  for (const body of stored) expect(JSON.parse(body)).toMatchObject({ pin: { sealed: expect.stringMatching(/^[\w+/=]+$/) as unknown } });

  await till.signIn(company.pinOf('manager', STORE));
  await till.goTo(say('task.sale'));
  await expect(page.getByRole('list', { name: say('sale.items') })).toContainText(article.name);
});
