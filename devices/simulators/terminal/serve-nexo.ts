import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer } from 'node:https';
import { request as requestSchema } from '../../nexo/messages.ts';
import { listen, readJson, shut } from '../../base/http-server.ts';
import type { Certificate } from '../own-certificate.ts';
import type { Outgoing, SimulatedTerminal } from './terminal.ts';

function send(response: ServerResponse, { reply, how }: Outgoing): void {
  const body = JSON.stringify({ SaleToPOIResponse: reply });
  if (how === 'broken' || response.destroyed) return void response.destroy();
  response.writeHead(200, { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) });
  if (how === 'whole') return void response.end(body);
  response.write(body.slice(0, body.length / 2), () => response.destroy());
}

export interface NexoServer {
  readonly port: number;
  /** Takes the terminal off the network, and brings it back at the same port. Connections that are open break. */
  setAway(away: boolean): Promise<void>;
  readonly isAway: boolean;
  close(): Promise<void>;
}

/** Serves a simulated terminal as a real one is: HTTPS, POST /nexo. @param port 0 for any. */
export async function serveNexo(terminal: SimulatedTerminal, certificate: Certificate, port: number): Promise<NexoServer> {
  async function answer(message: IncomingMessage, response: ServerResponse): Promise<void> {
    if (message.method !== 'POST' || message.url !== '/nexo') return void response.writeHead(404).end();
    const read = requestSchema.safeParse(await readJson(message));
    if (!read.success) return void response.writeHead(400).end();
    const { SaleToPOIRequest: request } = read.data;
    response.on('close', () => {
      if (!response.writableFinished) terminal.hangUp(request.MessageHeader.ServiceID);
    });
    send(response, await terminal.take(request));
  }
  const make = () =>
    createServer({ cert: certificate.cert, key: certificate.key }, (message, response) => {
      answer(message, response).catch(() => response.destroy());
    });
  let server = make();
  let isAway = false;
  const taken = await listen(server, port);
  return {
    port: taken,
    get isAway() {
      return isAway;
    },
    async setAway(away) {
      if (away === isAway) return;
      isAway = away;
      if (away) return shut(server);
      server = make();
      await listen(server, taken);
    },
    close: () => (isAway ? Promise.resolve() : shut(server)),
  };
}
