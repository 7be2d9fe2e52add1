import { z } from 'zod';
import { addFields } from '../base/add-fields.ts';
import { defineOperation } from '../base/define-operation.ts';
import { applyHandover, applyMovement, cashExceptions, closeDrawer, openDrawer } from './apply-shift.ts';
import { cashMovedPayload, drawerOpenedPayload } from './cash-movement.ts';
import { drawerHandedOverPayload, shiftClosedPayload, shiftOpenedPayload } from './shift.ts';

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
  upgrades: { 2: addFields({ denominations: null, others: [], reason: null, leftMinor: null, totals: null }) },
});

export const cashMoved = defineOperation({
  type: 'cash_moved',
  since: 3,
  permission: 'cash.move',
  instead: [{ permission: 'cash.drop', when: ({ kind }) => kind === 'drop' }],
  payload: cashMovedPayload,
  reads: cashExceptions,
  apply: applyMovement,
  amounts: ({ amountMinor }) => [['amountMinor', amountMinor]],
  weighs: ({ amountMinor }) => amountMinor,
});

/** It changes nothing and is kept, for reports to count. */
export const drawerOpened = defineOperation({
  type: 'drawer_opened',
  since: 3,
  permission: 'drawer.open',
  payload: drawerOpenedPayload,
});

/** A colleague took the drawer over inside the shift. What it differed by is booked, so that the next count begins at what was counted. */
export const drawerHandedOver = defineOperation({
  type: 'drawer_handed_over',
  since: 3,
  permission: 'shift.close',
  instead: [{ permission: 'shift.take_over', when: ({ isAbsent }) => isAbsent }],
  payload: drawerHandedOverPayload,
  reads: cashExceptions,
  apply: applyHandover,
  shownBadges: ({ toId, byBadge }) => (byBadge === undefined ? [] : [toId]),
  amounts: ({ countedMinor, expectedMinor }) => [
    ['countedMinor', countedMinor],
    ['expectedMinor', expectedMinor],
  ],
  weighs: ({ countedMinor, expectedMinor }) => countedMinor - expectedMinor,
});

/** Somebody began to practise on this register. It changes nothing: nothing of what they do there is recorded. */
export const trainingStarted = defineOperation({
  type: 'training_started',
  since: 3,
  permission: 'training.start',
  payload: z.strictObject({}),
});

export const SHIFT_OPERATIONS = [shiftOpened, shiftClosed, cashMoved, drawerOpened, drawerHandedOver, trainingStarted] as const;
