import { createServer, type IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { type WebSocket, WebSocketServer } from 'ws';
import { deviceRequest, deviceToken } from '../../domain/device/socket-protocol.ts';
import { listen, shut } from '../base/http-server.ts';
import { type DeviceHost, handleCall, type Handled } from './device-host.ts';
import type { Pairing } from './pairing.ts';

export interface SocketOptions {
  readonly host: DeviceHost;
  readonly pairing: Pairing;
  /** 0 for any. */
  readonly port: number;
  /** Origins of the pages that may ask, such as `https://pos.example`. */
  readonly origins: readonly string[];
}

export interface RunningSocket {
  readonly port: number;
  close(): Promise<void>;
}

/** A receipt of pictures, in a language that printers have no letters for. */
const MOST_BYTES = 2_000_000;
/** How long (milliseconds) a page may take to say who it is. */
const OPEN_WITHIN_MS = 10_000;
const POLICY = 1008;

/** Another page must not ask, nor one whose name was made to lead here. */
function mayAsk({ headers }: IncomingMessage, port: number, origins: readonly string[]): boolean {
  const hosts = [`127.0.0.1:${port}`, `localhost:${port}`, `[::1]:${port}`];
  return hosts.includes(headers.host ?? '') && origins.includes(headers.origin ?? '');
}

function refuse(socket: Duplex): void {
  socket.end('HTTP/1.1 403 Forbidden\r\nConnection: close\r\nContent-Length: 0\r\n\r\n');
}

function parse(data: string): unknown {
  try {
    return JSON.parse(data) as unknown;
  } catch {
    return undefined;
  }
}

/** Answers one page, from its first message to its last. */
function attend(socket: WebSocket, { host, pairing }: SocketOptions): void {
  let isKnown = false;
  const patience = setTimeout(() => socket.close(POLICY), OPEN_WITHIN_MS);

  async function open([token]: readonly unknown[]): Promise<Handled> {
    const read = deviceToken.safeParse(token);
    const waitMs = read.success ? pairing.refuse(read.data) : 0;
    isKnown = waitMs === null;
    if (isKnown) clearTimeout(patience);
    if (waitMs === null) return { ok: true, value: null };
    await new Promise((resolve) => setTimeout(resolve, Math.min(waitMs, OPEN_WITHIN_MS)));
    return { ok: false, code: 'not_paired' };
  }

  function pair([code]: readonly unknown[]): Handled {
    if (typeof code !== 'string') return { ok: false, code: 'bad_request' };
    const paired = pairing.pair(code);
    return paired.ok ? { ok: true, value: paired.token } : paired;
  }

  async function answer(method: string, args: readonly unknown[]): Promise<Handled> {
    if (method === 'host.open') return open(args);
    if (method === 'host.pair') return pair(args);
    return isKnown ? handleCall(host, method, args) : { ok: false, code: 'not_paired' };
  }

  socket.on('error', () => socket.terminate());
  socket.on('close', () => clearTimeout(patience));
  socket.on('message', (data, isBinary) => {
    const read = deviceRequest.safeParse(isBinary ? undefined : parse(String(data)));
    if (!read.success) return socket.close(POLICY);
    const { id, method, args } = read.data;
    void answer(method, args).then((handled) => {
      if (socket.readyState === socket.OPEN) socket.send(JSON.stringify({ id, ...handled }));
    });
  });
}

/** Serves the device host to the pages of this machine, over a WebSocket on loopback. @throws EADDRINUSE where the port is taken. */
export async function serveSocket(options: SocketOptions): Promise<RunningSocket> {
  const sockets = new WebSocketServer({ noServer: true, maxPayload: MOST_BYTES, perMessageDeflate: false });
  const server = createServer((_request, response) => void response.writeHead(404).end());
  let port = 0;
  server.on('upgrade', (request, socket, head) => {
    socket.on('error', () => socket.destroy());
    if (!mayAsk(request, port, options.origins)) return refuse(socket);
    sockets.handleUpgrade(request, socket, head, (opened) => attend(opened, options));
  });
  port = await listen(server, options.port);
  return {
    port,
    async close() {
      for (const socket of sockets.clients) socket.terminate();
      await shut(server);
    },
  };
}
