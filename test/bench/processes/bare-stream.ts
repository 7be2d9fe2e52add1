import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { PROTOCOL_HEADER, PROTOCOL_VERSION } from '../../../domain/protocol/protocol.ts';
import { sharedNow } from '../start-process.ts';
import { answerParent } from './answer-parent.ts';
import { heapBytes } from './memory.ts';

/**
 * The least that a server can do for many listeners: it keeps their responses open, and writes one line to each. Pulls get an
 * answer that is ready.
 */
answerParent<null>(async () => {
  const open = new Set<ServerResponse>();
  let all = 0;
  const send = (response: ServerResponse): void => void response.write(`event: change\ndata: ${JSON.stringify({ all })}\n\n`);
  const server = createServer((request, response) => {
    response.setHeader(PROTOCOL_HEADER, String(PROTOCOL_VERSION));
    if (request.url === '/v1/events') {
      response.writeHead(200, { 'content-type': 'text/event-stream' });
      open.add(response);
      response.on('close', () => open.delete(response));
      send(response);
      return;
    }
    request.resume();
    response.setHeader('content-type', 'application/json');
    response.end(JSON.stringify({ changes: [], checkpoint: { all }, complete: true, appliedSeq: 0, serverTime: new Date().toISOString() }));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: () => `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    memory: heapBytes,
    sendToAll: () => {
      const at = sharedNow();
      all += 1;
      for (const response of open) send(response);
      return { seq: all, at };
    },
    stop: () => {
      server.closeAllConnections();
      return new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
});
