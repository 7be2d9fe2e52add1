import { createServer, type RequestListener, type Server } from 'node:http';
import { createServer as createTlsServer } from 'node:https';

/** How long (milliseconds) a request may take to arrive whole, and its headers. A register gives up on a batch after 30 s. */
export const ARRIVE_WITHIN_MS = 60_000;
const HEADERS_WITHIN_MS = 15_000;
/** How long (milliseconds) an unused connection is kept: longer than any load balancer keeps its own. */
const KEEP_ALIVE_MS = 72_000;

/** Makes the server that listens, with encryption where there is a certificate. It gives slow senders up. */
export function createListener(handler: RequestListener, tls: { readonly cert: string; readonly key: string } | undefined): Server {
  const options = {
    requestTimeout: ARRIVE_WITHIN_MS,
    headersTimeout: HEADERS_WITHIN_MS,
    keepAliveTimeout: KEEP_ALIVE_MS,
    connectionsCheckingInterval: 5_000,
  };
  // A server with encryption has everything that one without it has.
  return tls === undefined
    ? createServer(options, handler)
    : (createTlsServer({ ...options, ...tls, minVersion: 'TLSv1.2' }, handler) as unknown as Server);
}
