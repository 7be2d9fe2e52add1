import { createServer, type Server, type Socket } from 'node:net';
import { listen } from '../../base/http-server.ts';
import { END_OF_ANSWER } from '../../nci/read-weight.ts';
import type { SimulatedScale } from './scale.ts';

export interface NciServer {
  readonly port: number;
  /** Whether it is off the network. */
  readonly isAway: boolean;
  /** Takes the scale off the network, and brings it back at the same port. Connections that are open break. */
  setAway(away: boolean): Promise<void>;
  /** Whether it takes orders and answers none. */
  isSilent: boolean;
  close(): Promise<void>;
}

const END_OF_ORDER = '\r';
const MOST_CHARACTERS = 100;

/** Serves a simulated scale as a real one behind a serial-to-Ethernet adapter is. @param port 0 for any. */
export async function serveNci(scale: SimulatedScale, port: number): Promise<NciServer> {
  const sockets = new Set<Socket>();
  let isAway = false;
  let taken = 0;

  function attend(socket: Socket): void {
    let text = '';
    sockets.add(socket);
    socket.setEncoding('latin1');
    socket.on('error', () => socket.destroy());
    socket.on('close', () => sockets.delete(socket));
    socket.on('data', (part) => {
      const orders = `${text}${String(part)}`.split(END_OF_ORDER);
      text = (orders.pop() ?? '').slice(0, MOST_CHARACTERS);
      if (server.isSilent) return;
      for (const order of orders) socket.write(`${scale.answer(order.trim())}${END_OF_ANSWER}`, 'latin1');
    });
  }
  let listening: Server = createServer(attend);
  const shut = () =>
    new Promise<void>((resolve) => {
      listening.close(() => resolve());
      for (const socket of sockets) socket.destroy();
    });
  const server: NciServer = {
    get port() {
      return taken;
    },
    get isAway() {
      return isAway;
    },
    isSilent: false,
    async setAway(away) {
      if (away === isAway) return;
      isAway = away;
      if (away) return shut();
      listening = createServer(attend);
      await listen(listening, taken);
    },
    close: () => (isAway ? Promise.resolve() : shut()),
  };
  taken = await listen(listening, port);
  return server;
}
