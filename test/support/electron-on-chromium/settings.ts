import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { z } from 'zod';

/** The environment variable that hands the simulator its {@link SimulatorSettings}, as JSON. */
export const SETTINGS = 'OUTPOST_ELECTRON_SIMULATOR';

const simulatorSettings = z.strictObject({ executablePath: z.string(), args: z.array(z.string()) });

/** How Chromium is started. */
export type SimulatorSettings = z.infer<typeof simulatorSettings>;

export const readSettings = (): SimulatorSettings => simulatorSettings.parse(JSON.parse(process.env[SETTINGS] ?? 'null'));

/** The value of a switch of the command line, such as `--user-data-dir=…`, which Electron reads itself. */
export function switchValue(name: string): string | undefined {
  const start = `--${name}=`;
  return process.argv.findLast((argument) => argument.startsWith(start))?.slice(start.length);
}

/** The version in the package of the app that is run. */
export function appVersion(): string {
  for (let folder = dirname(process.argv[1] ?? ''); ; folder = dirname(folder)) {
    try {
      return (JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as { version: string }).version;
    } catch (error) {
      if (folder === dirname(folder)) throw error;
    }
  }
}
