import { z } from 'zod';
import { defineOperation } from '../base/define-operation.ts';
import { entityId } from '../base/envelope.ts';

/** Another person took the register over. Who works at it after a restart or a pause as before is not noted. */
export const associateSwitched = defineOperation({
  type: 'associate_switched',
  since: 2,
  permission: 'register.use',
  isTrace: true,
  payload: z.strictObject({ from: entityId, to: entityId }),
});

export const ASSOCIATE_OPERATIONS = [associateSwitched] as const;
