import { type ChildProcessWithoutNullStreams, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, symlink } from 'node:fs/promises';
import { connect, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

interface Place {
  readonly host: string;
  readonly port: number;
}

/** Whether this machine can make pseudo terminals: `script` of util-linux is on any Linux. */
export const hasSerialLines = process.platform === 'linux' && spawnSync('script', ['--version']).stdout?.includes('util-linux');

async function connected({ host, port }: Place): Promise<Socket | null> {
  const socket = connect({ host, port, noDelay: true });
  return new Promise((resolve) => {
    socket.once('connect', () => resolve(socket));
    socket.once('error', () => resolve(null));
  });
}

/** Starts a pseudo terminal. @returns its name, and what the other end of it says and hears. */
async function openTerminal(): Promise<{ readonly name: string; readonly end: ChildProcessWithoutNullStreams }> {
  const end = spawn('script', ['-qfc', 'stty raw -echo; tty; exec sleep 100000', '/dev/null']);
  let said = '';
  while (!said.includes('\n')) said += String(((await once(end.stdout, 'data')) as [Buffer])[0]);
  return { name: said.trim(), end };
}

/**
 * A serial port of this machine at whose other end a simulated device is. Without the device there is no port, as if its adapter had been
 * pulled out.
 */
export async function startSerialLine(place: Place) {
  const folder = await mkdtemp(join(tmpdir(), 'outpost-line-'));
  const name = join(folder, 'ttyS0');
  let plugged: { readonly socket: Socket; readonly end: ChildProcessWithoutNullStreams } | null = null;

  async function unplug(): Promise<void> {
    const last = plugged;
    plugged = null;
    await rm(name, { force: true });
    if (last === null) return;
    last.socket.destroy();
    if (last.end.exitCode === null && last.end.signalCode === null) {
      const ended = once(last.end, 'exit');
      last.end.kill('SIGKILL');
      await ended;
    }
  }

  async function plug(socket: Socket): Promise<void> {
    const { name: terminal, end } = await openTerminal();
    end.stdout.on('data', (bytes: Buffer) => socket.write(bytes));
    socket.on('data', (bytes) => end.stdin.write(bytes));
    for (const stream of [socket, end.stdin]) stream.on('error', () => socket.destroy());
    plugged = { socket, end };
    socket.on('close', () => {
      if (plugged?.socket === socket) void unplug();
    });
    await symlink(terminal, name);
  }

  let turn: Promise<unknown> = Promise.resolve();
  return {
    name,
    /** Waits until there is a port where there is a device, and none where there is none. */
    settled(): Promise<void> {
      const mine = turn.then(async () => {
        const probe = await connected(place);
        if (probe === null) return unplug();
        if (plugged !== null && !plugged.socket.destroyed) return void probe.destroy();
        await unplug();
        return plug(probe);
      });
      turn = mine.catch(() => undefined);
      return mine;
    },
    async close(): Promise<void> {
      await turn;
      await unplug();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

export type SerialLine = Awaited<ReturnType<typeof startSerialLine>>;

/** A port each of whose calls waits until the line is settled. */
export function onLine<P extends object>(line: SerialLine, port: P): P {
  return new Proxy(port, {
    get: (target, key) => {
      const method: unknown = Reflect.get(target, key);
      if (typeof method !== 'function') return method;
      return async (...args: unknown[]) => {
        await line.settled();
        return (await (method as (...given: unknown[]) => Promise<unknown>).apply(target, args)) as unknown;
      };
    },
  });
}
