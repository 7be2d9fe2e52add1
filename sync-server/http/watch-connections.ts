import type { Server } from 'node:http';
import type { Socket } from 'node:net';

/** Knows which connections of a server have a request under way. */
export interface Connections {
  /** How many are open. */
  open(): number;
  /** Closes those that have none now, also those that were never used, and each other one when its request is answered. */
  closeUnused(): void;
}

/** The same for a socket and for the encryption around it: both have the other end. */
function endOf(socket: Socket): string {
  return `${socket.remoteAddress ?? ''} ${socket.remotePort ?? ''}`;
}

/** Watches a server's connections from its start: Node itself takes one that was opened and never used for a busy one. */
export function watchConnections(server: Server): Connections {
  const running = new Map<string, { readonly socket: Socket; requests: number }>();
  let isClosing = false;
  const count = (end: string, more: number): void => {
    const one = running.get(end);
    // When a connection breaks, its answer ends after it: put back here, it would be kept for ever.
    if (one === undefined) return;
    one.requests += more;
    if (isClosing && one.requests === 0) one.socket.destroySoon();
  };
  server.on('connection', (socket: Socket) => {
    const end = endOf(socket);
    running.set(end, { socket, requests: 0 });
    socket.on('close', () => {
      if (running.get(end)?.socket === socket) running.delete(end);
    });
    count(end, 0);
  });
  server.on('request', ({ socket }, response) => {
    const end = endOf(socket);
    count(end, 1);
    response.on('close', () => count(end, -1));
  });
  return {
    open: () => running.size,
    closeUnused: () => {
      isClosing = true;
      for (const end of running.keys()) count(end, 0);
    },
  };
}
