import type { z } from 'zod';
import { journalEntry, tillReportAnswer, watchedPage } from '../../domain/reports/report-protocol.ts';
import type { ReportSource } from '../../src-renderer/kit/reports/report-source.ts';

/** What the head office asks the server about what a store sold. */
export interface ReportClient {
  reportsOf(storeId: string): ReportSource;
}

export function reportClient(
  exchange: <T extends z.ZodType>(schema: T, path: string) => Promise<z.infer<T>>,
  queryText: (query: Readonly<Record<string, string | number | undefined>>) => string,
): ReportClient {
  return {
    reportsOf(storeId) {
      const of = `/v1/stores/${encodeURIComponent(storeId)}/till-report`;
      return {
        read: ({ from, to }) => exchange(tillReportAnswer, `${of}${queryText({ from, to })}`),
        watched: (query) => exchange(watchedPage, `${of}/watched${queryText(query)}`),
        entry: async (registerId, seq) =>
          (await exchange(journalEntry, `${of}/entries/${encodeURIComponent(registerId)}/${seq}`)).operation,
      };
    },
  };
}
