import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import { escapeMarkup } from '../../domain/base/escape-markup.ts';

export interface TrustPage {
  readonly port: number;
  close(): Promise<void>;
}

const STEPS: readonly (readonly [system: string, steps: string])[] = [
  [
    'Windows',
    'Open the file, choose <b>Install Certificate</b>, <b>Local Machine</b>, <b>Place all certificates in the following ' +
      'store</b>, and <b>Trusted Root Certification Authorities</b>.',
  ],
  [
    'Android',
    'Open <b>Settings</b>, search for <b>CA certificate</b>, choose <b>Install anyway</b>, and choose the file among the downloads.',
  ],
  [
    'iPad and iPhone',
    'Allow the download, open <b>Settings → General → VPN &amp; Device Management</b> and install the profile. Then turn it ' +
      'on in <b>Settings → General → About → Certificate Trust Settings</b>.',
  ],
  ['Mac', 'Open the file in <b>Keychain Access</b>, open the certificate there, and choose <b>Trust → Always Trust</b>.'],
  [
    'Linux',
    'In Chromium: <b>Settings → Privacy and security → Security → Manage certificates → Authorities → Import</b>. In ' +
      'Firefox: <b>Settings → Certificates → View Certificates → Authorities → Import</b>.',
  ],
];

function page(appUrl: string, fingerprint: string): string {
  const steps = STEPS.map(([system, text]) => `<h2>${system}</h2><p>${text}</p>`).join('');
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>Trust this Outpost server</title>
<style>body{font:18px/1.5 system-ui,sans-serif;max-width:42rem;margin:0 auto;padding:1.5rem;color:#1b1f23}
a.step{display:inline-block;padding:.8rem 1.2rem;background:#0b5f58;color:#fff;border-radius:.5rem;text-decoration:none}
code{word-break:break-all}h2{font-size:1.1rem;margin-bottom:0}p{margin-top:.3rem}</style></head><body>
<h1>Trust this Outpost server</h1>
<p>Once on each device. Compare the fingerprint below with the one that the server printed when it was started,
so that you trust no other.</p>
<p><b>1.</b> <a class="step" href="/outpost-authority.crt">Download the certificate</a></p>
<p><b>2.</b> Tell the device to trust it:</p>${steps}
<p><b>3.</b> <a class="step" href="${escapeMarkup(appUrl)}">Open Outpost</a> at ${escapeMarkup(appUrl)}</p>
<p>Fingerprint (SHA-256): <code>${escapeMarkup(fingerprint)}</code></p></body></html>`;
}

/** The host of a request, as it may stand in an address; null when it is none. */
function hostOf(header: string | undefined): string | null {
  const host = /^(\[[0-9a-f:.]+\]|[a-z0-9.-]+)(:\d+)?$/i.exec(header ?? '')?.[1];
  return host ?? null;
}

export interface TrustPageOptions {
  readonly host: string;
  readonly port: number;
  /** Where the app is, on the same host. */
  readonly appPort: number;
  /** The authority's certificate, as PEM, and its fingerprint. */
  readonly authority: string;
  readonly fingerprint: string;
}

/**
 * Serves, without encryption, the page on which a device gets the authority's certificate and reads how to trust it.
 * Nothing else is there.
 * @throws an error with code EADDRINUSE when the port is taken.
 */
export async function serveTrustPage({ host, port, appPort, authority, fingerprint }: TrustPageOptions): Promise<TrustPage> {
  const server: Server = createServer({ requestTimeout: 10_000, headersTimeout: 10_000 }, (request, response) => {
    response.setHeader('x-content-type-options', 'nosniff');
    response.setHeader('cache-control', 'no-store');
    response.setHeader('content-security-policy', "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'");
    if (request.method !== 'GET' && request.method !== 'HEAD') response.writeHead(405).end();
    else if (request.url === '/outpost-authority.crt') {
      response
        .writeHead(200, {
          'content-type': 'application/x-x509-ca-cert',
          'content-disposition': 'attachment; filename="outpost-authority.crt"',
        })
        .end(authority);
    } else {
      const appUrl = `https://${hostOf(request.headers.host) ?? 'localhost'}:${appPort}/`;
      response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(page(appUrl, fingerprint));
    }
  });
  server.listen(port, host);
  await once(server, 'listening');
  const address = server.address();
  return {
    port: typeof address === 'object' && address !== null ? address.port : port,
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}
