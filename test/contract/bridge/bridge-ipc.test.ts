import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { BRIDGE_CHANNEL, BRIDGE_GLOBAL } from '../../../domain/device/bridge-methods.ts';
import type { OutpostBridge } from '../../../domain/device/bridge.ts';
import { startTerminal } from '../../../devices/simulators/terminal/start-terminal.ts';
import { describeBridge } from './bridge-contract.ts';

/** Starts the real main process and the real preload on a fresh stub, and gives what the page then sees. */
async function startOn(userData: string) {
  vi.resetModules();
  const electron = await import('../../stubs/electron.ts');
  electron.control.userData = userData;
  await import('../../../src-main/main.ts');
  await vi.waitFor(() => expect(electron.control.ipcHandlers.has(BRIDGE_CHANNEL)).toBe(true));
  await import('../../../src-main/preload.ts');
  return { electron, bridge: electron.control.exposed[BRIDGE_GLOBAL] as OutpostBridge };
}

const folderForOne = () => mkdtemp(join(tmpdir(), 'outpost-bridge-'));

describeBridge('IPC', async () => {
  const folder = await folderForOne();
  let running = await startOn(folder);
  return {
    bridge: running.bridge,
    restart: async () => {
      running.electron.app.emit('will-quit');
      running = await startOn(folder);
      return running.bridge;
    },
    dispose: async () => {
      running.electron.app.emit('will-quit');
      await rm(folder, { recursive: true });
    },
  };
});

describe('the bridge over IPC alone', () => {
  let folder: string;
  let bridge: OutpostBridge;
  let electron: Awaited<ReturnType<typeof startOn>>['electron'];
  beforeEach(async () => {
    folder = await folderForOne();
    ({ bridge, electron } = await startOn(folder));
  });
  afterEach(async () => {
    electron.app.emit('will-quit');
    await rm(folder, { recursive: true });
  });

  it.each([
    ['another site', { url: 'https://elsewhere.example/', parent: null }],
    ['a frame inside the page', { url: 'app://bundle/', parent: {} }],
    ['a frame that is gone', null],
  ])('answers nothing to %s', async (_who, frame) => {
    await bridge.secrets.store('token', 'x');
    electron.control.senderFrame = frame;
    expect(await bridge.secrets.load('token')).toEqual({ ok: false, code: 'untrusted_sender' });
    expect(await bridge.journalMirror.append(['{}'])).toEqual({ ok: false, code: 'untrusted_sender' });
  });

  it.each([
    ['toString', []],
    ['secrets', []],
    [null, []],
    [['app.info'], []],
  ])('knows no method %j', async (method, args) => {
    expect(await electron.ipcRenderer.invoke(BRIDGE_CHANNEL, method, args)).toEqual({
      ok: false,
      code: 'unknown_method',
    });
  });

  it.each([[undefined], ['text'], [{ length: 0 }], [['too many']]])('refuses %j as arguments', async (args) => {
    expect(await electron.ipcRenderer.invoke(BRIDGE_CHANNEL, 'app.info', args)).toEqual({
      ok: false,
      code: 'bad_request',
    });
  });

  it('keeps no secret where Linux has no key store', async () => {
    electron.control.backend = 'basic_text';
    const expected = process.platform === 'linux' ? { ok: false, code: 'no_encryption' } : { ok: true, value: null };
    expect(await bridge.secrets.store('token', 'x')).toEqual(expected);
  });

  it.each([
    ['an installed app', true, { kind: 'not_reachable' }],
    ['a checkout', false, { kind: 'answered', status: 'ok' }],
  ])('a simulated terminal answers in %s: %j', async (_where, packaged, value) => {
    const terminal = await startTerminal({ folder: join(folder, 'terminal'), port: 0, controlPort: 0 });
    process.argv.push(`--simulators=${folder}`);
    try {
      const started = await startOn(folder);
      started.electron.app.isPackaged = packaged;
      const place = { terminal: { driver: 'simulator' }, saleId: 'R1' };
      expect(await started.bridge.devices.call('terminal.diagnose', [place, 'A1'])).toEqual({ ok: true, value });
      started.electron.app.emit('will-quit');
    } finally {
      process.argv.pop();
      await terminal.close();
    }
  });

  it.each([
    ['saves', true, 'saved', ['printToPDF']],
    ['closes the dialog', false, 'cancelled', []],
  ])('a person who %s', async (_what, saves, value, noted) => {
    electron.control.saves = saves;
    const before = electron.control.notes.length;
    expect(await bridge.pdf.save({ name: 'Receipt A8-1', paper: { kind: 'slip', heightMm: 120 } })).toEqual({ ok: true, value });
    expect(electron.control.notes.slice(before)).toEqual(noted);
    expect(existsSync(join(folder, 'Receipt A8-1.pdf'))).toBe(saves);
  });

  it('says that a PDF could not be written', async () => {
    electron.control.userData = join(folder, 'nowhere');
    expect(await bridge.pdf.save({ name: 'Z 12', paper: { kind: 'pages' } })).toEqual({ ok: false, code: 'io_failed' });
  });

  it('writes both files into the user data folder, the secrets sealed', async () => {
    await bridge.secrets.store('token', 'swordfish');
    await bridge.journalMirror.append(['{"seq":1}']);
    expect(await readFile(join(folder, 'secrets.json'), 'utf8')).not.toContain('swordfish');
    expect(await readFile(join(folder, 'journal-mirror.jsonl'), 'utf8')).toBe('{"seq":1}\n');
  });
});
