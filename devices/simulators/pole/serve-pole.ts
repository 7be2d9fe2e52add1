import { createServer, type Server, type Socket } from 'node:net';
import { listen } from '../../base/http-server.ts';
import type { SimulatedPole } from './pole.ts';

export interface PoleServer {
  readonly port: number;
  readonly isAway: boolean;
  /** Whether it has stopped reading what tills send. */
  readonly isStuck: boolean;
  /** Takes it off the network, and brings it back at the same port with nothing on it. Connections that are open break. */
  setAway(away: boolean): Promise<void>;
  setStuck(stuck: boolean): void;
  close(): Promise<void>;
}

/** Serves a simulated pole display as a real one behind a serial-to-Ethernet adapter is. @param port 0 for any. */
export async function servePole(pole: SimulatedPole, port: number): Promise<PoleServer> {
  const sockets = new Set<Socket>();
  let isAway = false;
  let isStuck = false;
  let taken = 0;

  function attend(socket: Socket): void {
    sockets.add(socket);
    socket.on('error', () => socket.destroy());
    socket.on('close', () => sockets.delete(socket));
    socket.on('data', (bytes) => pole.take([...bytes]));
    // A listener for data makes it flow.
    if (isStuck) socket.pause();
  }
  let listening: Server = createServer(attend);
  const shut = () =>
    new Promise<void>((resolve) => {
      listening.close(() => resolve());
      for (const socket of sockets) socket.destroy();
    });
  taken = await listen(listening, port);
  return {
    get port() {
      return taken;
    },
    get isAway() {
      return isAway;
    },
    get isStuck() {
      return isStuck;
    },
    async setAway(away) {
      if (away === isAway) return;
      isAway = away;
      if (away) return shut();
      pole.clear();
      listening = createServer(attend);
      await listen(listening, taken);
    },
    setStuck(stuck) {
      isStuck = stuck;
      for (const socket of sockets) {
        if (stuck) socket.pause();
        else socket.resume();
      }
    },
    close: () => (isAway ? Promise.resolve() : shut()),
  };
}
