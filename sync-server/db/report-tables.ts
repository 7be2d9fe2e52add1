import type { Watched } from '../../domain/reports/watched.ts';
import type { ShiftSummary } from '../../domain/reports/shift-summary.ts';
import type { Json } from './columns.ts';

interface ShiftReportsTable {
  shift_id: string;
  /** `SUMMARY_VERSION` of the server that added it up. */
  version: number;
  summary: Json<ShiftSummary>;
  watched: Json<Watched[]>;
}

/** The tables of reports. */
export interface ReportTables {
  shift_reports: ShiftReportsTable;
}
