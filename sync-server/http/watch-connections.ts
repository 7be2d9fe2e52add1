import type { Server } from 'node:http';
import type { Socket } from 'node:net';

/** Knows which connections of a server have a request under way. */
export interface Connections {
  /** How many are open. */
  open(): number;
  /** Closes those that have none now, also those that were never used, and each other one when its request is answered. */
  closeUnused(): void;
}

/** Watches a server's connections from its start: Node itself takes one that was opened and never used for a busy one. */
export function watchConnections(server: Server): Connections {
  const running = new Map<Socket, number>();
  let isClosing = false;
  const count = (socket: Socket, more: number): void => {
    const before = running.get(socket);
    // When a connection breaks, its answer ends after it: put back here, it would be kept for ever.
    if (before === undefined) return;
    const now = before + more;
    running.set(socket, now);
    if (isClosing && now === 0) socket.destroySoon();
  };
  server.on('connection', (socket: Socket) => {
    running.set(socket, 0);
    socket.on('close', () => running.delete(socket));
    count(socket, 0);
  });
  server.on('request', ({ socket }, response) => {
    count(socket, 1);
    response.on('close', () => count(socket, -1));
  });
  return {
    open: () => running.size,
    closeUnused: () => {
      isClosing = true;
      for (const socket of running.keys()) count(socket, 0);
    },
  };
}
