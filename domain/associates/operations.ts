import { z } from 'zod';
import { entityId } from '../base/envelope.ts';

/** Another person took the register over. Who works at it after a restart or a pause as before is not noted. */
export const associateSwitched = z.strictObject({ from: entityId, to: entityId });
