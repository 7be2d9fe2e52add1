import { expect, it } from 'vitest';
import { serverPaths } from '../../../vite.config.ts';

const isServers = (path: string) => serverPaths.some((pattern) => pattern.test(path));

it.each(['/v1', '/v1/orders', '/docs', '/docs/json', '/healthz', '/readyz', '/office', '/office/'])(
  'the service worker leaves %s to the server',
  (path) => {
    expect(isServers(path)).toBe(true);
  },
);

it.each(['/', '/sale', '/pickup/1001', '/v10', '/docstring', '/officer', '/returns'])(
  'the service worker answers %s with the page',
  (path) => {
    expect(isServers(path)).toBe(false);
  },
);
