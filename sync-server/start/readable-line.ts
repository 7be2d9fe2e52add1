import { styleText } from 'node:util';

type Style = Parameters<typeof styleText>[0];

const LEVELS: readonly { readonly from: number; readonly name: string; readonly style: Style }[] = [
  { from: 50, name: 'error', style: 'red' },
  { from: 40, name: 'warn', style: 'yellow' },
  { from: 30, name: 'info', style: 'green' },
  { from: 0, name: 'debug', style: 'dim' },
];

/** Every line of the log has these, and nobody at a terminal asks for them. */
const LEFT_OUT = new Set(['level', 'time', 'pid', 'hostname', 'msg', 'err']);

function field([name, value]: readonly [string, unknown]): string {
  return `${name}=${typeof value === 'string' ? value : JSON.stringify(value)}`;
}

/**
 * A line of the log for a person at a terminal: `12:04:10 warn  a job failed  kind=source_backorders`, and below it where it failed.
 * @param line JSON as pino writes it.
 */
export function readableLine(line: string): string {
  const logged = JSON.parse(line) as Record<string, unknown> & { level: number; time: number; msg?: string; err?: { stack?: string } };
  const level = LEVELS.find(({ from }) => logged.level >= from);
  const time = new Date(logged.time).toTimeString().slice(0, 8);
  const fields = Object.entries(logged)
    .filter(([name]) => !LEFT_OUT.has(name))
    .map(field)
    .join(' ');
  const name = styleText(level?.style ?? 'dim', (level?.name ?? '').padEnd(5));
  const head = `${styleText('dim', time)} ${name} ${logged.msg ?? ''}${fields === '' ? '' : `  ${styleText('dim', fields)}`}\n`;
  return logged.err?.stack === undefined ? head : `${head}${logged.err.stack.replace(/^/gm, '  ')}\n`;
}
