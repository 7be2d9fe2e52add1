import Fastify from 'fastify';
import { afterEach, expect, it } from 'vitest';
import type { App } from '../access/route-context.ts';
import { simulatorRoutes, type SimulatorUrls } from './simulator-routes.ts';

const at = (port: number) => `http://127.0.0.1:${port}`;
const URLS: SimulatorUrls = {
  terminal: at(4690),
  scale: at(4692),
  printer: at(4693),
  pole: at(4694),
  scanner: at(4697),
  labels: at(4697),
  mail: at(4695),
  carrier: at(4696),
};
let app: App;
let urls: SimulatorUrls | undefined = URLS;

afterEach(() => app.close());

async function ask(remoteAddress: string) {
  app = Fastify();
  simulatorRoutes(app, () => urls);
  const { statusCode, body } = await app.inject({ url: '/sim', remoteAddress });
  return [statusCode, body.includes('http://127.0.0.1:4690/')];
}

it.each(['127.0.0.1', '::1', '::ffff:127.0.0.1'])('leads a browser of this machine (%s) to the simulated devices', async (address) => {
  expect(await ask(address)).toEqual([200, true]);
});

it.each(['10.0.0.7', '127.0.0.1.example', '::ffff:10.0.0.7'])('tells nothing to %s', async (address) => {
  expect(await ask(address)).toEqual([404, false]);
});

it('knows nothing while none runs', async () => {
  urls = undefined;
  expect(await ask('127.0.0.1')).toEqual([404, false]);
});
