import { deleteOldEventsJob } from './events/delete-old-events.ts';
import type { Job } from './jobs/define-job.ts';
import { buyLabelJob, voidLabelJob } from './labels/parcel-jobs.ts';
import { buyReturnLabelJob, voidReturnLabelJob } from './labels/return-jobs.ts';
import { forgetMailsJob, queueReceiptJob, sendMailJob } from './mail/send-mail.ts';
import { remindCustomersJob, tellAgainJob, tellExpiredJob, tellReadyJob } from './mail/tell-customers.ts';
import { listOrdersJob } from './order-index/list-orders-job.ts';
import { expirePickupsJob } from './orders/expire-pickups.ts';
import { forgetSignaturesJob } from './pickup/pickup-signatures.ts';
import { forgetUsesJob } from './promotions/forget-uses.ts';
import { recountUsesJob } from './promotions/recount-uses.ts';
import { tellUsesJob } from './promotions/tell-uses.ts';
import { summarizeShiftJob, summarizeShiftsJob } from './reports/store-summaries.ts';
import { retentionJob } from './retention/retention-job.ts';
import { forgetDecisionsJob } from './sourcing/keep-decisions.ts';
import { sourceAfterCountJob, sourceAfterPauseJob, sourceAfterRulesJob, sourceBackordersJob } from './sourcing/source-backorders.ts';
import { distrustSilentStoresJob, distrustStoreJob } from './stock/distrust-silent-stores.ts';
import { forgetDeliveriesJob } from './webhooks/forget-deliveries.ts';

/** Every kind of job that the server carries out in the background. */
export const JOBS: readonly Job[] = [
  sourceBackordersJob,
  sourceAfterCountJob,
  sourceAfterPauseJob,
  sourceAfterRulesJob,
  forgetDecisionsJob,
  distrustSilentStoresJob,
  distrustStoreJob,
  deleteOldEventsJob,
  retentionJob,
  tellUsesJob,
  recountUsesJob,
  forgetUsesJob,
  summarizeShiftJob,
  summarizeShiftsJob,
  queueReceiptJob,
  sendMailJob,
  forgetMailsJob,
  tellReadyJob,
  tellAgainJob,
  tellExpiredJob,
  remindCustomersJob,
  listOrdersJob,
  expirePickupsJob,
  forgetSignaturesJob,
  buyLabelJob,
  voidLabelJob,
  buyReturnLabelJob,
  voidReturnLabelJob,
  forgetDeliveriesJob,
];
