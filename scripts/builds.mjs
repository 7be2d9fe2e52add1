// @ts-check
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';

/**
 * @typedef {object} Build
 * @property {string} title what a person is told that waits for it
 * @property {readonly string[]} sources what it is made from, from the root
 * @property {string} made a file that is there once it is made, from the root
 * @property {readonly (readonly string[])[]} steps programs of Node with their arguments
 */

/** The folder of the checkout. */
export const root = dirname(dirname(fileURLToPath(import.meta.url)));

const VITE = 'node_modules/vite/bin/vite.js';
const QUIET = ['--logLevel', 'error'];
const COMMON = ['domain', 'texts', 'package-lock.json', 'tsconfig.json', 'scripts/builds.mjs'];
const APP = ['src-renderer', 'src-office', 'vite.config.ts', 'vite.office.config.ts', ...COMMON];

/** Everything that is built. */
export const builds = /** @satisfies {Record<string, Build>} */ ({
  server: {
    title: 'the server',
    sources: ['sync-server', 'devices', 'vite.server.config.ts', ...COMMON],
    made: 'out/server/start.js',
    steps: [[VITE, 'build', '--config', 'vite.server.config.ts', ...QUIET]],
  },
  app: {
    title: 'the store app',
    sources: APP,
    made: 'out/renderer/office/index.html',
    steps: ['vite.config.ts', 'vite.office.config.ts'].map((config) => [VITE, 'build', '--config', config, ...QUIET]),
  },
  desktop: {
    title: 'the desktop app',
    sources: ['src-main', 'devices', 'electron.vite.config.ts', ...APP],
    made: 'out/main/main.js',
    steps: [['node_modules/electron-vite/bin/electron-vite.js', 'build', ...QUIET]],
  },
});

/** @typedef {keyof typeof builds} BuildName */
