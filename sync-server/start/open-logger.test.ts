import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { jsonLogger, openOutput, STDOUT } from './open-logger.ts';

describe('the log of the server', () => {
  let written: string;
  beforeEach(() => {
    written = '';
    vi.spyOn(process.stdout, 'write').mockImplementation((text) => {
      written += String(text);
      return true;
    });
  });
  afterEach(() => {
    vi.restoreAllMocks();
  });
  const lines = () => written.trimEnd().split('\n');

  it('is JSON where nobody reads standard output, and so is what is told', () => {
    const { logger, say, file } = openOutput(STDOUT, false);
    logger.warn({ store: 'S1' }, 'a store is silent');
    say('  Store          Old Town (S1)');
    expect(file).toBeUndefined();
    expect(lines().map((line) => JSON.parse(line) as unknown)).toMatchObject([
      { level: 40, store: 'S1', msg: 'a store is silent' },
      { level: 30, msg: 'Store          Old Town (S1)' },
    ]);
  });

  it('is readable in a terminal', () => {
    const { logger, say } = openOutput(STDOUT, true);
    logger.warn({ store: 'S1' }, 'a store is silent');
    say('  Store          Old Town (S1)');
    expect(lines().map(stripVTControlCharacters)).toEqual([
      expect.stringMatching(/^\d\d:\d\d:\d\d warn {2}a store is silent {2}store=S1$/),
      '  Store          Old Town (S1)',
    ]);
  });

  it('is JSON in a file, beside what is told in plain text', () => {
    const folder = mkdtempSync(join(tmpdir(), 'outpost-log-'));
    const { logger, say, file } = openOutput(join(folder, 'server.log'), false);
    logger.error(new Error('it broke'));
    say('told');
    expect(written).toBe('told\n');
    expect(JSON.parse(readFileSync(file ?? '', 'utf8'))).toMatchObject({ level: 50, msg: 'it broke', err: { message: 'it broke' } });
    rmSync(folder, { recursive: true });
  });

  it.each<[string, object]>([
    ['at the top', { token: 'hidden' }],
    ['inside', { headers: { authorization: 'Bearer hidden' }, body: { pin: 'hidden' } }],
    ['in an error', { err: Object.assign(new Error('x'), { password: 'hidden' }) }],
    ['of a child', { keys: { officeKey: 'hidden', apiKey: 'hidden' } }],
  ])('blanks what opens something: %s', (_where, fields) => {
    const logger = jsonLogger({ write: (line) => (written += line) });
    logger.info(fields, 'a line');
    logger.child(fields).info('a line');
    expect(lines()).toHaveLength(2);
    expect(written).not.toContain('hidden');
    expect(written.match(/\[secret\]/g)?.length).toBeGreaterThanOrEqual(2);
  });
});
