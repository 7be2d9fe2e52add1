import { appAddress } from './addresses.ts';
import { readClone, writeClone } from './clone.ts';
import type { Devtools } from './devtools.ts';
import { FROM_MAIN, type Invocation, ISOLATED_WORLD, TO_MAIN } from './worlds.ts';

interface Sender {
  readonly senderFrame: { readonly url: string; readonly parent: null };
}
type Handler = (event: Sender, ...args: unknown[]) => unknown;

const handlers = new Map<string, Handler>();

/** Electron's `ipcMain`, with what the app uses of it. */
export const ipcMain = {
  handle(channel: string, handler: Handler): void {
    if (handlers.has(channel)) throw new Error(`Attempted to register a second handler for '${channel}'`);
    handlers.set(channel, handler);
  },
};

async function call({ channel, args }: Invocation, url: string): Promise<unknown> {
  const handler = handlers.get(channel);
  if (handler === undefined) throw new Error(`Error invoking remote method '${channel}': No handler registered for '${channel}'`);
  try {
    return await handler({ senderFrame: { url, parent: null } }, ...(readClone(args) as unknown[]));
  } catch (error) {
    throw new Error(`Error invoking remote method '${channel}': ${String(error)}`);
  }
}

/** Answers what the isolated world of a page's top frame invokes. */
export async function serveIpc(page: Devtools): Promise<void> {
  let url = '';
  page.on('Page.frameNavigated', ({ frame }) => {
    if (frame.parentId === undefined) url = appAddress(frame.url);
  });
  page.on('Runtime.bindingCalled', ({ name, payload, executionContextId: contextId }) => {
    if (name !== TO_MAIN) return;
    const invocation = JSON.parse(payload) as Invocation;
    const reply = (failed: boolean, value: unknown) =>
      page.send('Runtime.evaluate', {
        contextId,
        expression: `${FROM_MAIN}(${invocation.id}, ${failed}, ${JSON.stringify(writeClone(value))})`,
      });
    void call(invocation, url)
      .then(
        (value) => reply(false, value),
        (error: unknown) => reply(true, error),
      )
      // The page may have been closed meanwhile.
      .catch(() => undefined);
  });
  await page.send('Runtime.enable');
  await page.send('Runtime.addBinding', { name: TO_MAIN, executionContextName: ISOLATED_WORLD });
}
