import type { z } from 'zod';
import {
  type ExceptionPage,
  exceptionPage,
  type ExceptionQuery,
  type HandOffPage,
  handOffPage,
  type HandOffQuery,
  type HandOffRequest,
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
import { AnswerUnreadable, askForJson, askServer, ServerRefused, ServerUnreachable } from '../../src-renderer/base/http-client.ts';
import { words } from '../../src-renderer/words/words.ts';

/** Why the server did not do it, in a sentence for people. `signed_out` means that the key does not count any more. */
export class OfficeFailure extends Error {
  readonly kind: 'signed_out' | 'refused' | 'unreachable';

  constructor(kind: OfficeFailure['kind'], message: string) {
    super(message);
    this.kind = kind;
  }
}

/** What the head office asks the server. Every method rejects with {@link OfficeFailure}. */
export interface OfficeClient {
  overview(): Promise<OfficeOverview>;
  exceptions(query: Partial<ExceptionQuery>): Promise<ExceptionPage>;
  resolve(request: ResolveRequest): Promise<OfficeException>;
  handOffs(query: Partial<HandOffQuery>): Promise<HandOffPage>;
  handOff(request: HandOffRequest): Promise<void>;
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

/** `?a=1&b=2` of what is given; empty without anything. */
export function queryText(query: Readonly<Record<string, string | number | undefined>>): string {
  const given = Object.entries(query).flatMap(([name, value]) => (value === undefined || value === '' ? [] : [[name, String(value)]]));
  const text = new URLSearchParams(given).toString();
  return text === '' ? '' : `?${text}`;
}

/** Why a key does not open the head office, in words; null for any other answer. */
function signedOutWords({ status, code }: { readonly status: number | null; readonly code?: string }): string | null {
  if (code === 'key_withdrawn') return words('office.keyWithdrawn');
  if (code === 'not_allowed') return words('office.keyNotAllowed');
  return status === 401 ? words('office.keyUnknown') : null;
}

/** What went wrong, in words for people. */
function officeFailure(error: unknown): unknown {
  if (!(error instanceof ServerRefused) && !(error instanceof ServerUnreachable)) return error;
  const signedOut = signedOutWords(error);
  if (signedOut !== null) return new OfficeFailure('signed_out', signedOut);
  if (error instanceof ServerRefused)
    return new OfficeFailure('refused', [error.message, error.fix].filter((part) => part !== null).join(' '));
  if (error instanceof AnswerUnreadable) return new OfficeFailure('unreachable', words('office.unreadable'));
  if (error.status !== null) return new OfficeFailure('unreachable', words('office.serverFailed', { status: String(error.status) }));
  return new OfficeFailure('unreachable', words('office.unreachable'));
}

/** Passes an answer on; a failure becomes an {@link OfficeFailure}. */
function inWords<T>(answer: Promise<T>): Promise<T> {
  return answer.catch((error: unknown) => {
    throw officeFailure(error);
  });
}

/** @param key an API key. @param server where the server is; empty for the one that served the page. */
export function officeClient(key: string, server = ''): OfficeClient {
  const ask = (path: string, body?: object) => inWords(askServer(`${server}${path}`, { token: key, body }));
  const exchange = <T extends z.ZodType>(schema: T, path: string, body?: object) =>
    inWords(askForJson(schema, `${server}${path}`, { token: key, body }));
  return {
    overview: () => exchange(officeOverview, '/v1/office'),
    exceptions: (query) => exchange(exceptionPage, `/v1/exceptions${queryText(query)}`),
    resolve: (decision) => exchange(officeException, '/v1/exceptions/resolve', decision),
    handOffs: (query) => exchange(handOffPage, `/v1/hand-offs${queryText(query)}`),
    async handOff(done) {
      await ask('/v1/hand-offs', done);
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
