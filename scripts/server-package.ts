/** The parts of package.json that matter here. */
export interface Manifest {
  readonly name: string;
  readonly version: string;
  readonly license: string;
  readonly engines: Readonly<Record<string, string>>;
  readonly scripts: Readonly<Record<string, string>>;
  readonly dependencies: Readonly<Record<string, string>>;
  /** What the server runs without, where there is no build of it for a machine. */
  readonly optionalDependencies: Readonly<Record<string, string>>;
}

/** A package in package-lock.json (version 3). */
interface LockedPackage {
  readonly dev?: boolean;
  readonly devOptional?: boolean;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

export interface Lock {
  readonly lockfileVersion: number;
  readonly requires?: boolean;
  readonly packages: Readonly<Record<string, LockedPackage>>;
}

/** How the checkout runs a command of the server: by the launcher, which builds it first. */
const LAUNCHED = /^node scripts\/run\.mjs ([a-z-]+)$/;

/** Play with the sample company, which a server in production does not have. */
const FOR_SAMPLE: readonly string[] = ['demo:orders', 'sim'];

/** The package.json of the server by itself: the same commands, run from the bundle, and what they need to run. */
export function serverManifest(manifest: Manifest) {
  const { name, version, license, engines, scripts, dependencies, optionalDependencies } = manifest;
  const commands = Object.entries(scripts).flatMap(([script, line]) => {
    const program = LAUNCHED.exec(line)?.[1];
    return program === undefined || FOR_SAMPLE.includes(script) ? [] : [[script, `node out/server/${program}.js`]];
  });
  const commandsByName = Object.fromEntries(commands) as Record<string, string>;
  const needs = { dependencies, optionalDependencies };
  return { name: `${name}-server`, version, private: true, license, type: 'module', engines, scripts: commandsByName, ...needs };
}

/** The lock file of the server by itself: what the checkout's lock file says of the packages that it needs to run. */
export function serverLock(lock: Lock, manifest: ReturnType<typeof serverManifest>) {
  const { name, version, license, engines, dependencies, optionalDependencies } = manifest;
  const needed = new Set(
    Object.entries(lock.packages).flatMap(([path, { dev, devOptional }]) =>
      path === '' || dev === true || devOptional === true ? [] : [path],
    ),
  );
  // What tools need and an optional package of the server too, on another platform say: `npm ci` wants it locked.
  for (const path of needed) {
    const { dependencies: own, optionalDependencies: optional } = lock.packages[path] ?? {};
    for (const wanted of Object.keys({ ...own, ...optional })) {
      const at = `node_modules/${wanted}`;
      if (lock.packages[at]?.devOptional === true) needed.add(at);
    }
  }
  const locked = Object.entries(lock.packages).filter(([path]) => needed.has(path));
  const packages = { '': { name, version, license, engines, dependencies, optionalDependencies }, ...Object.fromEntries(locked) };
  return { name, version, lockfileVersion: lock.lockfileVersion, requires: true, packages };
}
