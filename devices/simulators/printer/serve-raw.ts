import { createServer, type Server, type Socket } from 'node:net';
import type { AddressInfo } from 'node:net';
import type { SimulatedPrinter } from './printer.ts';

export interface RawServer {
  readonly port: number;
  readonly isGone: boolean;
  /** Takes the printer off the network, and brings it back at the same port. */
  setGone(isGone: boolean): Promise<void>;
  close(): Promise<void>;
}

function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => resolve((server.address() as AddressInfo).port));
  });
}

/** Serves a simulated printer as a real one is: raw bytes over TCP. @param port 0 for any. */
export async function serveRaw(printer: Pick<SimulatedPrinter, 'connect'>, port: number): Promise<RawServer> {
  const sockets = new Set<Socket>();
  const make = () =>
    createServer((socket) => {
      sockets.add(socket);
      const take = printer.connect((bytes) => {
        if (socket.writable) socket.write(bytes);
      });
      socket.setNoDelay(true);
      socket.on('data', take);
      socket.on('error', () => socket.destroy());
      socket.on('close', () => sockets.delete(socket));
    });
  const shut = (server: Server) =>
    new Promise<void>((resolve) => {
      server.close(() => resolve());
      for (const socket of sockets) socket.destroy();
    });
  let server = make();
  let isGone = false;
  const taken = await listen(server, port);
  return {
    port: taken,
    get isGone() {
      return isGone;
    },
    async setGone(gone) {
      if (gone === isGone) return;
      isGone = gone;
      if (gone) return shut(server);
      server = make();
      await listen(server, taken);
    },
    close: () => (isGone ? Promise.resolve() : shut(server)),
  };
}
