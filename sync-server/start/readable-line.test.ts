import { pino } from 'pino';
import { stripVTControlCharacters } from 'node:util';
import { describe, expect, it } from 'vitest';
import { readableLine } from './readable-line.ts';

function lineOf(log: (logger: pino.Logger) => void): string {
  let text = '';
  log(pino({ level: 'debug' }, { write: (line: string) => (text += line) }));
  return stripVTControlCharacters(readableLine(text));
}

describe('a line of the log in a terminal', () => {
  it.each<[string, (logger: pino.Logger) => void, string]>([
    ['a message', (logger) => logger.info('it runs'), 'info  it runs'],
    ['fields', (logger) => logger.warn({ store: 'S1', ids: [1, 2] }, 'a store is silent'), 'warn  a store is silent  store=S1 ids=[1,2]'],
    ['a fatal fault', (logger) => logger.fatal('it ends'), 'error it ends'],
    ['details', (logger) => logger.debug('a request has come'), 'debug a request has come'],
    ['no message', (logger) => logger.info({ a: null }), 'info    a=null'],
  ])('says %s', (_what, log, said) => {
    expect(lineOf(log)).toMatch(/^\d\d:\d\d:\d\d /);
    expect(lineOf(log).slice(9)).toBe(`${said}\n`);
  });

  it('shows where an error came from', () => {
    const [head = '', ...stack] = lineOf((logger) => logger.error({ err: new TypeError('x is odd'), kind: 'count' }, 'a job failed')).split(
      '\n',
    );
    expect(head.slice(9)).toBe('error a job failed  kind=count');
    expect(stack[0]).toBe('  TypeError: x is odd');
    expect(stack[1]).toMatch(/^ {6}at /);
  });
});
