import type { SimulatedDevice } from '../../domain/device/started.ts';
import type { App } from '../access/route-context.ts';
import { simulatorList } from './simulator-list.ts';

const LOOPBACK: readonly string[] = ['127.0.0.1', '::1', '::ffff:127.0.0.1'];

/** Where each simulated device is shown. */
export type SimulatorUrls = Readonly<Record<SimulatedDevice, string>>;

/** `GET /sim`: leads a browser of this machine to the simulated devices of the sample company. @param urlsOf where they are shown. */
export function simulatorRoutes(app: App, urlsOf: () => SimulatorUrls | undefined): void {
  app.get('/sim', { config: { access: 'public' }, schema: { hide: true } }, (request, reply) => {
    const urls = LOOPBACK.includes(request.ip) ? urlsOf() : undefined;
    if (urls === undefined) return reply.callNotFound();
    const page = simulatorList(urls, request.headers['accept-language'] ?? '');
    return reply.header('content-security-policy', "default-src 'none'; frame-ancestors 'none'").type('text/html').send(page);
  });
}
