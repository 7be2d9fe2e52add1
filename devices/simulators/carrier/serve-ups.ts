import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { z } from 'zod';
import { listen, readJson, shut } from '../../base/http-server.ts';
import type { CarrierDesk, MadeLabel } from './carrier-desk.ts';
import { drawLabel } from './draw-label.ts';

const address = z.object({
  AddressLine: z.array(z.string().max(35)).min(1).max(3),
  City: z.string().min(1).max(30),
  StateProvinceCode: z.string().max(5).optional(),
  PostalCode: z.string().min(1).max(9),
  CountryCode: z.string().regex(/^[A-Z]{2}$/),
});
const party = z.object({ Name: z.string().min(1).max(35), Address: address });
const unit = z.object({ Code: z.string() });
/** The ways in which a customer gets a return label that this carrier knows: it comes as a picture. */
const returnService = z.object({ Code: z.literal('9') });

/** The order for a label: what has to stand in it. */
const shipRequest = z.object({
  ShipmentRequest: z.object({
    Request: z.object({ RequestOption: z.enum(['validate', 'nonvalidate']) }),
    Shipment: z.object({
      Shipper: party.extend({ ShipperNumber: z.string().length(6) }),
      ShipFrom: party.optional(),
      ShipTo: party,
      ReturnService: returnService.optional(),
      PaymentInformation: z.object({ ShipmentCharge: z.array(z.object({ Type: z.literal('01') })).min(1) }),
      Service: unit,
      ReferenceNumber: z.array(z.object({ Value: z.string().min(1).max(35) })).min(1),
      Package: z
        .array(
          z.object({
            Description: z.string().min(1).max(35).optional(),
            Packaging: unit,
            PackageWeight: z.object({ UnitOfMeasurement: unit, Weight: z.string().max(5) }),
          }),
        )
        .length(1),
    }),
    LabelSpecification: z.object({ LabelImageFormat: z.object({ Code: z.literal('GIF') }) }),
  }),
});

const recoverRequest = z.object({
  LabelRecoveryRequest: z.object({
    ReferenceValues: z.object({ ReferenceNumber: z.object({ Value: z.string() }), ShipperNumber: z.string() }),
  }),
});

/** Who may ask, and for how long (seconds) a token lasts. */
export interface UpsAccount {
  readonly clientId: string;
  readonly secret: string;
  readonly tokenSeconds: number;
}

const OK = { ResponseStatus: { Code: '1', Description: 'Success' } };

function give(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
}

function fail(response: ServerResponse, status: number, code: string): void {
  give(response, status, { response: { errors: [{ code, message: 'Simulated.' }] } });
}

const linesOf = ({ Name, Address }: z.output<typeof party>): string[] => [
  Name,
  ...Address.AddressLine,
  `${Address.City} ${Address.StateProvinceCode ?? ''} ${Address.PostalCode}`.replace(/ +/g, ' '),
  Address.CountryCode,
];

/** Buys a label, as the carrier is in the habit of. */
async function ship(desk: CarrierDesk, body: unknown, response: ServerResponse): Promise<void> {
  desk.asked += 1;
  if (desk.habit === 'go_away') return fail(response, 503, '10503');
  if (desk.habit === 'lose_question') return void response.destroy();
  const { Shipment } = shipRequest.parse(body).ShipmentRequest;
  if (Shipment.Shipper.ShipperNumber !== desk.shipperNumber) return fail(response, 400, '120100');
  if (desk.habit === 'refuse_address') return fail(response, 400, '120202');
  const [reference] = Shipment.ReferenceNumber;
  const [parcel] = Shipment.Package;
  const isReturn = Shipment.ReturnService !== undefined;
  // What is sent back names its sender and its contents.
  if (isReturn && Shipment.ShipFrom === undefined) return fail(response, 400, '120300');
  if (isReturn && parcel?.Description === undefined) return fail(response, 400, '121040');
  const label = desk.make({
    reference: reference?.Value ?? '',
    service: Shipment.Service.Code,
    isReturn,
    from: linesOf(Shipment.ShipFrom ?? Shipment.Shipper),
    to: linesOf(Shipment.ShipTo),
    weight: `${parcel?.PackageWeight.Weight} ${parcel?.PackageWeight.UnitOfMeasurement.Code}`,
  });
  if (desk.habit === 'lose_answer') return void response.destroy();
  const { trackingNumber } = label;
  return give(response, 200, {
    ShipmentResponse: {
      Response: OK,
      ShipmentResults: {
        ShipmentIdentificationNumber: trackingNumber,
        ShipmentCharges: { TotalCharges: { CurrencyCode: 'USD', MonetaryValue: (label.costMinor / 100).toFixed(2) } },
        PackageResults: [
          { TrackingNumber: trackingNumber, ShippingLabel: { ImageFormat: { Code: 'GIF' }, GraphicImage: await drawLabel(label) } },
        ],
      },
    },
  });
}

async function recover(desk: CarrierDesk, body: unknown, response: ServerResponse): Promise<void> {
  if (desk.habit === 'go_away') return fail(response, 503, '10503');
  const { ReferenceNumber, ShipperNumber } = recoverRequest.parse(body).LabelRecoveryRequest.ReferenceValues;
  const label: MadeLabel | undefined = ShipperNumber === desk.shipperNumber ? desk.find(ReferenceNumber.Value) : undefined;
  if (label === undefined) return fail(response, 400, '300025');
  const LabelImage = { LabelImageFormat: { Code: 'GIF' }, GraphicImage: await drawLabel(label) };
  return give(response, 200, {
    LabelRecoveryResponse: {
      Response: OK,
      ShipmentIdentificationNumber: label.trackingNumber,
      LabelResults: { TrackingNumber: label.trackingNumber, LabelImage },
    },
  });
}

function giveBack(desk: CarrierDesk, number: string, response: ServerResponse): void {
  if (desk.habit === 'go_away') return fail(response, 503, '10503');
  const label = desk.byNumber(number);
  if (label === undefined) return fail(response, 400, '190102');
  if (label.isVoid) return fail(response, 400, '190117');
  label.isVoid = true;
  return give(response, 200, { VoidShipmentResponse: { Response: OK, SummaryResult: { Status: { Code: '1', Description: 'Voided' } } } });
}

async function readText(message: IncomingMessage): Promise<string> {
  let text = '';
  for await (const part of message) text += String(part);
  return text;
}

/** The web service of the simulated carrier, on this machine alone: those calls of UPS that Outpost makes. @param port 0 for any. */
export async function serveUps(desk: CarrierDesk, account: UpsAccount, port: number) {
  const basic = `Basic ${Buffer.from(`${account.clientId}:${account.secret}`).toString('base64')}`;
  let token: { readonly text: string; readonly until: number } | null = null;
  let tokens = 0;

  async function signIn(message: IncomingMessage, response: ServerResponse): Promise<void> {
    const form = new URLSearchParams(await readText(message));
    if (message.headers.authorization !== basic || form.get('grant_type') !== 'client_credentials') return fail(response, 401, '250002');
    tokens += 1;
    token = { text: `token-${tokens}`, until: Date.now() + account.tokenSeconds * 1_000 };
    return give(response, 200, { token_type: 'Bearer', access_token: token.text, expires_in: String(account.tokenSeconds) });
  }

  async function answer(message: IncomingMessage, response: ServerResponse): Promise<void> {
    const { pathname } = new URL(message.url ?? '/', 'http://localhost');
    if (message.method === 'POST' && pathname === '/security/v1/oauth/token') return signIn(message, response);
    const isKnown = token !== null && token.until > Date.now() && message.headers.authorization === `Bearer ${token.text}`;
    if (!isKnown) return fail(response, 401, '250002');
    if (message.method === 'POST' && pathname === '/api/shipments/v2409/ship') return ship(desk, await readJson(message), response);
    if (message.method === 'POST' && pathname === '/api/labels/v1/recovery') return recover(desk, await readJson(message), response);
    const voided = /^\/api\/shipments\/v2409\/void\/cancel\/(1Z[0-9A-Z]{16})$/.exec(pathname)?.[1];
    if (message.method === 'DELETE' && voided !== undefined) return giveBack(desk, voided, response);
    return fail(response, 404, '10404');
  }

  const server = createServer((message, response) => {
    answer(message, response).catch((error: unknown) => {
      if (error instanceof z.ZodError || error instanceof SyntaxError) fail(response, 400, '10002');
      else fail(response, 500, '10001');
    });
  });
  return {
    port: await listen(server, port),
    /** How often somebody signed in. */
    tokens: () => tokens,
    /** The token that there is ends now. */
    endToken: () => {
      token = null;
    },
    close: () => shut(server),
  };
}
