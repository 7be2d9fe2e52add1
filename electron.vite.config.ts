import { fileURLToPath } from 'node:url';
import { defineConfig } from 'electron-vite';
import { rendererConfig } from './vite.config.ts';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

// Everything but Electron and the machine code for serial ports is bundled, so that the packed app needs no other node_modules.
export default defineConfig({
  main: {
    build: {
      outDir: here('./out/main'),
      externalizeDeps: false,
      sourcemap: false,
      rollupOptions: { input: { main: here('./src-main/main.ts') }, external: ['@serialport/bindings-cpp'] },
    },
  },
  preload: {
    build: {
      outDir: here('./out/preload'),
      externalizeDeps: false,
      sourcemap: false,
      // A sandboxed preload cannot be an ES module.
      rollupOptions: {
        input: { preload: here('./src-main/preload.ts') },
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: rendererConfig('desktop'),
});
