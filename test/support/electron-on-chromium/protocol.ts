import { appAddress, standIn } from './addresses.ts';
import type { Devtools } from './devtools.ts';

type Handler = (request: Request) => Response | Promise<Response>;
interface CustomScheme {
  readonly scheme: string;
  readonly privileges?: { readonly standard?: boolean; readonly secure?: boolean };
}

const schemes = new Set<string>();
const handlers = new Map<string, Handler>();
let ready = false;

/** From now on schemes can be handled and no longer be registered. */
export function noteReady(): void {
  ready = true;
}

/** Electron's `protocol`. Only schemes that are standard and secure have a stand-in. */
export const protocol = {
  registerSchemesAsPrivileged(custom: readonly CustomScheme[]): void {
    if (ready) throw new Error('protocol.registerSchemesAsPrivileged should be called before app is ready');
    for (const { scheme, privileges } of custom) {
      if (privileges?.standard === true && privileges.secure === true) schemes.add(scheme);
    }
  },
  handle(scheme: string, handler: Handler): void {
    if (!ready) throw new Error('protocol.handle should be called after app is ready');
    handlers.set(scheme, handler);
  },
};

/** Says whether a document may be loaded. @param isRedirect when the address came from a server's answer */
export type NavigationGuard = (url: string, frameId: string, isRedirect: boolean) => boolean;

/** A request that waits for an answer; with a status or an error when the answer of a server is what waits. */
interface Paused {
  readonly requestId: string;
  readonly request: {
    readonly url: string;
    readonly method: string;
    readonly headers: Readonly<Record<string, string>>;
    readonly postData?: string;
  };
  readonly frameId: string;
  readonly resourceType: string;
  readonly redirectedRequestId?: string;
  readonly responseStatusCode?: number;
  readonly responseErrorReason?: string;
  readonly responseHeaders?: readonly { readonly name: string; readonly value: string }[];
}

const ORIGIN = 'access-control-allow-origin';
const headerList = (headers: Iterable<readonly [string, string]>) => [...headers].map(([name, value]) => ({ name, value }));

async function answer(page: Devtools, { requestId, request }: Paused, handler: Handler): Promise<void> {
  const { method, headers, postData } = request;
  const body = postData === undefined || method === 'GET' || method === 'HEAD' ? {} : { body: postData };
  const response = await handler(new Request(appAddress(request.url), { method, headers, ...body }));
  await page.send('Fetch.fulfillRequest', {
    requestId,
    responseCode: response.status,
    responseHeaders: headerList(response.headers),
    body: Buffer.from(await response.arrayBuffer()).toString('base64'),
  });
}

/** What goes out to a server goes out in the name of the app's own origin, and what comes back is for that origin. */
async function passOn(
  page: Devtools,
  { requestId, request, responseStatusCode, responseHeaders, responseErrorReason }: Paused,
): Promise<void> {
  if (responseStatusCode === undefined && responseErrorReason === undefined) {
    const headers = Object.entries(request.headers).map(
      ([name, value]) => [name, /^(origin|referer)$/i.test(name) ? appAddress(value) : value] as const,
    );
    await page.send('Fetch.continueRequest', { requestId, headers: headerList(headers) });
    return;
  }
  if (responseStatusCode === undefined || responseHeaders === undefined) {
    await page.send('Fetch.continueRequest', { requestId });
    return;
  }
  await page.send('Fetch.continueResponse', {
    requestId,
    responseCode: responseStatusCode,
    responseHeaders: responseHeaders.map(({ name, value }) => ({
      name,
      value: name.toLowerCase() === ORIGIN && value !== '*' ? standIn(value).replace(/\/$/, '') : value,
    })),
  });
}

/** Answers the app's schemes by their handlers, and asks the guard before each document. */
export async function intercept(page: Devtools, mayLoad: NavigationGuard): Promise<void> {
  const onPaused = async (paused: Paused): Promise<void> => {
    const { requestId, frameId, redirectedRequestId } = paused;
    const url = appAddress(paused.request.url);
    const isNew = paused.responseStatusCode === undefined && paused.responseErrorReason === undefined;
    if (isNew && paused.resourceType === 'Document' && !mayLoad(url, frameId, redirectedRequestId !== undefined)) {
      await page.send('Fetch.failRequest', { requestId, errorReason: 'Aborted' });
      return;
    }
    const scheme = new URL(url).protocol.slice(0, -1);
    const handler = schemes.has(scheme) ? handlers.get(scheme) : undefined;
    if (handler !== undefined) await answer(page, paused, handler);
    else if (url !== paused.request.url) await page.send('Fetch.failRequest', { requestId, errorReason: 'AddressUnreachable' });
    else await passOn(page, paused);
  };
  // A request may be gone by the time of its answer.
  page.on('Fetch.requestPaused', (paused) => void onPaused(paused).catch(() => undefined));
  await page.send('Fetch.enable', { patterns: [{ urlPattern: '*' }, { urlPattern: 'http*', requestStage: 'Response' }] });
}
