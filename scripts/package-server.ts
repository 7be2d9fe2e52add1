import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './builds.mjs';
import { type Lock, type Manifest, serverLock, serverManifest } from './server-package.ts';

const [, , target = join(root, 'dist/server')] = process.argv;

const readJson = <T>(name: string): T => JSON.parse(readFileSync(join(root, name), 'utf8')) as T;
const writeJson = (name: string, value: unknown): void => writeFileSync(join(target, name), `${JSON.stringify(value, null, 2)}\n`);

rmSync(target, { recursive: true, force: true });
for (const built of ['out/server', 'out/renderer']) cpSync(join(root, built), join(target, built), { recursive: true });
const manifest = serverManifest(readJson<Manifest>('package.json'));
writeJson('package.json', manifest);
writeJson('package-lock.json', serverLock(readJson<Lock>('package-lock.json'), manifest));
process.stdout.write(`The server is in ${target}. Install its packages there: npm ci --omit=dev\n`);
