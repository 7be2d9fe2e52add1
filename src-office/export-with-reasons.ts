import type { QuarantineDetail } from '../domain/office/office-protocol.ts';
import { wholeReason } from '../src-renderer/kit/reason-words.ts';

interface Exported {
  readonly exportedAt: string;
  readonly operations: readonly QuarantineDetail[];
}

/** The server's export with a sentence for each reason, in the language that is shown: the server has only codes and what they tell. */
export function exportWithReasons(text: string): string {
  const { exportedAt, operations } = JSON.parse(text) as Exported;
  const lines = operations.map((one) => `\n${JSON.stringify({ ...one, reason: wholeReason(one) })}`);
  return `{"exportedAt":${JSON.stringify(exportedAt)},"operations":[${lines.join(',')}\n]}\n`;
}
