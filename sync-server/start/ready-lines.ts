import type { ServerTls } from './read-tls.ts';
import type { NextSteps } from './what-to-do-next.ts';

export interface StartedServer {
  readonly url: string;
  readonly next: NextSteps;
  /** What there is to say about users of the head office. */
  readonly officeUser: string | null;
  readonly officeKey: string;
  readonly keysFile: string;
  /** The file of the log, where it is one. */
  readonly log: string | undefined;
  readonly tls: ServerTls | undefined;
  /** Where the page listens on which devices are told to trust the server. */
  readonly trustPort: number;
}

/** What is printed once the server listens: what to do next, and where everything is. Keys are printed for the sample company alone. */
export function readyLines({ url, next, officeUser, officeKey, keysFile, log, tls, trustPort }: StartedServer): readonly string[] {
  const lines = [
    ...next.lines,
    `  Head office    ${url}/office`,
    ...(officeUser === null ? [] : [`  Office user    ${officeUser}`]),
    `  Office key     ${next.isSample ? officeKey : `in ${keysFile}`}`,
    `  Web shop key   in ${keysFile}`,
    ...(log === undefined ? [] : [`  Log            ${log}`]),
    `  API            ${url}/docs`,
  ];
  if (tls?.authority == null) return lines;
  const addresses = [tls.name, ...tls.otherNames].map((name) => `http://${name}:${trustPort}`).join(' or ');
  return [
    ...lines,
    `  Other devices  open ${addresses} once and follow it: it makes them trust this server`,
    `  Fingerprint    ${tls.authority.fingerprint}`,
  ];
}
