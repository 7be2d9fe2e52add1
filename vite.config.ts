import react from '@vitejs/plugin-react';
import { fileURLToPath } from 'node:url';
import { defineConfig, type UserConfig } from 'vite';
import { VitePWA } from 'vite-plugin-pwa';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** Addresses that belong to the server: the service worker never answers them with the page. */
export const serverPaths = [/^\/v1(\/|$)/, /^\/docs(\/|$)/, /^\/healthz$/, /^\/readyz$/, /^\/office(\/|$)/, /^\/sim$/];

/**
 * The one configuration of the store app's page. In a browser a service worker keeps the whole app, so that a cold
 * start needs no server; the desktop app carries its files itself and must not have one.
 * @param target where the page will run; each has its own folder, so that neither build spoils the other
 */
export function rendererConfig(target: 'browser' | 'desktop'): UserConfig {
  return {
    root: here('./src-renderer'),
    base: '/',
    plugins: [react(), ...(target === 'browser' ? [serviceWorker()] : [])],
    worker: { format: 'es' },
    build: {
      outDir: here(target === 'browser' ? './out/renderer' : './out/desktop'),
      emptyOutDir: true,
      target: 'chrome140',
      minify: 'oxc',
      sourcemap: false,
      chunkSizeWarningLimit: 1_500,
      // The second page is what the customer sees. It has no register in it.
      rollupOptions: { input: { index: here('./src-renderer/index.html'), display: here('./src-renderer/display.html') } },
    },
  };
}

function serviceWorker() {
  return VitePWA({
    strategies: 'generateSW',
    registerType: 'autoUpdate',
    // A script of its own: it never reloads a page in which somebody may be in the middle of a sale.
    injectRegister: 'script-defer',
    devOptions: { enabled: false },
    manifest: {
      name: 'Outpost',
      short_name: 'Outpost',
      description: 'Point of sale and store fulfillment that works with the cable cut.',
      display: 'standalone',
      start_url: '/',
      background_color: '#ffffff',
      theme_color: '#0b615b',
      icons: [{ src: '/icon.svg', sizes: 'any', type: 'image/svg+xml', purpose: 'any' }],
    },
    workbox: {
      globPatterns: ['**/*.{js,css,html,json,svg,png,webp,ico,woff2,wasm,webmanifest}'],
      maximumFileSizeToCacheInBytes: 16 * 1024 * 1024,
      navigateFallback: '/index.html',
      navigateFallbackDenylist: serverPaths,
      cleanupOutdatedCaches: true,
      clientsClaim: true,
      skipWaiting: true,
      sourcemap: false,
    },
  });
}

export default defineConfig(rendererConfig('browser'));
