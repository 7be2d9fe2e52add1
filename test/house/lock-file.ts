import { satisfies } from 'semver';

/** The parts of package-lock.json (version 3) that matter here. */
export interface LockFile {
  packages: Record<string, LockedPackage & Partial<Record<DependencyKind, Record<string, string>>>>;
}
interface LockedPackage {
  version?: string;
  resolved?: string;
  dev?: boolean;
  devOptional?: boolean;
  engines?: { node?: string } | string[];
}
type DependencyKind = 'dependencies' | 'devDependencies' | 'optionalDependencies';

/** Walks up the folders as Node does, from the package at `from` to the root, and says whether the lock has `name`. */
function isLocked(lock: LockFile, from: string, name: string): boolean {
  for (let at = from; ; at = at.slice(0, Math.max(0, at.lastIndexOf('node_modules/') - 1))) {
    if (`${at === '' ? '' : `${at}/`}node_modules/${name}` in lock.packages) return true;
    if (at === '') return false;
  }
}

/**
 * Finds what `npm ci` would call missing, as "package → dependency". Platform packages count: a lock written
 * against a registry that lacks one of them makes `npm ci` fail everywhere.
 */
export function missingFromLock(lock: LockFile): string[] {
  return Object.entries(lock.packages).flatMap(([at, entry]) =>
    [entry.dependencies, entry.devDependencies, entry.optionalDependencies]
      .flatMap((wanted) => Object.keys(wanted ?? {}))
      .filter((name) => !isLocked(lock, at, name))
      .map((name) => `${at === '' ? 'the project' : at} → ${name}`),
  );
}

/** Finds addresses that bind the lock to one particular registry. */
export function foreignAddresses(lock: LockFile): string[] {
  return Object.values(lock.packages)
    .map((entry) => entry.resolved)
    .filter((address) => address !== undefined && !address.startsWith('https://registry.npmjs.org/'))
    .map(String);
}

/** Finds packages of the server that do not say that they run on this version of Node: npm warns of each (EBADENGINE). */
export function unsupportedOn(lock: LockFile, node: string): string[] {
  return Object.entries(lock.packages)
    .filter(([, { dev, devOptional }]) => dev !== true && devOptional !== true)
    .filter(([, { engines }]) => engines !== undefined && !Array.isArray(engines) && !satisfies(node, engines.node ?? '*'))
    .map(([at, { version }]) => `${at} ${version}`);
}
