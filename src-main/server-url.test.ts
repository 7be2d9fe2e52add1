import { expect, it } from 'vitest';
import { readServerUrl } from './server-url.ts';

it.each([
  [['outpost'], {}, null],
  [['outpost', '--server=https://pool.example/v1?x'], {}, 'https://pool.example'],
  [['outpost', '--server=http://localhost:4100'], { OUTPOST_SERVER_URL: 'https://pool.example' }, 'http://localhost:4100'],
  [['outpost'], { OUTPOST_SERVER_URL: 'https://pool.example' }, 'https://pool.example'],
  [['outpost', '--server=file:///etc'], {}, null],
  [['outpost', "--server=https://x; script-src 'unsafe-eval'"], {}, null],
  [['outpost', '--server='], {}, null],
])('%j with %j is for %s', (argv, env, url) => {
  expect(readServerUrl(argv, env)).toBe(url);
});
