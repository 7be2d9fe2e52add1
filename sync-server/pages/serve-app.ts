import fastifyStatic from '@fastify/static';
import type { FastifyReply } from 'fastify';
import { join } from 'node:path';
import { contentPolicy } from '../../domain/device/content-policy.ts';
import { deviceAddress } from '../../domain/device/socket-protocol.ts';
import type { App } from '../access/route-context.ts';
import { refusalBody } from '../http/refuse.ts';

function nothingHere(reply: FastifyReply, path: string): FastifyReply {
  const message = `There is nothing at ${path.slice(0, 200)}.`;
  return reply.code(404).send(refusalBody({ code: 'not_found', message, fix: 'See /docs for the addresses.' }));
}

/**
 * Serves the head office's page at `/office/` and the store app at `/`; every address of the app that is no file is its start page.
 * @param devicesPort where the store app finds the device host of its machine.
 */
export async function serveApp(app: App, staticDir: string | undefined, devicesPort: number): Promise<void> {
  if (staticDir === undefined) {
    app.setNotFoundHandler((request, reply) => nothingHere(reply, request.url));
    return;
  }
  const office = join(staticDir, 'office/');
  // What every answer says is on the reply, and would win over what is written to the response.
  const replies = new WeakMap<object, FastifyReply>();
  app.addHook('onRequest', async (_request, reply) => {
    replies.set(reply.raw, reply);
  });
  await app.register(fastifyStatic, {
    root: staticDir,
    cacheControl: false,
    // Files with a hash in their name never change; the start page and the service worker always may.
    setHeaders: (response, path) => {
      void replies.get(response)?.headers({
        'cache-control': /[\\/]assets[\\/]/.test(path) ? 'public, max-age=31536000, immutable' : 'no-cache',
        'content-security-policy': contentPolicy(path.startsWith(office) ? '' : deviceAddress(devicesPort)),
      });
    },
  });
  app.get('/office', { config: { access: 'public' }, schema: { hide: true } }, (_request, reply) => reply.redirect('/office/'));
  app.setNotFoundHandler((request, reply) => {
    const wantsPage = request.method === 'GET' && (request.headers.accept ?? '').includes('text/html');
    if (!wantsPage || request.url.startsWith('/v1/')) return nothingHere(reply, request.url);
    return reply.sendFile('index.html');
  });
}
