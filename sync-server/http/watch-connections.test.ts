import { once } from 'node:events';
import { createServer, get, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { type AddressInfo, connect, type Socket } from 'node:net';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { type Connections, watchConnections } from './watch-connections.ts';

let server: Server;
let connections: Connections;
let port: number;

beforeEach(async () => {
  server = createServer((_request, response) => response.write('begun'));
  connections = watchConnections(server);
  await once(server.listen(0, '127.0.0.1'), 'listening');
  ({ port } = server.address() as AddressInfo);
});
afterEach(async () => {
  server.closeAllConnections();
  await new Promise((done) => server.close(done));
});

/** Asks, and waits for the beginning of an answer that does not end. */
async function ask(): Promise<{ readonly answer: IncomingMessage; readonly response: ServerResponse }> {
  const asked = once(server, 'request') as Promise<[IncomingMessage, ServerResponse]>;
  const [answer] = (await once(get({ port, host: '127.0.0.1', agent: false }), 'response')) as [IncomingMessage];
  return { answer, response: (await asked)[1] };
}

it('forgets a connection that breaks while its answer is under way, as every event stream does', async () => {
  for (let n = 0; n < 5; n += 1) {
    const { answer, response } = await ask();
    expect(connections.open()).toBe(1);
    const gone = once(response, 'close');
    answer.on('error', () => undefined).destroy();
    await gone;
    expect(connections.open()).toBe(0);
  }
});

it('closes at once what nobody uses, and the others when they are answered', async () => {
  const met = once(server, 'connection') as Promise<[Socket]>;
  const unused = connect(port, '127.0.0.1');
  await met;
  const { answer, response } = await ask();
  expect(connections.open()).toBe(2);
  const closed = once(unused, 'close');
  connections.closeUnused();
  await closed;
  expect(connections.open()).toBe(1);
  const ended = once(answer.resume(), 'end');
  const gone = once(response.socket as Socket, 'close');
  response.end();
  await Promise.all([ended, gone]);
  expect(connections.open()).toBe(0);
});
