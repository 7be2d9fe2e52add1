import type { IncomingMessage, Server } from 'node:http';
import type { AddressInfo, Server as SocketServer } from 'node:net';

const MOST_BYTES = 1_000_000;

/** Listens on this machine alone. @param port 0 for any. @returns the port. */
export function listen(server: SocketServer, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => resolve((server.address() as AddressInfo).port));
  });
}

/** Closes a server, and breaks the connections that are open. */
export function shut(server: Pick<Server, 'close' | 'closeAllConnections'>): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}

/** The JSON that a message carries; an empty object where it carries nothing. @throws SyntaxError where it is none. */
export async function readJson(message: IncomingMessage): Promise<unknown> {
  let text = '';
  for await (const part of message) {
    text += String(part);
    if (text.length > MOST_BYTES) throw new SyntaxError('The message is too long.');
  }
  return text === '' ? {} : (JSON.parse(text) as unknown);
}
