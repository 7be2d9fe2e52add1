import { defineOperation } from '../base/define-operation.ts';
import { applyOrderLimitSet, applyOrdersPaused, applyOrdersResumed } from './change-capacity.ts';
import { storeCapacityDocument } from './documents.ts';
import { limitPayload, pausedPayload, resumedPayload } from './store-capacity.ts';

export const ordersPaused = defineOperation({
  type: 'orders_paused',
  since: 3,
  permission: 'order.pause',
  payload: pausedPayload,
  reads: ({ storeId }) => [storeCapacityDocument.key(storeId)],
  apply: applyOrdersPaused,
});

export const ordersResumed = defineOperation({
  type: 'orders_resumed',
  since: 3,
  permission: 'order.pause',
  payload: resumedPayload,
  reads: ({ storeId }) => [storeCapacityDocument.key(storeId)],
  apply: applyOrdersResumed,
});

export const orderLimitSet = defineOperation({
  type: 'order_limit_set',
  since: 3,
  permission: 'order.pause',
  payload: limitPayload,
  reads: ({ storeId }) => [storeCapacityDocument.key(storeId)],
  apply: applyOrderLimitSet,
});

export const CAPACITY_OPERATIONS = [ordersPaused, ordersResumed, orderLimitSet] as const;
