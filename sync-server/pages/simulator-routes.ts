import type { App } from '../access/route-context.ts';

const LOOPBACK: readonly string[] = ['127.0.0.1', '::1', '::ffff:127.0.0.1'];

/** `GET /sim`: leads a browser of this machine to the simulated devices of the sample company. @param terminalUrl where they are shown. */
export function simulatorRoutes(app: App, terminalUrl: () => string | undefined): void {
  app.get('/sim', { config: { access: 'public' }, schema: { hide: true } }, (request, reply) => {
    const url = LOOPBACK.includes(request.ip) ? terminalUrl() : undefined;
    return url === undefined ? reply.callNotFound() : reply.redirect(url);
  });
}
