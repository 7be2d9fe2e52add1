import { say } from '../support/say.ts';
import type { OutpostBridge } from '../../domain/device/bridge.ts';
import { oneArticle, sell, setUp } from './support/counter.ts';
import { openElsewhere } from './support/elsewhere.ts';
import { expect, test } from './support/test.ts';

test('a second start ends at once, the first goes on, and its customer has a window that reaches nothing of the machine', async ({
  desktop,
  company,
}) => {
  const article = await oneArticle(company);
  const now = await desktop.start(company.url);
  await setUp(now, company);
  await now.till.ring(article);
  expect(await desktop.startSecond()).toBe(0);
  await expect(now.page.getByLabel(say('sale.quantity', { name: article.name }), { exact: true })).toHaveValue('1');
  await now.till.goTo(say('task.home'));
  const opened = now.page.context().waitForEvent('page');
  await now.page.getByRole('button', { name: say('display.title') }).click();
  const display = await opened;
  await expect(display.getByRole('listitem')).toContainText(article.name);
  expect(await display.evaluate(() => 'outpost' in globalThis)).toBe(false);
  await now.till.goTo(say('task.sale'));
  expect((await now.till.pay()).number).toMatch(/-000001$/);
  await expect(display.getByRole('heading', { name: say('display.thanks') })).toBeVisible();
  await now.till.allSent();
});

test('the page cannot leave, open windows, embed, load or ask for anything that is not its own', async ({ desktop, company }) => {
  const elsewhere = await openElsewhere();
  const now = await desktop.start(company.url);
  await setUp(now, company);
  const { page } = now;
  const home = page.url();
  await page.evaluate(() => void Object.assign(globalThis, { isSamePage: true }));

  const attempts = {
    assign: (url: string) => location.assign(url),
    open: (url: string) => void window.open(url),
    link: (url: string) => Object.assign(document.createElement('a'), { href: url }).click(),
    newWindow: (url: string) => Object.assign(document.createElement('a'), { href: url, target: '_blank' }).click(),
    frame: (url: string) => {
      const frame = Object.assign(document.createElement('iframe'), { src: url });
      document.body.append(frame);
    },
    script: (url: string) => document.head.append(Object.assign(document.createElement('script'), { src: url })),
    fetch: (url: string) => void fetch(url).catch(() => undefined),
    beacon: (url: string) => void navigator.sendBeacon(url),
    image: (url: string) => void (new Image().src = url),
  };
  for (const [name, attempt] of Object.entries(attempts)) await page.evaluate(attempt, `${elsewhere.url}/${name}`);
  expect(await page.evaluate((url) => fetch(url).catch(() => 'refused'), elsewhere.url)).toBe('refused');
  await sell(now, await oneArticle(company));
  await now.till.allSent();

  // Last, because the browser refuses it without a word to whoever waits for the page.
  await page.evaluate((url) => {
    const form = Object.assign(document.createElement('form'), { action: url });
    document.body.append(form);
    form.submit();
  }, `${elsewhere.url}/form`);
  // When the server has answered, what was sent before has arrived too.
  expect(await page.evaluate(async (url) => (await fetch(`${url}/healthz`)).ok, company.url)).toBe(true);
  expect(elsewhere.visits).toEqual([]);
  expect(page.context().pages()).toHaveLength(1);
  expect(new URL(page.url()).host).toBe(new URL(home).host);
  expect(await page.evaluate(() => (globalThis as { isSamePage?: boolean }).isSamePage)).toBe(true);
  await elsewhere.close();
});

test('the page has the bridge, its own files by the policy of the app, and nothing of Node', async ({ desktop, company }) => {
  const { page } = await desktop.start(company.url);
  const policy = await page.evaluate(async () => (await fetch('/')).headers.get('content-security-policy'));
  expect(policy).toContain(`connect-src 'self' ${company.url};`);
  expect(policy).toMatch(/^default-src 'none'; script-src 'self';/);

  const found = await page.evaluate(async () => {
    const { outpost, ...all } = globalThis as unknown as { outpost: OutpostBridge } & Record<string, unknown>;
    const outcome = (call: Promise<unknown>) =>
      call.then(
        (value) => value,
        (error: unknown) => (error as Error).name,
      );
    const states = ['geolocation', 'notifications', 'camera', 'microphone', 'persistent-storage'].map(async (name) => {
      return (await navigator.permissions.query({ name: name as PermissionName })).state;
    });
    return {
      node: ['require', 'process', 'module', 'Buffer'].filter((name) => name in all),
      frozen: Object.isFrozen(outpost) && Object.isFrozen(outpost.secrets),
      methods: Object.entries(outpost).map(([name, part]) => [name, Object.keys(part as object)]),
      noFunction: await outcome(outpost.secrets.store('name', (() => 1) as unknown as string)),
      noPath: await outcome(outpost.secrets.load('../token')),
      noDate: await outcome(outpost.secrets.store('name', new Date(0) as unknown as string)),
      info: await outpost.app.info(),
      permissions: await Promise.all(states),
    };
  });
  expect(found).toMatchObject({
    node: [],
    frozen: true,
    methods: [
      ['app', ['info']],
      ['journalMirror', ['append', 'read', 'tail']],
      ['secrets', ['store', 'load', 'remove']],
      ['display', ['open']],
      ['pdf', ['save']],
      ['devices', ['call']],
    ],
    noPath: { ok: false, code: 'bad_request' },
    noDate: { ok: false, code: 'bad_request' },
    info: { ok: true, value: { packaged: false, serverUrl: company.url } },
    permissions: ['denied', 'denied', 'denied', 'denied', 'denied'],
  });
  expect(found.noFunction).toMatch(/Error$/);
  // From a timer: what a test evaluates is free to evaluate more.
  const evaluated = page.evaluate(
    () =>
      new Promise((resolve, reject) => {
        setTimeout(() => {
          try {
            resolve((0, eval)('1'));
          } catch (error) {
            reject(error);
          }
        });
      }),
  );
  await expect(evaluated).rejects.toThrow(/Content Security Policy/);
});
