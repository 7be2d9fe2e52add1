import { expect, test } from '@playwright/test';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { contentPolicy } from '../../domain/device/content-policy.ts';
import { createBundleHandler } from '../../src-main/bundle/serve-bundle.ts';

// The desktop app's own scheme needs Electron; its handler and its policy do not, so they answer over http here.
const bundle = fileURLToPath(new URL('../../out/renderer', import.meta.url));
let server: Server;
let address: string;

test.use({ serviceWorkers: 'block' });

test.beforeAll(async () => {
  const handle = createBundleHandler(bundle, contentPolicy('http://127.0.0.1:9'));
  server = createServer((request, response) => {
    void handle(new Request(`app://bundle${request.url ?? '/'}`)).then(async (answer) => {
      response.writeHead(answer.status, Object.fromEntries(answer.headers));
      response.end(Buffer.from(await answer.arrayBuffer()));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
test.afterAll(() => new Promise((resolve) => server.close(resolve)));

test('the app runs under the content policy of the desktop, which lets no text become code', { tag: '@desktop' }, async ({ page }) => {
  const violations: string[] = [];
  await page.exposeFunction('noteViolation', (text: string) => violations.push(text));
  await page.addInitScript(() => {
    const note = (globalThis as unknown as { noteViolation(text: string): void }).noteViolation;
    document.addEventListener('securitypolicyviolation', (event) => {
      note(`${event.violatedDirective} ${event.blockedURI} ${event.sourceFile}:${event.lineNumber}`);
    });
  });
  const crashes: string[] = [];
  page.on('pageerror', (error) => crashes.push(error.message));

  await page.goto(`${address}/`);
  await expect(page.locator('#root').getByRole('button').first()).toBeVisible();
  expect({ violations, crashes }).toEqual({ violations: [], crashes: [] });

  // Asked from a timer, because what the test tool itself evaluates is exempt from the policy.
  const refused = await page.evaluate(
    () =>
      new Promise<string>((resolve) => {
        setTimeout(() => {
          try {
            resolve(String(new Function('return 1')()));
          } catch (error) {
            resolve((error as Error).name);
          }
        });
      }),
  );
  expect(refused).toBe('EvalError');
});
