import { say } from '../../support/say.ts';
import type { Page } from '@playwright/test';
import type { Article, Company } from './company.ts';
import { appIsKept, type Running } from './device.ts';
import { expect } from './test.ts';

export const STORE = 'CHI1';

/** A register that the app has been kept for, with a shift and three sales, all sent. */
export async function setUp(now: Running, company: Company): Promise<{ readonly article: Article; readonly prefix: string }> {
  const [article] = await company.articles(STORE, 1);
  if (article === undefined) throw new Error('An article is needed.');
  await now.till.setUp(company.url, await company.registerCode(STORE), company.pinOf('manager', STORE));
  await appIsKept(now.page);
  await now.till.goTo(say('task.sale'));
  await now.till.openShift();
  let prefix = '';
  for (let sale = 0; sale < 3; sale += 1) prefix = (await sell(now, article)).split('-')[0] ?? '';
  await now.till.allSent();
  return { article, prefix };
}

export async function sell({ till }: Pick<Running, 'till'>, article: Article): Promise<string> {
  await till.ring(article);
  const { number } = await till.pay();
  return number;
}

export async function signIn({ page, till }: Running, company: Company): Promise<void> {
  await page.goto(company.url);
  await till.signIn(company.pinOf('manager', STORE));
}

/** The pool has the register's operations once, in order, applied, and its receipts are gapless. */
export async function expectWhole({ database: { db } }: Company, prefix: string, sales: number): Promise<void> {
  const register = await db.selectFrom('registers').select(['id', 'status']).where('prefix', '=', prefix).executeTakeFirstOrThrow();
  expect(register.status).toBe('active');
  const operations = await db
    .selectFrom('operations')
    .select(['seq', 'outcome'])
    .where('register_id', '=', register.id)
    .orderBy('seq')
    .execute();
  expect(operations.map(({ seq, outcome }) => [seq, outcome])).toEqual(operations.map((_, index) => [index + 1, 'applied']));
  const receipts = await db
    .selectFrom('sales')
    .select('receipt_number')
    .where('register_id', '=', register.id)
    .orderBy('receipt_number')
    .execute();
  expect(receipts.map(({ receipt_number: number }) => number)).toEqual(
    Array.from({ length: sales }, (_, index) => `${prefix}-${String(index + 1).padStart(6, '0')}`),
  );
}

/** Waits for the mirror, which is written a moment after a sale. */
export async function mirrorHas(page: Page, text: string): Promise<void> {
  await expect
    .poll(() =>
      page.evaluate(async () =>
        (await (await (await navigator.storage.getDirectory()).getFileHandle('journal-mirror.jsonl')).getFile()).text(),
      ),
    )
    .toContain(text);
}

/** Waits until the browser itself refuses to keep 1,000 bytes more. It asks anew what room there is within half a minute. */
export async function roomIsGone(page: Page): Promise<void> {
  const isRefused = () =>
    page.evaluate(
      () =>
        new Promise<boolean>((resolve, reject) => {
          const opening = indexedDB.open('room');
          opening.onupgradeneeded = () => opening.result.createObjectStore('room');
          opening.onerror = () => resolve(true);
          opening.onsuccess = () => {
            const write = opening.result.transaction('room', 'readwrite');
            write.objectStore('room').put('x'.repeat(1000), 1);
            write.oncomplete = () => (opening.result.close(), resolve(false));
            write.onabort = () => (
              opening.result.close(),
              write.error?.name === 'QuotaExceededError' ? resolve(true) : reject(write.error ?? new Error('Aborted.'))
            );
          };
        }),
    );
  await expect.poll(isRefused, { timeout: 45_000, intervals: [500] }).toBe(true);
}

/** Where the app says what is wrong with the device. */
export const notice = (page: Page) => page.getByRole('main').first();
