import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';

const root = fileURLToPath(new URL('../../', import.meta.url));
const SIDES = ['domain', 'texts', 'devices', 'src-main', 'src-renderer', 'src-office', 'sync-server'];

function filesUnder(folder: string): string[] {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = `${folder}/${entry.name}`;
    if (entry.isDirectory()) return filesUnder(path);
    return /(?<!\.test)\.tsx?$/.test(entry.name) ? [path] : [];
  });
}

/** The room of a file: a folder of its side, or the side itself. Each task of a person is a room of its own. */
function roomOf(path: string): string {
  const parts = path.split('/');
  if (parts.length < 3) return `${parts[0]}/`;
  return parts.slice(0, parts[1] === 'tasks' ? 3 : 2).join('/');
}

/** Which rooms a file imports from, types too. */
function importsOf(path: string): string[] {
  const text = readFileSync(join(root, path), 'utf8');
  return [...text.matchAll(/(?:from|import)\s*\(?\s*'(\.[^']+)'/g)].map(([, to]) => roomOf(normalize(join(dirname(path), to ?? ''))));
}

/** Pairs of rooms that import each other. */
function mutual(files: readonly string[]): string[] {
  const edges = new Set(files.flatMap((path) => importsOf(path).map((to) => `${roomOf(path)} ${to}`)));
  return [...edges].filter((edge) => {
    const [from = '', to = ''] = edge.split(' ');
    return from < to && edges.has(`${to} ${from}`);
  });
}

it('no two rooms import each other', () => {
  expect(mutual(SIDES.flatMap(filesUnder))).toEqual([]);
});

it('only the storage room of the app knows RxDB and Dexie', () => {
  const knowing = filesUnder('src-renderer').filter((path) => /from 'rxdb|from 'dexie/.test(readFileSync(join(root, path), 'utf8')));
  expect(knowing.filter((path) => roomOf(path) !== 'src-renderer/storage')).toEqual([]);
});

it('the browser apps ask the server in one place', () => {
  const files = ['src-renderer', 'src-office'].flatMap(filesUnder);
  const asking = files.filter((path) => /\bfetch\(|\bEventSource\b|\bXMLHttpRequest\b/.test(readFileSync(join(root, path), 'utf8')));
  expect(asking).toEqual(['src-renderer/base/http-client.ts']);
});

it('[E1] the server calls the outside world by its ports, which only jobs have: no request and no transaction waits for it', () => {
  const calls = /\bfetch\(|\bhttps?2?\.(request|get|connect)\(|\bnew WebSocket\(|\bfrom '(undici|axios|got|nodemailer[\w/-]*|node:dgram)'/;
  // A command on its own is no server: this one plays the web shop.
  const ways = ['sync-server/jobs', 'sync-server/outbound', 'sync-server/cli'];
  const files = filesUnder('sync-server').filter((path) => !ways.includes(roomOf(path)));
  expect(files.filter((path) => calls.test(readFileSync(join(root, path), 'utf8')))).toEqual([]);
  // Whoever starts a server makes its ports.
  const made = filesUnder('sync-server').filter((path) => /\bsmtpMailer\(/.test(readFileSync(join(root, path), 'utf8')));
  expect(made).toEqual(['sync-server/main.ts', 'sync-server/outbound/smtp-mailer.ts']);
  expect(calls.test('await fetch(url)') && calls.test("import { request } from 'undici'")).toBe(true);
});

it('a room of the domain knows the registry by nothing but what it hands to it', () => {
  const outside = ['domain/registry', 'domain/protocol', 'domain/office'];
  const asking = filesUnder('domain').filter((path) => !outside.includes(roomOf(path)) && importsOf(path).includes('domain/registry'));
  expect(asking).toEqual([]);
});
