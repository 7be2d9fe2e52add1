import { storeCapacity } from '../capacity/store-capacity.ts';
import { z } from 'zod';
import { grantableScope } from '../access/access-protocol.ts';
import { choiceId, exception, exceptionKind, resolvedBy } from '../exceptions/exception.ts';
import { exceptionResolvedPayload } from '../exceptions/resolution.ts';
import { fulfillmentOrder, rejectReason } from '../fulfillment/fulfillment-order.ts';
import { entityId, instant } from '../base/envelope.ts';
import { currency } from '../base/money.ts';
import { BAD_TEXT, holdsUnstorableText, text } from '../base/text.ts';
import { reasonFacts } from '../quarantine/reason.ts';
import { SETTING_LEVELS } from '../settings/define-setting.ts';

/** How many rows a list of the head office gives at once at most. */
export const OFFICE_PAGE = 100;

const limit = z.coerce.number().int().min(1).max(OFFICE_PAGE).default(50);
/** Where the page before ended, as its `next` said. */
const after = text.max(300).optional();

/** `GET /v1/office`: who asks, the stores, and what waits. */
export const officeOverview = z.strictObject({
  name: text,
  /** What the user or key that asks may do. */
  scopes: z.array(grantableScope),
  company: text,
  /** ISO 4217; null before there is a company. */
  currency: currency.nullable(),
  /** `writeOffUnits`: beyond so many units a person is asked once before they are written off. */
  stores: z.array(
    z.strictObject({
      ...{ id: entityId, name: text, timezone: text, writeOffUnits: z.number() },
      /** Whether it takes no orders to ship now: until when, and why. */
      paused: storeCapacity.shape.paused,
      /** How many orders to ship it takes a day at most; null for as many as there are. */
      ordersADay: storeCapacity.shape.ordersADay,
    }),
  ),
  /** Locations that are no store. */
  warehouses: z.array(z.strictObject({ id: entityId, name: text })),
  openExceptions: z.number(),
  waitingInQuarantine: z.number(),
  /** Fulfillment orders at locations where no register works. */
  waitingForHandOff: z.number(),
  /** Jobs in the background that were given up. */
  failedJobs: z.number(),
});

const settingLevel = z.enum(SETTING_LEVELS);

/** What a level says about a setting. `id` is `company`, or that of the store or the register. */
export const saidOfSetting = z.strictObject({ level: settingLevel, id: text, value: z.unknown() });

/** A setting: what may be said, what counts by itself, and who says what. `schema` is a JSON Schema. */
export const officeSetting = z.strictObject({
  key: text,
  levels: z.array(settingLevel),
  standard: z.unknown(),
  schema: z.record(z.string(), z.unknown()),
  said: z.array(saidOfSetting),
});

/** `GET /v1/settings`. */
export const settingList = z.strictObject({ items: z.array(officeSetting) });

/** `POST /v1/settings/KEY`. Null says nothing any more, and the wider level counts again. `id` is left out for the company. */
export const settingRequest = z.strictObject({
  level: settingLevel,
  id: entityId.optional(),
  value: z.unknown().refine((value) => !holdsUnstorableText(value), BAD_TEXT),
});

/** `GET /v1/settings/changes`: before and after are null where nothing was said. */
export const settingChanges = z.strictObject({
  items: z.array(
    z.strictObject({
      id: text,
      level: settingLevel,
      placeId: text,
      key: text,
      before: z.unknown(),
      after: z.unknown(),
      by: text,
      at: instant,
    }),
  ),
});

export type OfficeSetting = z.infer<typeof officeSetting>;
export type SettingRequest = z.infer<typeof settingRequest>;
export type SettingChangeRow = z.infer<typeof settingChanges>['items'][number];

/** `GET /v1/exceptions`. */
export const exceptionQuery = z.object({
  state: z.enum(['open', 'resolved']).default('open'),
  store: entityId.optional(),
  kind: exceptionKind.optional(),
  after,
  limit,
});

/** A resolution as it came; `counted` is the one that had its effect. */
export const keptResolution = z.strictObject({
  operationId: text,
  outcome: z.enum(['counted', 'already_resolved', 'unknown_exception', 'choice_not_valid']),
  choice: choiceId,
  sku: text.nullable(),
  quantity: z.number().nullable(),
  note: text,
  at: instant,
  by: resolvedBy,
});

export const officeException = z.strictObject({
  exception,
  /** Its goods with what they are called and how many the books have in the store now. */
  goods: z.array(z.strictObject({ sku: text, name: text.nullable(), quantity: z.number(), onHand: z.number() })),
  /** Every resolution that ever came, the oldest first. */
  resolutions: z.array(keptResolution),
});

export const exceptionPage = z.strictObject({ items: z.array(officeException), next: text.nullable() });

/** `POST /v1/exceptions/resolve`. The same `operationId` again changes nothing and gives the same answer. */
export const resolveRequest = exceptionResolvedPayload.omit({ office: true }).extend({ operationId: z.uuidv7() });

/** `GET /v1/quarantine`. */
export const quarantineQuery = z.object({
  state: z.enum(['waiting', 'applied', 'all']).default('waiting'),
  store: entityId.optional(),
  code: text.max(60).optional(),
  after,
  limit,
});

export const quarantineItem = z.strictObject({
  id: z.number(),
  registerId: text,
  registerPrefix: text.nullable(),
  storeId: text.nullable(),
  storeName: text.nullable(),
  operationId: text.nullable(),
  /** Null for what has no place in its register's sequence. */
  seq: z.number().nullable(),
  type: text.nullable(),
  code: text,
  facts: reasonFacts,
  at: instant,
  /** When it was replayed and had its effect; null while it waits. */
  appliedAt: instant.nullable(),
  /** How often somebody tried. */
  tries: z.number(),
});

export const quarantinePage = z.strictObject({ items: z.array(quarantineItem), next: text.nullable() });

/** `GET /v1/quarantine/:id`: the whole operation as it came, and everything that was tried. */
export const quarantineDetail = quarantineItem.extend({
  body: z.unknown(),
  replays: z.array(
    z.strictObject({
      outcome: z.enum(['applied', 'unchanged']),
      code: text.nullable(),
      facts: reasonFacts.nullable(),
      askedBy: text,
      at: instant,
    }),
  ),
});

/** `POST /v1/quarantine/replay`. */
export const replayRequest = z.strictObject({ ids: z.array(z.number().int().min(1)).min(1).max(OFFICE_PAGE) });

export const replayResult = z.strictObject({
  id: z.number(),
  /** `applied`: it has had its effect, now or earlier. `unchanged`: it waits as before, and `code` and `facts` say why. */
  outcome: z.enum(['applied', 'unchanged', 'not_found']),
  code: text.nullable(),
  facts: reasonFacts.nullable(),
});

export const replayAnswer = z.strictObject({ results: z.array(replayResult) });

/** `GET /v1/hand-offs`: fulfillment orders at locations where no register works, the oldest first. */
export const handOffQuery = z.object({ after, limit });

export const handOffItem = z.strictObject({ locationName: z.string(), timezone: z.string(), order: fulfillmentOrder });

export const handOffPage = z.strictObject({ items: z.array(handOffItem), next: z.string().nullable() });

/** `POST /v1/hand-offs`: what the location did, as it told the head office. The same `operationId` again changes nothing. */
export const handOffRequest = z.strictObject({
  operationId: z.uuidv7(),
  fulfillmentOrderId: entityId,
  action: z.discriminatedUnion('kind', [
    /** The location has the order and works on it. */
    z.strictObject({ kind: z.literal('acknowledged') }),
    z.strictObject({
      kind: z.literal('shipped'),
      trackingNumber: text.trim().min(1).max(80),
      /** The number is right although its check digit is not: a carrier wrote it whose rules are not known here. */
      isOtherCarriers: z.boolean().default(false),
    }),
    z.strictObject({ kind: z.literal('handed_over') }),
    z.strictObject({ kind: z.literal('rejected'), reason: rejectReason }),
  ]),
});

/** `POST /v1/stores/ID/resume`: the store takes orders to ship again. The same `operationId` again changes nothing. */
export const resumeRequest = z.strictObject({ operationId: z.uuidv7() });

/** `POST /v1/pickup-keys`: pickup codes are signed with a new key from now on. */
export const pickupKeysRequest = z.strictObject({
  /** Whether codes that were signed before do not count any more: a private key came into other hands. */
  withdraw: z.boolean().default(false),
});

export const pickupKeysMade = z.strictObject({ keyId: entityId, withdrawn: z.array(entityId) });

export type HandOffItem = z.infer<typeof handOffItem>;
export type HandOffPage = z.infer<typeof handOffPage>;
export type HandOffQuery = z.infer<typeof handOffQuery>;
export type HandOffRequest = z.infer<typeof handOffRequest>;
export type ResumeRequest = z.infer<typeof resumeRequest>;
export type OfficeOverview = z.infer<typeof officeOverview>;
export type OfficeException = z.infer<typeof officeException>;
export type KeptResolution = z.infer<typeof keptResolution>;
export type ExceptionQuery = z.infer<typeof exceptionQuery>;
export type ExceptionPage = z.infer<typeof exceptionPage>;
export type ResolveRequest = z.infer<typeof resolveRequest>;
export type QuarantineQuery = z.infer<typeof quarantineQuery>;
export type QuarantineItem = z.infer<typeof quarantineItem>;
export type QuarantinePage = z.infer<typeof quarantinePage>;
export type QuarantineDetail = z.infer<typeof quarantineDetail>;
export type ReplayResult = z.infer<typeof replayResult>;
