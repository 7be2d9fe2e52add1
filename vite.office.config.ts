import react from '@vitejs/plugin-react';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** The head office's page. It is built after the store app, into a folder of its own beside it, and has no service worker. */
export default defineConfig({
  root: here('./src-office'),
  base: '/office/',
  publicDir: false,
  plugins: [react()],
  build: {
    outDir: here('./out/renderer/office'),
    emptyOutDir: true,
    target: 'chrome140',
    minify: 'oxc',
    sourcemap: false,
    chunkSizeWarningLimit: 1_500,
  },
});
