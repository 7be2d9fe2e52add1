import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { foreignAddresses, missingFromLock, type LockFile, unsupportedOn } from './lock-file.ts';

function readJson<T>(relative: string): T {
  return JSON.parse(readFileSync(new URL(relative, import.meta.url), 'utf8')) as T;
}
const lock = readJson<LockFile>('../../package-lock.json');
const manifest = readJson<Record<'dependencies' | 'devDependencies' | 'engines', Record<string, string>>>('../../package.json');
const OLDEST_NODE = '20.19.0';

describe('the lock file', () => {
  it('holds every dependency of every package, on every platform', () => {
    expect(missingFromLock(lock)).toEqual([]);
  });

  it('is what package.json asks for', () => {
    const root = lock.packages[''];
    expect(root?.dependencies).toEqual(manifest.dependencies);
    expect(root?.devDependencies).toEqual(manifest.devDependencies);
  });

  it('names no registry but the public one', () => {
    expect(foreignAddresses(lock)).toEqual([]);
  });

  it('has no package for production that does not run on the oldest Node', () => {
    expect(manifest.engines).toEqual({ node: `>=${OLDEST_NODE.replace(/\.0$/, '')}` });
    expect(unsupportedOn(lock, OLDEST_NODE)).toEqual([]);
  });

  it('every version in package.json is exact', () => {
    const versions = Object.entries({ ...manifest.dependencies, ...manifest.devDependencies });
    expect(versions.filter(([, version]) => !/^(npm:(@[\w-]+\/)?[\w-]+@)?\d+\.\d+\.\d+(-[\w.]+)?$/.test(version))).toEqual([]);
  });
});

describe('the check itself', () => {
  const planted: LockFile = {
    packages: {
      '': { dependencies: { tool: '1.0.0' } },
      'node_modules/tool': { optionalDependencies: { 'tool-mac': '1.0.0', 'tool-linux': '1.0.0', nested: '1.0.0' } },
      'node_modules/tool-linux': { resolved: 'https://elsewhere.example/tool-linux.tgz' },
      'node_modules/tool/node_modules/nested': { dependencies: { tool: '1.0.0', 'tool-linux': '1.0.0' } },
    },
  };
  it('finds a missing platform package', () => {
    expect(missingFromLock(planted)).toEqual(['node_modules/tool → tool-mac']);
  });
  it.each<[string, LockFile['packages'][string], string[]]>([
    ['one for newer ones', { version: '1.0.0', engines: { node: '>=22' } }, ['node_modules/a 1.0.0']],
    ['one that leaves it out', { version: '1.0.0', engines: { node: '^18 || ^20.19.1 || >=22' } }, ['node_modules/a 1.0.0']],
    ['one that runs on it', { version: '1.0.0', engines: { node: '^20.19.0 || >=22' } }, []],
    ['one that says nothing', { version: '1.0.0', engines: ['node >= 22'] }, []],
    ['one for development', { version: '1.0.0', dev: true, engines: { node: '>=22' } }, []],
  ])('finds a package that does not run on a version of Node: %s', (_which, entry, found) => {
    expect(unsupportedOn({ packages: { 'node_modules/a': entry } }, '20.19.0')).toEqual(found);
  });
  it('finds an address of another registry', () => {
    expect(foreignAddresses(planted)).toEqual(['https://elsewhere.example/tool-linux.tgz']);
  });
});
