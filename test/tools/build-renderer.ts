import { build } from 'vite'

/** Builds the store app into out/renderer once before the end-to-end tests, so that they never see an old one. */
export default async function buildRenderer(): Promise<void> {
  await build({ configFile: 'vite.config.ts', logLevel: 'warn' })
}
