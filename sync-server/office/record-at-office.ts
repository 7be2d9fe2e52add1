import { nextOperation } from '../../domain/registry/next-operation.ts';
import type { OperationRequest } from '../../domain/registry/operations.ts';
import { dateInZone } from '../../domain/base/zoned-date.ts';
import type { Tx } from '../db/database.ts';
import { acceptInTransaction } from '../intake/accept-in-transaction.ts';
import { readSubmission } from '../intake/submission.ts';
import type { OfficeRegister } from './office-register.ts';

/**
 * Records what the head office decided for a location in its own journal there, and takes it in like any register's operation.
 * @param id a UUIDv7: that of the operation.
 * @throws when it is not applied, which no decision of today's rules is.
 */
export async function recordAtOffice(
  tx: Tx,
  request: OperationRequest,
  id: string,
  storeId: string,
  register: OfficeRegister,
  at: Date,
): Promise<void> {
  const { written } = nextOperation(request, register, {
    id,
    registerId: register.registerId,
    storeId,
    associateId: null,
    shiftId: null,
    businessDate: dateInZone(at, register.timezone),
    at: at.toISOString(),
    clockOffsetMs: 0,
  });
  const { intakes } = await acceptInTransaction(tx, [readSubmission({ registerId: register.registerId, operations: [written] })]);
  const [intake] = intakes;
  const outcome = intake?.ok === true ? intake.results[0]?.outcome : undefined;
  if (outcome !== 'applied') throw new Error(`The head office's operation was not applied: ${JSON.stringify(intake)}`);
}
