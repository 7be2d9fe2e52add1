import { connect, type Socket } from 'node:net';

const CONNECT_WITHIN_MS = 2_000;

/** Connects to a device. Its end is heard of as a `close`. @returns null where nobody answers: nothing has been sent then. */
export function connectTcp(host: string, port: number): Promise<Socket | null> {
  return new Promise((resolve) => {
    const socket = connect({ host, port, noDelay: true });
    const fail = () => {
      clearTimeout(timer);
      socket.destroy();
      resolve(null);
    };
    const timer = setTimeout(fail, CONNECT_WITHIN_MS);
    socket.once('error', fail);
    socket.once('connect', () => {
      clearTimeout(timer);
      socket.off('error', fail);
      socket.on('error', () => socket.destroy());
      resolve(socket);
    });
  });
}
