import {
  type ExceptionPage,
  exceptionPage,
  type ExceptionQuery,
  type HandOffPage,
  handOffPage,
  type HandOffQuery,
  type HandOffRequest,
  type ResumeRequest,
  type OfficeException,
  officeException,
  type OfficeOverview,
  type OfficeSetting,
  officeOverview,
  type QuarantineDetail,
  quarantineDetail,
  type QuarantinePage,
  quarantinePage,
  type QuarantineQuery,
  replayAnswer,
  type ReplayResult,
  type ResolveRequest,
  type SettingChangeRow,
  settingChanges,
  settingList,
  type SettingRequest,
} from '../../domain/office/office-protocol.ts';
import { type FailedJobPage, failedJobPage, type FailedJobQuery, failedJobsAnswer } from '../../domain/office/job-protocol.ts';
import { askForJson, askServer } from '../../src-renderer/base/http-client.ts';
import { type AccountClient, accountClient } from './account-client.ts';
import { type AccessClient, accessClient, type Ask, type Exchange } from './access-client.ts';
import { type CustomerClient, customerClient } from './customer-client.ts';
import { type OrderClient, orderClient } from './order-client.ts';
import { type PeopleClient, peopleClient } from './people-client.ts';
import { type PriceClient, priceClient } from './price-client.ts';
import { type ProductClient, productClient } from './product-client.ts';
import { type PromotionClient, promotionClient } from './promotion-client.ts';
import { type ReportClient, reportClient } from './report-client.ts';
import { type RegisterClient, registerClient } from './register-client.ts';
import { type StoredValueClient, storedValueClient } from './stored-value-client.ts';
import { inWords } from './office-failure.ts';

/** What the head office asks the server. Every method rejects with an `OfficeFailure`. */
export interface OfficeClient
  extends AccessClient,
    AccountClient,
    CustomerClient,
    OrderClient,
    PeopleClient,
    RegisterClient,
    PriceClient,
    ProductClient,
    PromotionClient,
    ReportClient,
    StoredValueClient {
  overview(): Promise<OfficeOverview>;
  exceptions(query: Partial<ExceptionQuery>): Promise<ExceptionPage>;
  resolve(request: ResolveRequest): Promise<OfficeException>;
  handOffs(query: Partial<HandOffQuery>): Promise<HandOffPage>;
  handOff(request: HandOffRequest): Promise<void>;
  /** Has a paused store take orders to ship again. */
  resumeStore(id: string, request: ResumeRequest): Promise<void>;
  quarantine(query: Partial<QuarantineQuery>): Promise<QuarantinePage>;
  quarantined(id: number): Promise<QuarantineDetail>;
  /** The text of a JSON file. @param ids only these; empty for all that the query means. */
  exportQuarantine(query: Pick<Partial<QuarantineQuery>, 'state' | 'store'>, ids: readonly number[]): Promise<string>;
  replay(ids: readonly number[]): Promise<ReplayResult[]>;
  settings(): Promise<OfficeSetting[]>;
  changeSetting(key: string, request: SettingRequest): Promise<void>;
  /** The newest first. */
  settingChanges(): Promise<SettingChangeRow[]>;
  failedJobs(query: Partial<FailedJobQuery>): Promise<FailedJobPage>;
  /** Tries jobs again, now. @returns the numbers of those that were still there. */
  retryJobs(ids: readonly number[]): Promise<number[]>;
  /** @returns the numbers of those that were still there. */
  discardJobs(ids: readonly number[]): Promise<number[]>;
}

/** `?a=1&b=2` of what is given, each value of a list by itself; empty without anything. */
export function queryText(query: Readonly<Record<string, string | number | readonly string[] | undefined>>): string {
  const given = Object.entries(query).flatMap(([name, value]) =>
    [value].flat().flatMap((one) => (one === undefined || one === '' ? [] : [[name, String(one)]])),
  );
  const text = new URLSearchParams(given).toString();
  return text === '' ? '' : `?${text}`;
}

/** @param token of a user who has signed in. @param server where the server is; empty for the one that served the page. */
export function officeClient(token: string, server = ''): OfficeClient {
  const ask = (path: string, body?: object) => inWords(askServer(`${server}${path}`, { token, body }));
  const exchange: Exchange = (schema, path, body, method) => inWords(askForJson(schema, `${server}${path}`, { token, body, method }));
  return {
    ...accessClient(ask satisfies Ask, exchange, queryText),
    ...peopleClient(ask, exchange, queryText),
    ...customerClient(ask, exchange),
    ...orderClient(exchange, async (path) => (await ask(path)).text(), queryText),
    ...registerClient(ask, exchange),
    ...priceClient(exchange, queryText),
    ...storedValueClient(exchange),
    ...accountClient(exchange, queryText),
    ...promotionClient(exchange, queryText),
    ...productClient(
      (path) => inWords(askServer(`${server}${path}`, { token })),
      exchange,
      async (path, file) => void (await inWords(askServer(`${server}${path}`, { token, file, method: 'PUT' }))),
      queryText,
    ),
    ...reportClient(exchange, queryText),
    overview: () => exchange(officeOverview, '/v1/office'),
    exceptions: (query) => exchange(exceptionPage, `/v1/exceptions${queryText(query)}`),
    resolve: (decision) => exchange(officeException, '/v1/exceptions/resolve', decision),
    handOffs: (query) => exchange(handOffPage, `/v1/hand-offs${queryText(query)}`),
    async handOff(done) {
      await ask('/v1/hand-offs', done);
    },
    async resumeStore(id, request) {
      await ask(`/v1/stores/${encodeURIComponent(id)}/resume`, request);
    },
    quarantine: (query) => exchange(quarantinePage, `/v1/quarantine${queryText(query)}`),
    quarantined: (id) => exchange(quarantineDetail, `/v1/quarantine/${id}`),
    exportQuarantine: async (query, ids) =>
      (await ask(`/v1/quarantine/export${queryText(ids.length === 0 ? query : { ids: ids.join(',') })}`)).text(),
    settings: async () => (await exchange(settingList, '/v1/settings')).items,
    async changeSetting(key, request) {
      await ask(`/v1/settings/${encodeURIComponent(key)}`, request);
    },
    settingChanges: async () => (await exchange(settingChanges, '/v1/settings/changes')).items,
    failedJobs: (query) => exchange(failedJobPage, `/v1/jobs/failed${queryText(query)}`),
    retryJobs: async (ids) => (await exchange(failedJobsAnswer, '/v1/jobs/retry', { ids })).ids,
    discardJobs: async (ids) => (await exchange(failedJobsAnswer, '/v1/jobs/discard', { ids })).ids,
    replay: async (ids) => (await exchange(replayAnswer, '/v1/quarantine/replay', { ids })).results,
  };
}
