import { z } from 'zod';
import type { RetentionDays } from '../base/retention.ts';
import { defineSetting } from '../settings/define-setting.ts';

const days = z.number().int().min(1).max(3_650);

/** How many days after their end documents stay where they are quickly found. Later they are found on request. */
export const retentionDays = defineSetting({
  key: 'retention.days',
  levels: ['company'],
  schema: z.strictObject({
    /** Finished orders in the memory of registers, where lists and searches find them. */
    ordersInMemory: days.default(14),
    /** Finished orders, with their notes, on the disks of registers. */
    ordersOnRegisters: days.default(400),
    /** Sales on the disks of registers, where returns find them offline. */
    salesOnRegisters: days.default(400),
  }) satisfies z.ZodType<Record<RetentionDays, number>>,
  standard: { ordersInMemory: 14, ordersOnRegisters: 400, salesOnRegisters: 400 },
});
