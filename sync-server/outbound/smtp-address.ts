/** How the connection to a mail server is kept secret: from its beginning, by STARTTLS before anything is said, or not at all. */
export type MailSecurity = 'tls' | 'starttls' | 'none';

/** Where a mail server is, and how it is spoken to. */
export interface SmtpAddress {
  readonly host: string;
  readonly port: number;
  readonly security: MailSecurity;
  /** Null where it asks for none. */
  readonly user: { readonly name: string; readonly password: string } | null;
}

const PORTS: Readonly<Record<MailSecurity, number>> = { tls: 465, starttls: 587, none: 25 };

/** What it is spoken to as, by how its address begins. Nobody sends a password in the clear by leaving something out. */
const SECURITY: Readonly<Record<string, MailSecurity>> = { 'smtps:': 'tls', 'smtp:': 'starttls', 'smtp+plain:': 'none' };

/**
 * Reads the address of a mail server: `smtps://NAME:PASSWORD@mail.example.com`, `smtp://` for STARTTLS (required), `smtp+plain://` for no
 * encryption. The port of each is the usual one unless told.
 * @throws RangeError whose message says what is wrong, and repeats nothing of the address: it holds a password.
 */
export function readSmtpAddress(text: string): SmtpAddress {
  const url = URL.canParse(text) ? new URL(text) : null;
  const security = SECURITY[url?.protocol ?? ''];
  if (url === null || security === undefined) {
    throw new RangeError('The address of a mail server begins with smtps://, smtp:// (STARTTLS) or smtp+plain:// (no encryption).');
  }
  if (url.hostname === '') throw new RangeError('The address of the mail server names no host.');
  if (!['', '/'].includes(url.pathname) || url.search !== '' || url.hash !== '') {
    throw new RangeError('The address of the mail server has something after its port.');
  }
  const { hostname: host, port, username, password } = url;
  const user = username === '' ? null : { name: decodeURIComponent(username), password: decodeURIComponent(password) };
  return { host, port: port === '' ? PORTS[security] : Number(port), security, user };
}
