import { readdirSync } from 'node:fs';
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** Each command is a program of its own. What they share is in files beside them. */
const commands = ['sync-server/cli', 'devices/cli'].flatMap((folder) =>
  readdirSync(here(`./${folder}`)).map((file) => [basename(file, '.ts'), here(`./${folder}/${file}`)]),
);

/** Packages of hundreds of small modules, which take longer to load than all of the server. */
const MANY_MODULES = ['kysely', 'zod', 'fastify-type-provider-zod', 'uuid', '@noble/hashes'];

/** The server, the device host and their commands, for Node. Other packages stay outside: they are installed from the lock file. */
export default defineConfig({
  publicDir: false,
  // The last one is optional, and may be missing on the machine that builds.
  ssr: { noExternal: MANY_MODULES, external: ['@serialport/bindings-cpp'] },
  build: {
    ssr: true,
    target: 'node20',
    outDir: here('./out/server'),
    emptyOutDir: true,
    minify: false,
    rolldownOptions: {
      // The thread of the embedded database is started by its file name, from beside whoever starts it.
      input: { ...Object.fromEntries(commands), 'pglite-worker': here('./sync-server/db/pglite-worker.mjs') },
      output: {
        entryFileNames: ({ name }) => (name === 'pglite-worker' ? '[name].mjs' : '[name].js'),
        chunkFileNames: '[name]-[hash].js',
      },
    },
  },
});
