import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { foreignAddresses, missingFromLock, type LockFile } from './lock-file.ts';

function readJson<T>(relative: string): T {
  return JSON.parse(readFileSync(new URL(relative, import.meta.url), 'utf8')) as T;
}
const lock = readJson<LockFile>('../../package-lock.json');
const manifest = readJson<Record<'dependencies' | 'devDependencies', Record<string, string>>>('../../package.json');

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
  it('finds an address of another registry', () => {
    expect(foreignAddresses(planted)).toEqual(['https://elsewhere.example/tool-linux.tgz']);
  });
});
