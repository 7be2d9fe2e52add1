import Fastify from 'fastify';
import { afterEach, expect, it } from 'vitest';
import type { App } from '../access/route-context.ts';
import { simulatorRoutes } from './simulator-routes.ts';

const TERMINAL = 'http://127.0.0.1:4690';
let app: App;
let url: string | undefined = TERMINAL;

afterEach(() => app.close());

async function ask(remoteAddress: string) {
  app = Fastify();
  simulatorRoutes(app, () => url);
  const { statusCode, headers } = await app.inject({ url: '/sim', remoteAddress });
  return [statusCode, headers.location];
}

it.each(['127.0.0.1', '::1', '::ffff:127.0.0.1'])('leads a browser of this machine (%s) to the simulated terminal', async (address) => {
  expect(await ask(address)).toEqual([302, TERMINAL]);
});

it.each(['10.0.0.7', '127.0.0.1.example', '::ffff:10.0.0.7'])('tells nothing to %s', async (address) => {
  expect(await ask(address)).toEqual([404, undefined]);
});

it('knows nothing while none runs', async () => {
  url = undefined;
  expect(await ask('127.0.0.1')).toEqual([404, undefined]);
});
