/**
 * The thread that holds PGlite: in the main thread every statement would stop the event loop. Plain JavaScript, so
 * that it starts the same under every loader. `workerData.dataDir` names the folder, or is null for a database in memory;
 * `workerData.template` names a dump that a database in memory begins from, and is undefined without one;
 * `workerData.fence` names a file and what it says while the folder is ours.
 * @typedef {{ id: number, sql: string, params: unknown[] } | { id: number, close: true }} Request
 */
import { closeSync, fsyncSync, openSync, readFileSync } from 'node:fs';
import { parentPort, workerData } from 'node:worker_threads';
import { PGlite } from '@electric-sql/pglite';
import { NodeFS } from '@electric-sql/pglite/nodefs';
import { prepareStatements } from './prepared-statements.mjs';

const INT8 = 20;
/** More than the server has; each takes some ten kilobytes. */
const MOST_PREPARED = 400;

/** PGlite's file system answers fsync without asking the disk: a power cut would lose what it had promised. */
class SyncingFS extends NodeFS {
  async init(pg, options) {
    const { emscriptenOpts } = await super.init(pg, options);
    const giveFsync = (module) => {
      const nodefs = module.NODEFS;
      nodefs.stream_ops.fsync = (stream) => {
        if (stream.nfd !== undefined) fsyncSync(stream.nfd);
        else syncFolder(nodefs.realPath(stream.node));
        return 0;
      };
    };
    return { emscriptenOpts: { ...emscriptenOpts, preRun: [...(emscriptenOpts.preRun ?? []), giveFsync] } };
  }
}

function syncFolder(path) {
  // Windows has no handle of a folder to sync; its file system keeps the entry with the file.
  if (process.platform === 'win32') return;
  const folder = openSync(path, 'r');
  try {
    fsyncSync(folder);
  } finally {
    closeSync(folder);
  }
}

const { dataDir, template, fence } = workerData;

/** How long (milliseconds) a look at the fence counts. */
const FENCE_FOR = 500;
let lookedAt = 0;
let isLost = false;

/**
 * Before anything is written: has another process taken the folder, while this one was paused say? From then on nothing is done.
 * @throws an error with code FENCE
 */
function checkFence() {
  const now = Date.now();
  // A clock that was set back says nothing about how long ago that was.
  if (fence !== undefined && !isLost && !(now >= lookedAt && now - lookedAt < FENCE_FOR)) {
    try {
      isLost = readFileSync(fence.file, 'utf8') !== fence.text;
    } catch (error) {
      isLost = error.code === 'ENOENT';
    }
    lookedAt = now;
  }
  if (isLost) throw Object.assign(new Error('Another process has taken the data folder.'), { code: 'FENCE' });
}

checkFence();
const durable = {
  fs: dataDir === null ? undefined : new SyncingFS(dataDir),
  // Without -F, which turns fsync off; fdatasync has no hook, fsync has.
  startParams: [...PGlite.defaultStartParams.filter((parameter) => parameter !== '-F'), '-c', 'wal_sync_method=fsync'],
};
const inMemory = template === undefined ? {} : { loadDataDir: new Blob([readFileSync(template)]) };
const pg = await PGlite.create({ ...(dataDir === null ? inMemory : durable), parsers: { [INT8]: Number } });
// A plan that was made while a table was empty would read all of it once it is large.
await pg.exec('set plan_cache_mode = force_custom_plan');
const statements = prepareStatements(pg, MOST_PREPARED);

parentPort.on('message', (/** @type {Request} */ request) => {
  void answer(request);
});

async function answer(request) {
  try {
    if (request.close === true) {
      checkFence();
      await statements.settle();
      await pg.close();
      parentPort.postMessage({ id: request.id, rows: [] });
      parentPort.close();
      return;
    }
    checkFence();
    const { rows, affectedRows } = await statements.query(request.sql, request.params);
    parentPort.postMessage({ id: request.id, rows, affectedRows });
  } catch (error) {
    const { message, code, detail, constraint, table, column, severity } = error;
    parentPort.postMessage({ id: request.id, error: { message, code, detail, constraint, table, column, severity } });
  }
}

parentPort.postMessage({ ready: true });
