import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { type Lock, type Manifest, serverLock, serverManifest } from './server-package.ts';

const readJson = <T>(path: string) => JSON.parse(readFileSync(new URL(path, import.meta.url), 'utf8')) as T;
const manifest = serverManifest(readJson<Manifest>('../package.json'));
const lock = serverLock(readJson<Lock>('../package-lock.json'), manifest);

describe('the package of the server by itself', () => {
  it('has the commands of the checkout, without a launcher, and not those for the sample company', () => {
    expect(manifest.scripts).toMatchObject({
      start: 'node out/server/start.js',
      devices: 'node out/server/devices.js',
      'register-code': 'node out/server/register-code.js',
    });
    expect(Object.values(manifest.scripts).filter((line) => !/^node out\/server\/[a-z-]+\.js$/.test(line))).toEqual([]);
    expect([manifest.scripts['demo:orders'], manifest.scripts['sim']]).toEqual([undefined, undefined]);
  });

  it('needs nothing that builds, draws screens or makes up a sample company', () => {
    const names = Object.keys(lock.packages);
    expect(names).toEqual(expect.arrayContaining(['node_modules/fastify', 'node_modules/@electric-sql/pglite']));
    const foreign = /node_modules\/(electron|vite|tsx|rolldown|esbuild|typescript|react|react-dom|rxdb|@mantine\/\w+|@faker-js\/faker)$/;
    expect(names.filter((name) => foreign.test(name))).toEqual([]);
  });

  it('locks what the server needs on some platform alone, also where tools need it too', () => {
    const of = (paths: Record<string, object>) => Object.keys(serverLock({ lockfileVersion: 3, packages: paths }, manifest).packages);
    const optional = { optional: true, dependencies: { helper: '1.0.0' } };
    const helper = { devOptional: true, dependencies: { deep: '1.0.0' } };
    const paths = { 'node_modules/deep': { devOptional: true }, 'node_modules/helper': helper, 'node_modules/wasm': optional };
    const peer = { 'node_modules/peer': { devOptional: true }, 'node_modules/tool': { dev: true } };
    expect(of({ ...paths, ...peer })).toEqual(['', 'node_modules/deep', 'node_modules/helper', 'node_modules/wasm']);
  });

  it('locks each package as the checkout does', () => {
    const whole = readJson<Lock>('../package-lock.json').packages;
    const { '': own, ...others } = lock.packages as Record<string, unknown>;
    expect(own).toMatchObject({ dependencies: manifest.dependencies });
    expect(Object.entries(others).filter(([path, entry]) => JSON.stringify(whole[path]) !== JSON.stringify(entry))).toEqual([]);
  });
});
