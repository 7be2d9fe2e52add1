import type { TillReportAnswer, TillReportQuery, WatchedPage, WatchedQuery } from '../../../domain/reports/report-protocol.ts';
import type { WatchedKind } from '../../../domain/reports/watched.ts';

/** Where a report comes from: the server, or a device that cannot ask it. */
export interface ReportSource {
  read(period: TillReportQuery): Promise<TillReportAnswer>;
  watched(query: Partial<WatchedQuery> & TillReportQuery): Promise<WatchedPage>;
  /** An entry of a journal, as it was written. */
  entry(registerId: string, seq: number): Promise<unknown>;
}

/** What somebody wants to see one by one. @param associate an id, or `NOBODY`; null for everybody. */
export interface WatchedChoice {
  readonly kind: WatchedKind;
  readonly associate: string | null;
}

/** What ids are called. */
export interface ReportNames {
  person(id: string | null): string;
  register(id: string): string;
}
