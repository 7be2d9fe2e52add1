/** Where a carrier is asked, and as whom. */
export interface UpsAddress {
  /** Without a slash at its end. */
  readonly url: string;
  readonly clientId: string;
  readonly secret: string;
  /** Six characters. */
  readonly shipperNumber: string;
}

/**
 * Reads the account with a carrier: `ups://CLIENT:SECRET@onlinetools.ups.com/SHIPPER`, or `ups+plain://` without encryption, for the
 * simulator.
 * @throws RangeError whose message says what is wrong, and repeats nothing of it: it holds a secret.
 */
export function readUpsAddress(text: string): UpsAddress {
  const url = URL.canParse(text) ? new URL(text) : null;
  const scheme = { 'ups:': 'https', 'ups+plain:': 'http' }[url?.protocol ?? ''];
  if (url === null || scheme === undefined) throw new RangeError('The account with a carrier begins with ups:// or ups+plain://.');
  const shipperNumber = url.pathname.slice(1).toUpperCase();
  if (url.hostname === '' || url.username === '' || url.password === '' || !/^[A-Z0-9]{6}$/.test(shipperNumber)) {
    throw new RangeError(
      'The account with a carrier is written as ups://CLIENT:SECRET@HOST/SHIPPER, with a shipper number of six characters.',
    );
  }
  return {
    url: `${scheme}://${url.host}`,
    clientId: decodeURIComponent(url.username),
    secret: decodeURIComponent(url.password),
    shipperNumber,
  };
}
