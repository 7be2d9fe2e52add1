import { extractFile, listPackage } from '@electron/asar';
import { getCurrentFuseWire } from '@electron/fuses';
import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, posix } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const run = promisify(execFile);
// The test runner's own NODE_ENV would build a page for development.
const env = { ...process.env, NODE_ENV: 'production' };

let folder: string;
let asar: string;
let files: string[];

/**
 * Stands in for Electron's own files, which are not on every machine: a binary that holds nothing but the mark
 * and the wire of the fuses, all set as Electron ships them.
 */
async function writeElectronStub(at: string): Promise<void> {
  await mkdir(join(at, 'resources'), { recursive: true });
  await mkdir(join(at, 'locales'));
  await writeFile(join(at, 'locales/en-US.pak'), '');
  const wire = Buffer.concat([Buffer.from('dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX'), Buffer.from([1, 8]), Buffer.from('10110001')]);
  await writeFile(join(at, 'electron'), wire, { mode: 0o755 });
}

/** Reads a file of the packed app as text. */
const read = (path: string) => extractFile(asar, path).toString('utf8');

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'outpost-pack-'));
  const dist = join(folder, 'electron');
  await writeElectronStub(dist);
  await run(process.execPath, ['scripts/build.mjs', '--if-old', 'desktop'], { cwd: root });
  const settings = [`-c.electronDist=${dist}`, '-c.electronVersion=45.4.1', `-c.directories.output=${join(folder, 'dist')}`];
  await run(process.execPath, ['node_modules/electron-builder/cli.js', '--linux', 'dir', '--publish', 'never', ...settings], {
    cwd: root,
    env,
    maxBuffer: 64 * 1024 * 1024,
  });
  asar = join(folder, 'dist/linux-unpacked/resources/app.asar');
  files = listPackage(asar, { isPack: false }).map((path) => path.replaceAll('\\', '/').replace(/^\//, ''));
}, 180_000);
afterAll(() => rm(folder, { recursive: true }));

describe('the packed app', () => {
  it('holds main, preload and the page', () => {
    for (const needed of ['package.json', 'out/main/main.js', 'out/preload/preload.cjs', 'out/desktop/index.html']) {
      expect(files).toContain(needed);
    }
    expect((JSON.parse(read('package.json')) as { main: string }).main).toBe('out/main/main.js');
  });

  it('holds nothing else: no sources, no tests, no server, no maps, and no modules but those that open serial ports', () => {
    const expected = /^(package\.json|out|out\/(main|preload|desktop)(\/.*)?)$/;
    const own = files.filter((path) => !/^node_modules(\/|$)/.test(path));
    expect(own.filter((path) => !expected.test(path))).toEqual([]);
    expect(files.filter((path) => /\.map$|\.tsx?$|\.test\.|sync-server|\.env/.test(path))).toEqual([]);
    for (const path of own.filter((each) => /\.(js|cjs|css)$/.test(each))) expect(read(path)).not.toContain('sourceMappingURL');
  });

  it('carries what opens serial ports, with its machine code outside of the archive, where the system can load it', async () => {
    const modules = files.flatMap((path) => /^(?:.*\/)?node_modules\/((?:@[^/]+\/)?[^/]+)\/package\.json$/.exec(path)?.[1] ?? []);
    expect([...new Set(modules)].sort()).toEqual([
      '@serialport/bindings-cpp',
      '@serialport/bindings-interface',
      '@serialport/parser-delimiter',
      '@serialport/parser-readline',
      'debug',
      'ms',
      'node-gyp-build',
    ]);
    const unpacked = await readdir(`${asar}.unpacked/node_modules/@serialport/bindings-cpp/prebuilds`, { recursive: true });
    expect(unpacked).toContain(`linux-${process.arch}`);
    expect(unpacked.some((name) => name.startsWith('linux-') && name.endsWith('.node'))).toBe(true);
  });

  it('needs no module that it does not carry', () => {
    const imports = [...read('out/main/main.js').matchAll(/^import .*?from\s*["']([^"'.]+)["']/gm)].map((match) => match[1]);
    expect(imports).toContain('electron');
    expect(imports.filter((name) => name !== 'electron' && !name?.startsWith('node:'))).toEqual([]);
    const required = [...read('out/preload/preload.cjs').matchAll(/require\(["'`]([^"'`]+)["'`]\)/g)].map((match) => match[1]);
    expect(required).toEqual(['electron']);
  });

  it('has a page whose files are all there, and which the content policy lets run', () => {
    const page = read('out/desktop/index.html');
    const named = [...page.matchAll(/(?:src|href)="([^"]+)"/g)].map((match) => match[1] ?? '');
    expect(named.length).toBeGreaterThan(0);
    for (const address of named.filter((each) => !each.startsWith('data:'))) {
      expect(files).toContain(posix.join('out/desktop', address));
    }
    expect(page).not.toMatch(/<script(?![^>]*\bsrc=)[^>]*>/);
    expect(page).not.toMatch(/\son\w+=/);
  });

  it('registers no service worker, for its files need no second home', () => {
    expect(files.filter((path) => /(^|\/)(sw|registerSW|workbox-[^/]*)\.js$/.test(path))).toEqual([]);
    expect(read('out/desktop/index.html')).not.toContain('registerSW');
  });

  it('has its fuses blown: no Node, no inspector, only the sealed archive', async () => {
    const on = '1'.charCodeAt(0);
    const wire = await getCurrentFuseWire(join(folder, 'dist/linux-unpacked/outpost'));
    const { version: _version, ...fuses } = wire;
    expect(Object.values(fuses).map((state) => state === on)).toEqual([
      false, // RunAsNode
      true, // EnableCookieEncryption
      false, // EnableNodeOptionsEnvironmentVariable
      false, // EnableNodeCliInspectArguments
      true, // EnableEmbeddedAsarIntegrityValidation
      true, // OnlyLoadAppFromAsar
      false, // LoadBrowserProcessSpecificV8Snapshot
      false, // GrantFileProtocolExtraPrivileges
    ]);
  });
});
