import { say } from '../support/say.ts';
import { readdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { OutpostBridge } from '../../domain/device/bridge.ts';
import type { Company } from '../e2e/support/company.ts';
import { draftOnDisk } from '../e2e/support/device.ts';
import { oneArticle, sell, setUp, signIn } from './support/counter.ts';
import type { Desktop } from './support/desktop.ts';
import { expect, test } from './support/test.ts';

const numberOf = (receipt: string) => receipt.split('-')[1];

/** The mirror has each operation of the register once, in order, and the pool has the same ones, applied. */
async function expectWhole(desktop: Desktop, { database: { db } }: Company, receipt: string): Promise<void> {
  const register = await db
    .selectFrom('registers')
    .select('id')
    .where('prefix', '=', receipt.split('-')[0] ?? '')
    .executeTakeFirstOrThrow();
  const inThePool = await db
    .selectFrom('operations')
    .select(['seq', 'type', 'outcome'])
    .where('register_id', '=', register.id)
    .orderBy('seq')
    .execute();
  expect(inThePool.map(({ seq, outcome }) => [seq, outcome])).toEqual(inThePool.map((_, index) => [index + 1, 'applied']));
  await expect
    .poll(async () => (await desktop.mirror()).map(({ seq, type }) => [seq, type]))
    .toEqual(inThePool.map(({ seq, type }) => [seq, type]));
}

test('[R5] a register is made and sells: its mirror has each operation, and its key is sealed', async ({ desktop, company }) => {
  const article = await oneArticle(company);
  const now = await desktop.start(company.url);
  await setUp(now, company);
  const receipt = await sell(now, article);
  await now.till.allSent();
  await expectWhole(desktop, company, receipt);

  const sealed = JSON.parse(await readFile(join(desktop.userData, 'secrets.json'), 'utf8')) as Record<string, string>;
  const plain = await now.page.evaluate(async (names) => {
    const { secrets } = (globalThis as unknown as { outpost: OutpostBridge }).outpost;
    return Promise.all(names.map((name) => secrets.load(name)));
  }, Object.keys(sealed));
  const secrets = plain.map((one) => (one.ok ? (one.value ?? '') : one.code)).filter((secret) => secret.length > 20);
  // The register's key to the server and the key of the PINs.
  expect(secrets.length).toBeGreaterThanOrEqual(2);
  await now.close();
  const written = Object.values(sealed).map((one) => Buffer.from(one, 'base64'));
  expect(secrets.filter((secret) => written.some((bytes) => bytes.includes(secret)))).toEqual([]);
  const entries = await readdir(desktop.userData, { recursive: true, withFileTypes: true });
  for (const entry of entries.filter((one) => one.isFile())) {
    const bytes = await readFile(join(entry.parentPath, entry.name));
    const open = secrets.filter((secret) => bytes.includes(secret) || bytes.includes(Buffer.from(secret, 'utf16le')));
    expect([entry.name, open]).toEqual([entry.name, []]);
  }
});

test('[J1] [J7] killed in the middle of a sale and after it, without a server: nothing is lost, no number comes twice', async ({
  desktop,
  company,
}) => {
  const article = await oneArticle(company);
  let now = await desktop.start(company.url);
  await setUp(now, company);
  await company.cut();
  await now.till.ring(article, 2);
  await expect.poll(() => draftOnDisk(now.page, 'sale')).toMatchObject({ lines: [{ sku: article.sku, quantity: 2 }] });
  await now.crash();

  now = await desktop.start(company.url);
  await signIn(now, company);
  await expect(now.page.getByText(say('sale.restored'))).toBeVisible();
  await expect(now.page.getByLabel(say('sale.quantity', { name: article.name }), { exact: true })).toHaveValue('2');
  const first = (await now.till.pay()).number;
  await now.crash();

  now = await desktop.start(company.url);
  await signIn(now, company);
  await expect(now.page.getByText(say('sale.scanFirst'))).toBeVisible();
  const second = await sell(now, article);
  expect([first, second].map(numberOf)).toEqual(['000001', '000002']);
  await company.mend();
  await now.till.allSent();
  await expectWhole(desktop, company, second);
});

test('without a server on the command line a person names it; with the cable cut the app starts and sells', async ({
  desktop,
  company,
}) => {
  const article = await oneArticle(company);
  let now = await desktop.start(null);
  await now.page.getByLabel(say('enrol.server')).fill(company.url);
  await setUp(now, company);
  await now.page.close();
  expect(await now.ended).toBe(0);

  await company.cut();
  now = await desktop.start(null);
  await signIn(now, company);
  expect(numberOf(await sell(now, article))).toBe('000001');
  await expect(now.page.getByRole('banner').getByRole('status')).toContainText(say('connection.offline'));
});

/** Puts another build in place: its files have other names, as after a change of the code. The old ones are gone. */
async function replaceBundle(desktop: Desktop): Promise<string> {
  const bundle = join(desktop.folder, 'out/desktop');
  const page = await readFile(join(bundle, 'index.html'), 'utf8');
  const entry = /\/assets\/(index-[^"]+\.js)"/.exec(page)?.[1];
  if (entry === undefined) throw new Error('The page has no script of its own.');
  const renamed = 'index-update.js';
  await rename(join(bundle, 'assets', entry), join(bundle, 'assets', renamed));
  for (const name of [
    'index.html',
    ...(await readdir(join(bundle, 'assets'))).filter((one) => one.endsWith('.js')).map((one) => `assets/${one}`),
  ]) {
    const file = join(bundle, name);
    await writeFile(file, (await readFile(file, 'utf8')).replaceAll(entry, renamed));
  }
  return renamed;
}

test('[J7] an update of the app is what runs next, on the data of the one before', async ({ desktop, company }) => {
  const article = await oneArticle(company);
  let now = await desktop.start(company.url);
  await setUp(now, company);
  const before = await sell(now, article);
  await now.close();

  const script = await replaceBundle(desktop);
  now = await desktop.start(company.url);
  expect(await now.page.evaluate(() => [...document.scripts].map(({ src }) => new URL(src).pathname))).toContain(`/assets/${script}`);
  await signIn(now, company);
  const after = await sell(now, article);
  expect([before, after].map(numberOf)).toEqual(['000001', '000002']);
  await now.till.allSent();
  await expectWhole(desktop, company, after);
});
