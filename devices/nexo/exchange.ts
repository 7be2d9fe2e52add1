import { request as httpRequest } from 'node:http';
import { checkServerIdentity, connect, type PeerCertificate, type TLSSocket } from 'node:tls';
import { X509Certificate } from 'node:crypto';

/** Where a terminal is, and how it shows that it is the one. */
export interface TerminalAddress {
  readonly host: string;
  readonly port: number;
  /** Its own certificate, or the authority's that signed it, as PEM. */
  readonly certificate: string;
}

/** What came back: a JSON value; nothing, and nothing was sent either; or nothing that can be read, after something was sent. */
export type Exchanged =
  | { readonly kind: 'answered'; readonly value: unknown }
  | { readonly kind: 'not_reachable' }
  | { readonly kind: 'lost' };

const CONNECT_WITHIN_MS = 5_000;
const MOST_BYTES = 1_000_000;
const NOT_REACHABLE: Exchanged = { kind: 'not_reachable' };
const LOST: Exchanged = { kind: 'lost' };

/** A terminal on the LAN has no name: its certificate is known itself, or names the host. */
function checkIdentity(pinned: string) {
  const { fingerprint256 } = new X509Certificate(pinned);
  return (host: string, peer: PeerCertificate): Error | undefined =>
    peer.fingerprint256 === fingerprint256 ? undefined : checkServerIdentity(host, peer);
}

/** Opens an encrypted connection. @returns null where there is none: nothing has been sent then. */
function open({ host, port, certificate }: TerminalAddress): Promise<TLSSocket | null> {
  return new Promise((resolve) => {
    let socket: TLSSocket;
    try {
      socket = connect({ host, port, ca: certificate, checkServerIdentity: checkIdentity(certificate) });
    } catch {
      return resolve(null);
    }
    const fail = () => {
      socket.destroy();
      resolve(null);
    };
    const timer = setTimeout(fail, CONNECT_WITHIN_MS);
    socket.on('error', fail);
    socket.on('close', fail);
    socket.once('secureConnect', () => {
      clearTimeout(timer);
      socket.off('error', fail);
      socket.off('close', fail);
      resolve(socket);
    });
  });
}

function parse(text: string): Exchanged {
  try {
    return { kind: 'answered', value: JSON.parse(text) as unknown };
  } catch {
    return LOST;
  }
}

/**
 * Sends one message and waits for its answer. From the first byte on, whatever goes wrong is `lost`: the terminal may have understood.
 * @param withinMs how long to wait for the answer.
 */
export async function exchange(address: TerminalAddress, message: unknown, withinMs: number): Promise<Exchanged> {
  const socket = await open(address);
  if (socket === null) return NOT_REACHABLE;
  const body = JSON.stringify(message);
  return new Promise((resolve) => {
    const end = (exchanged: Exchanged) => {
      clearTimeout(timer);
      socket.destroy();
      resolve(exchanged);
    };
    const timer = setTimeout(() => end(LOST), withinMs);
    const sent = httpRequest(
      {
        method: 'POST',
        path: '/nexo',
        host: address.host,
        headers: { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) },
        // It is encrypted already.
        createConnection: () => socket,
      },
      (answer) => {
        let text = '';
        answer.setEncoding('utf8');
        answer.on('data', (part: string) => {
          text += part;
          if (text.length > MOST_BYTES) end(LOST);
        });
        answer.on('error', () => end(LOST));
        answer.on('end', () => end(answer.complete && answer.statusCode === 200 ? parse(text) : LOST));
        answer.on('close', () => end(LOST));
      },
    );
    sent.on('error', () => end(LOST));
    sent.end(body);
  });
}
