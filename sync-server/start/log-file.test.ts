import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { mountSmallDisk } from '../../test/tools/small-disk.ts';
import { openLogFile } from './log-file.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'outpost-log-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('the log file', () => {
  it('begins a new file when one is large enough, and keeps so many of the old ones', () => {
    const file = join(folder, 'logs/server.log');
    const log = openLogFile({ file, maxBytes: 20, keep: 2 });
    for (let number = 1; number <= 9; number += 1) log.write(`line ${number} of it\n`);
    expect(readdirSync(join(folder, 'logs')).sort()).toEqual(['server.log', 'server.log.1', 'server.log.2']);
    expect(readFileSync(file, 'utf8')).toBe('line 9 of it\n');
    expect(readFileSync(`${file}.1`, 'utf8')).toBe('line 7 of it\nline 8 of it\n');
    expect(statSync(file).mode & 0o777).toBe(0o600);
  });

  it('goes on where it ended after a restart', () => {
    const file = join(folder, 'server.log');
    openLogFile({ file, maxBytes: 1000, keep: 2 }).write('first\n');
    openLogFile({ file, maxBytes: 1000, keep: 2 }).write('second\n');
    expect(readFileSync(file, 'utf8')).toBe('first\nsecond\n');
  });
});

const disk = mountSmallDisk(0.0625);

it.runIf(disk !== null)('survives that its disk is full, and says what is missing once there is room', () => {
  if (disk === null) return;
  try {
    const file = join(disk.path, 'server.log');
    const log = openLogFile({ file, maxBytes: 1_000_000, keep: 2 });
    writeFileSync(join(disk.path, 'filler'), 'x'.repeat(56 * 1024));
    for (let number = 0; number < 100; number += 1) log.write(`${'a'.repeat(99)}\n`);
    rmSync(join(disk.path, 'filler'));
    log.write('{"msg":"there is room"}\n');
    const lines = readFileSync(file, 'utf8').trimEnd().split('\n');
    expect(lines.at(-1)).toBe('{"msg":"there is room"}');
    expect(lines.at(-2)).toMatch(/"msg":"\d+ lines of the log could not be written: /);
  } finally {
    disk.remove();
  }
});
