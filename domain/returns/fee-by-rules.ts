import type { StoreReader } from '../base/define-document.ts';
import { settingOf } from '../settings/setting-of.ts';
import { type RestockingFee, restockingFeeOf } from './restocking-fee.ts';
import type { ReturnLine } from './return.ts';
import { feeTax, returnRules } from './settings.ts';

/** The fee for a line that comes back; null where there is none. */
export type FeeFor = (line: ReturnLine) => RestockingFee | null;

/**
 * The fees as the company's rules have them: that of the condition before that of the reason. None for what is no goods, and for goods that
 * were ordered and have not left: nobody has to put these on a shelf.
 */
export function feesByRules(reader: StoreReader): FeeFor {
  const { reasons, conditions } = settingOf(reader, returnRules, {});
  const tax = settingOf(reader, feeTax, {});
  return (line) => {
    if (line.kind !== 'goods' || line.orderId !== null) return null;
    const rule =
      conditions.find(({ condition }) => condition === line.condition)?.fee ?? reasons.find(({ reason }) => reason === line.reason)?.fee;
    return rule === undefined ? null : restockingFeeOf(rule, line, tax);
  };
}
