import { createServer, type Server, type Socket } from 'node:net';
import { listen } from '../../base/http-server.ts';

export interface ScannerServer {
  readonly port: number;
  /** Whether its plug is pulled. */
  readonly isAway: boolean;
  /** How many tills listen. */
  readonly listeners: number;
  /** Pulls its plug, or puts it in again at the same port. Connections that are open break. */
  setAway(away: boolean): Promise<void>;
  /** Sends bytes to whoever listens, as slowly as a scanner does. */
  send(bytes: Uint8Array): Promise<void>;
  close(): Promise<void>;
}

/** A scanner on a fast line sends some four bytes a millisecond. */
const PIECE_BYTES = 4;
const PIECE_MS = 1;

const pause = () => new Promise((resolve) => setTimeout(resolve, PIECE_MS));

/** Serves a simulated scanner as a real one behind a serial-to-Ethernet adapter is. @param port 0 for any. */
export async function serveScanner(port: number): Promise<ScannerServer> {
  const sockets = new Set<Socket>();
  let isAway = false;

  function attend(socket: Socket): void {
    sockets.add(socket);
    socket.setNoDelay(true);
    socket.on('error', () => socket.destroy());
    socket.on('close', () => sockets.delete(socket));
    // What a till says is of no interest, but has to be read for its end to be heard.
    socket.resume();
  }
  let listening: Server = createServer(attend);
  const shut = () =>
    new Promise<void>((resolve) => {
      listening.close(() => resolve());
      for (const socket of sockets) socket.destroy();
    });
  const taken = await listen(listening, port);
  return {
    port: taken,
    get isAway() {
      return isAway;
    },
    get listeners() {
      return sockets.size;
    },
    async setAway(away) {
      if (away === isAway) return;
      isAway = away;
      if (away) return shut();
      listening = createServer(attend);
      await listen(listening, taken);
    },
    async send(bytes) {
      // Whoever comes within a code gets none of it.
      const till = [...sockets];
      for (let at = 0; at < bytes.length; at += PIECE_BYTES) {
        for (const socket of till) socket.write(bytes.subarray(at, at + PIECE_BYTES));
        await pause();
      }
    },
    close: () => (isAway ? Promise.resolve() : shut()),
  };
}
