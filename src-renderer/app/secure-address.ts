/** As much of the page's own address as is needed to say another one. */
interface Address {
  readonly protocol: string;
  readonly hostname: string;
  readonly port: string;
}

/**
 * The address at which this page works, when it was opened at one at which browsers give a page no storage that lasts,
 * no lock and no encryption: http on another machine. Https is at the same name; a port, if any, stays.
 */
export function secureAddress({ hostname, port }: Address): string {
  return `https://${hostname}${port === '' || port === '80' ? '' : `:${port}`}`;
}

/** The address at which the page works on the server's own machine, without a certificate. */
export function ownMachineAddress({ port }: Address): string {
  return `http://localhost${port === '' || port === '80' ? '' : `:${port}`}`;
}
