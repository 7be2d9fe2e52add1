import { addFields } from '../base/add-fields.ts';
import { defineOperation } from '../base/define-operation.ts';
import { closeDrawer, openDrawer } from './apply-shift.ts';
import { shiftClosedPayload, shiftOpenedPayload } from './shift.ts';

export const shiftOpened = defineOperation({
  type: 'shift_opened',
  since: 1,
  permission: 'shift.open',
  payload: shiftOpenedPayload,
  apply: (_reader, operation) => openDrawer(operation),
  upgrades: { 2: addFields({ drawerId: null, denominations: null }) },
});

export const shiftClosed = defineOperation({
  type: 'shift_closed',
  since: 1,
  permission: 'shift.close',
  payload: shiftClosedPayload,
  apply: closeDrawer,
  amounts: ({ countedMinor, expectedMinor }) => [
    ['countedMinor', countedMinor],
    ['expectedMinor', expectedMinor],
  ],
  weighs: ({ countedMinor, expectedMinor }) => countedMinor - expectedMinor,
  upgrades: { 2: addFields({ denominations: null, others: [], reason: null }) },
});

export const SHIFT_OPERATIONS = [shiftOpened, shiftClosed] as const;
