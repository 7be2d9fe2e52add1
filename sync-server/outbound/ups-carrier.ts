import { z } from 'zod';
import { currencyDecimals } from '../../domain/base/iso-4217.ts';
import { type BoughtLabel, type Carrier, type CarrierAddress, CarrierFailed, type CarrierFault, type Shipment } from './carrier.ts';
import type { UpsAddress } from './ups-address.ts';

/** How long (milliseconds) a carrier may take. After that nobody knows whether it did what it was asked. */
const ANSWER_WITHIN_MS = 30_000;
/** A token is renewed so long (milliseconds) before it ends. */
const RENEWED_BEFORE_MS = 60_000;

const SHIP = '/api/shipments/v2409/ship';
const VOID = '/api/shipments/v2409/void/cancel/';
const RECOVER = '/api/labels/v1/recovery';

/** Codes by which UPS says that an address is wrong: of the consignee (1202…), or none that it knows. */
const ADDRESS_CODES = /^(1202\d\d|120802|111285|111286)$/;
/** The label was given back before. */
const VOIDED_BEFORE = '190117';
/** No label was made for this reference. */
const NOTHING_FOUND = /^(300024|300025)$/;

const errorBody = z.object({ response: z.object({ errors: z.array(z.object({ code: z.string() })).min(1) }) });
const token = z.object({ access_token: z.string().min(1), expires_in: z.coerce.number() });
const picture = z.object({ GraphicImage: z.base64() });
const money = z.object({ CurrencyCode: z.string().regex(/^[A-Z]{3}$/), MonetaryValue: z.string().regex(/^\d+(\.\d+)?$/) });
const shipped = z.object({
  ShipmentResponse: z.object({
    ShipmentResults: z.object({
      ShipmentCharges: z.object({ TotalCharges: money }).optional(),
      PackageResults: z.array(z.object({ TrackingNumber: z.string().min(1), ShippingLabel: picture })).length(1),
    }),
  }),
});
const recovered = z.object({
  LabelRecoveryResponse: z.object({ LabelResults: z.object({ TrackingNumber: z.string().min(1), LabelImage: picture }) }),
});

interface Token {
  readonly text: string;
  /** Epoch milliseconds. */
  readonly until: number;
}

export interface UpsOptions {
  /** Asked for each call; null where no carrier is set up. */
  readonly addressOf: () => UpsAddress | null;
  readonly answerWithinMs?: number;
}

const addressOf = ({ line1, city, region, postalCode, country }: CarrierAddress) => ({
  AddressLine: [line1],
  City: city,
  ...(region !== '' && { StateProvinceCode: region }),
  PostalCode: postalCode,
  CountryCode: country,
});

/** What UPS takes of a name. */
const nameOf = ({ name }: CarrierAddress) => name.slice(0, 35);

/** UPS Print Return Label: it comes as a picture, for whoever sends the parcel back. */
const PRINT_RETURN_LABEL = '9';

/**
 * The order for a label, as UPS writes it. Weights are rounded up: nobody is charged for too little. The account that pays is that of the
 * store, also where the parcel comes back to it.
 */
function requestOf({ reference, service, from, to, comesBack, weightGrams, size }: Shipment, shipperNumber: string) {
  const shipper = comesBack === null ? from : to;
  const centimetres = (millimetres: number) => String(Math.ceil(millimetres / 10));
  const dimensions = size && {
    UnitOfMeasurement: { Code: 'CM' },
    Length: centimetres(size[0]),
    Width: centimetres(size[1]),
    Height: centimetres(size[2]),
  };
  return {
    ShipmentRequest: {
      Request: { RequestOption: 'nonvalidate', TransactionReference: { CustomerContext: reference } },
      Shipment: {
        Shipper: { Name: nameOf(shipper), ShipperNumber: shipperNumber, Address: addressOf(shipper) },
        ...(comesBack !== null && {
          ReturnService: { Code: PRINT_RETURN_LABEL },
          ShipFrom: { Name: nameOf(from), Address: addressOf(from) },
        }),
        ShipTo: { Name: nameOf(to), Address: addressOf(to) },
        PaymentInformation: { ShipmentCharge: [{ Type: '01', BillShipper: { AccountNumber: shipperNumber } }] },
        Service: { Code: service },
        ReferenceNumber: [{ Value: reference }],
        Package: [
          {
            ...(comesBack !== null && { Description: comesBack.contents }),
            Packaging: { Code: '02' },
            ...(dimensions && { Dimensions: dimensions }),
            PackageWeight: { UnitOfMeasurement: { Code: 'KGS' }, Weight: (Math.ceil(weightGrams / 10) / 100).toFixed(2) },
          },
        ],
      },
      LabelSpecification: { LabelImageFormat: { Code: 'GIF' } },
    },
  };
}

/** Whether nothing can have reached the other side: nobody took the connection. */
function isUnsent(error: unknown): boolean {
  const code = (error as { cause?: { code?: unknown } } | null)?.cause?.code;
  return code === 'ECONNREFUSED' || code === 'ENOTFOUND' || code === 'EAI_AGAIN' || code === 'UND_ERR_CONNECT_TIMEOUT';
}

/** What an answer means that is none of success. */
function faultOf(status: number, code: string | null): CarrierFault {
  if (status === 401 || status === 403) return 'carrier_sign_in_refused';
  if (status === 429 || status === 503) return 'carrier_put_off';
  if (status >= 500) return 'carrier_answer_lost';
  return code !== null && ADDRESS_CODES.test(code) ? 'carrier_address_refused' : 'carrier_refused';
}

interface Answer {
  readonly status: number;
  readonly body: unknown;
  /** Of the first error; null where there is none. */
  readonly code: string | null;
}

/** Sends one request. @throws CarrierFailed where no answer came. */
async function ask(url: string, init: RequestInit, signal: AbortSignal): Promise<Answer> {
  try {
    const response = await fetch(url, { ...init, signal, redirect: 'error' });
    const text = await response.text();
    const body: unknown = text === '' ? null : JSON.parse(text);
    const failed = errorBody.safeParse(body);
    return { status: response.status, body, code: failed.success ? (failed.data.response.errors[0]?.code ?? null) : null };
  } catch (error) {
    throw new CarrierFailed(isUnsent(error) ? 'carrier_unreachable' : 'carrier_answer_lost');
  }
}

/** Reads what an answer has to hold. One that cannot be read is as good as lost: something may have been made. */
function read<S extends z.ZodType>(schema: S, body: unknown): z.output<S> {
  const answer = schema.safeParse(body);
  if (!answer.success) throw new CarrierFailed('carrier_answer_lost');
  return answer.data;
}

function costOf({ CurrencyCode: currency, MonetaryValue: value }: z.output<typeof money>): BoughtLabel['cost'] {
  return { currency, minor: Math.round(Number(value) * 10 ** currencyDecimals(currency)) };
}

/**
 * Labels of UPS (Shipping API v2409, label recovery, void). UPS has no key that makes a repetition harmless: a label whose answer was lost
 * is recovered by the reference that stands on it.
 */
export function upsCarrier({ addressOf: accountOf, answerWithinMs = ANSWER_WITHIN_MS }: UpsOptions): Carrier {
  /** One token for all calls: a second one may end the first. */
  let held: { readonly url: string; readonly token: Promise<Token> } | null = null;

  async function askToken(account: UpsAddress, signal: AbortSignal): Promise<Token> {
    const basic = Buffer.from(`${account.clientId}:${account.secret}`).toString('base64');
    const headers = { authorization: `Basic ${basic}`, 'content-type': 'application/x-www-form-urlencoded' };
    const init = { method: 'POST', headers, body: 'grant_type=client_credentials' };
    const { status, body } = await ask(`${account.url}/security/v1/oauth/token`, init, signal).catch((error: unknown) => {
      // Nothing is bought by it: a lost answer costs nothing.
      throw error instanceof CarrierFailed ? new CarrierFailed('carrier_unreachable') : error;
    });
    if (status !== 200) throw new CarrierFailed(status >= 500 || status === 429 ? 'carrier_put_off' : 'carrier_sign_in_refused');
    const { access_token: text, expires_in: seconds } = read(token, body);
    return { text, until: Date.now() + seconds * 1_000 - RENEWED_BEFORE_MS };
  }

  async function signIn(account: UpsAddress, signal: AbortSignal): Promise<string> {
    const known = held?.url === account.url ? await held.token.catch(() => null) : null;
    if (known !== null && known.until > Date.now()) return known.text;
    const asked = askToken(account, signal);
    held = { url: account.url, token: asked };
    return (await asked).text;
  }

  /** Asks with a token; one that the carrier has ended by then is renewed once. */
  async function call(method: string, path: string, body: unknown, given: AbortSignal): Promise<Answer> {
    const account = accountOf();
    if (account === null) throw new CarrierFailed('carrier_not_set_up');
    const signal = AbortSignal.any([given, AbortSignal.timeout(answerWithinMs)]);
    const attempt = async () => {
      const headers = { authorization: `Bearer ${await signIn(account, signal)}`, 'content-type': 'application/json' };
      return ask(`${account.url}${path}`, { method, headers, ...(body !== null && { body: JSON.stringify(body) }) }, signal);
    };
    const first = await attempt();
    if (first.status !== 401) return first;
    held = null;
    return attempt();
  }

  const shipper = () => accountOf()?.shipperNumber ?? '';
  return {
    async buy(shipment, signal) {
      const { status, body, code } = await call('POST', SHIP, requestOf(shipment, shipper()), signal);
      if (status !== 200) throw new CarrierFailed(faultOf(status, code));
      const { ShipmentCharges, PackageResults } = read(shipped, body).ShipmentResponse.ShipmentResults;
      const [parcel] = PackageResults;
      if (parcel === undefined) throw new CarrierFailed('carrier_answer_lost');
      return {
        trackingNumber: parcel.TrackingNumber,
        picture: { format: 'gif', data: parcel.ShippingLabel.GraphicImage },
        cost: ShipmentCharges === undefined ? null : costOf(ShipmentCharges.TotalCharges),
      };
    },
    async find(reference, signal) {
      const request = {
        LabelRecoveryRequest: {
          LabelSpecification: { LabelImageFormat: { Code: 'GIF' } },
          ReferenceValues: { ReferenceNumber: { Value: reference }, ShipperNumber: shipper() },
        },
      };
      const { status, body, code } = await call('POST', RECOVER, request, signal);
      if (code !== null && NOTHING_FOUND.test(code)) return null;
      if (status !== 200) throw new CarrierFailed(faultOf(status, code));
      const { TrackingNumber, LabelImage } = read(recovered, body).LabelRecoveryResponse.LabelResults;
      return { trackingNumber: TrackingNumber, picture: { format: 'gif', data: LabelImage.GraphicImage }, cost: null };
    },
    async giveBack(trackingNumber, signal) {
      const { status, code } = await call('DELETE', `${VOID}${encodeURIComponent(trackingNumber)}`, null, signal);
      if (status === 200 || code === VOIDED_BEFORE) return;
      const fault = faultOf(status, code);
      throw new CarrierFailed(fault === 'carrier_refused' || fault === 'carrier_address_refused' ? 'carrier_void_refused' : fault);
    },
  };
}
