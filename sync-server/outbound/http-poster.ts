import { lookup as lookupName } from 'node:dns/promises';
import { Agent as PlainAgent, type IncomingMessage, request as requestPlain } from 'node:http';
import { Agent as TlsAgent, request as requestTls } from 'node:https';
import type { LookupFunction } from 'node:net';
import { type PostAnswer, type PostedMessage, type Poster, PostFailed, type PostFault } from './poster.ts';
import { AddressRefused, callableAddresses, type Resolve } from './public-address.ts';

/** How long (milliseconds) a receiver may take in all (Standard Webhooks: 15 to 30 s). */
const ANSWER_WITHIN_MS = 15_000;
/** So many characters of an answer are kept. */
const KEPT_LENGTH = 500;
/** So many bytes of an answer are read; whoever sends more is hung up on. */
const READ_BYTES = 16_384;
const SOCKETS = { keepAlive: true, maxSockets: 16, maxFreeSockets: 8, timeout: 60_000 } as const;

export interface PosterOptions {
  /** Lets it call private addresses, and without encryption. */
  readonly allowPrivate: boolean;
  readonly resolve?: Resolve;
  readonly answerWithinMs?: number;
}

function faultOf(error: unknown): PostFault {
  if (error instanceof PostFailed) return error.code;
  if (error instanceof AddressRefused) return 'address_refused';
  const { code = '', name = '' } = error as { code?: string; name?: string };
  if (name === 'AbortError' || name === 'TimeoutError' || code === 'ETIMEDOUT') return 'timeout';
  if (code === 'ENOTFOUND' || code === 'EAI_AGAIN') return 'name_unknown';
  return /CERT|TLS|SSL|EPROTO|SELF_SIGNED/.test(code) ? 'not_encrypted' : 'unreachable';
}

/** Reads how an answer begins. An answer that breaks off in its body is an answer. */
async function beginningOf(response: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  try {
    for await (const chunk of response as AsyncIterable<Buffer>) {
      chunks.push(chunk);
      bytes += chunk.length;
      if (bytes >= READ_BYTES) break;
    }
  } catch {
    response.destroy();
  }
  return Buffer.concat(chunks)
    .toString('utf8')
    .replaceAll('\0', '')
    .slice(0, KEPT_LENGTH)
    .replace(/[\ud800-\udbff]$/, '');
}

/**
 * Sends messages by HTTPS. A host is resolved once, each of its addresses is checked, and the connection goes to one that was checked: a
 * name that changes in between leads nowhere else.
 */
export function httpPoster({ allowPrivate, resolve, answerWithinMs = ANSWER_WITHIN_MS }: PosterOptions): Poster {
  const all: Resolve = resolve ?? ((name) => lookupName(name, { all: true }));
  const find = (host: string) => (allowPrivate ? all(host) : callableAddresses(host, all));
  const lookup: LookupFunction = (host, options, done) => {
    find(host).then(
      (found) => {
        const [first] = found;
        if (first === undefined) done(new AddressRefused(), '');
        else if (options.all === true) done(null, [...found]);
        else done(null, first.address, first.family);
      },
      (error: unknown) => done(error as Error, ''),
    );
  };
  const plain = new PlainAgent({ ...SOCKETS, lookup });
  const tls = new TlsAgent({ ...SOCKETS, lookup });

  async function send({ url, headers, body }: PostedMessage): Promise<PostAnswer> {
    const target = new URL(url);
    const isPlain = target.protocol === 'http:';
    if (isPlain && !allowPrivate) throw new PostFailed('not_encrypted');
    // Who writes an address instead of a name is asked no name server.
    const host = target.hostname.replace(/^\[|\]$/g, '');
    if (!allowPrivate && /^[\d.]+$|:/.test(host)) await callableAddresses(host, all);
    const response = await new Promise<IncomingMessage>((resolved, rejected) => {
      const options = { method: 'POST', headers, signal: AbortSignal.timeout(answerWithinMs) };
      const sent = isPlain ? requestPlain(target, { ...options, agent: plain }) : requestTls(target, { ...options, agent: tls });
      sent.on('response', resolved).on('error', rejected).end(body);
    });
    return { status: response.statusCode ?? 0, retryAfter: response.headers['retry-after'], beginning: await beginningOf(response) };
  }

  return {
    async post(message) {
      try {
        return await send(message);
      } catch (error) {
        throw new PostFailed(faultOf(error));
      }
    },
    close() {
      plain.destroy();
      tls.destroy();
    },
  };
}
