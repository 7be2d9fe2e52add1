import { secondFactor } from '../access/settings.ts';
import { associateDocument } from '../associates/documents.ts';
import { ASSOCIATE_OPERATIONS } from '../associates/operations.ts';
import { inStoreCodeLayouts } from '../barcodes/in-store-layouts.ts';
import { scannerPrefixes, scannerSeparators } from '../barcodes/settings.ts';
import { catalogPageDocument } from '../catalog/documents.ts';
import { companyDocument, storeDocument } from '../company/documents.ts';
import { EXCHANGE_OPERATIONS } from '../exchanges/operations.ts';
import { exceptionDocument, lateResolutionDocument, resolution } from '../exceptions/documents.ts';
import { EXCEPTION_OPERATIONS } from '../exceptions/operations.ts';
import { customerConsentRecorded } from '../customers/consent.ts';
import { customerConsentDocument, customerDocument } from '../customers/documents.ts';
import { pickupKeyDocument } from '../fulfillment/pickup-key.ts';
import {
  declined,
  fulfillmentOrderDocument,
  orderReady,
  pickupMailWanted,
  pickupExpired,
  substituted,
  toteDocument,
  unfulfilled,
  waveDocument,
} from '../fulfillment/documents.ts';
import { capacityGrown, storeCapacityDocument } from '../capacity/documents.ts';
import { CAPACITY_OPERATIONS } from '../capacity/operations.ts';
import { FULFILLMENT_OPERATIONS } from '../fulfillment/operations.ts';
import { orderHandedOver, orderReturned, orderShipped } from '../fulfillment/order-events.ts';
import { heldSaleDocument } from '../held-sales/documents.ts';
import { HELD_SALE_OPERATIONS } from '../held-sales/operations.ts';
import { quoteDocument } from '../quotes/documents.ts';
import { QUOTE_OPERATIONS } from '../quotes/operations.ts';
import { receiptCopiesDocument } from '../copies/documents.ts';
import { receiptCopied } from '../copies/operations.ts';
import { receiptCopies } from '../copies/settings.ts';
import { carrierHandoverDocument, labelVoidWanted, labelWanted, parcelLabelDocument } from '../labels/documents.ts';
import { LABEL_OPERATIONS } from '../labels/operations.ts';
import { carrierPickup, cartons, labelService, shippingRates } from '../labels/settings.ts';
import { receiptMailDocument, receiptMailWanted } from '../mail/documents.ts';
import { receiptMailRequested } from '../mail/operations.ts';
import { mailSender } from '../mail/settings.ts';
import { noteAdded, orderNoteDocument } from '../notes/order-note.ts';
import { orderCancelled, orderChanged, orderPlaced } from '../orders/events.ts';
import { personErased } from '../orders/person-erased.ts';
import { cardPaymentDocument, cardRefundDocument } from '../payments/documents.ts';
import { PAYMENT_OPERATIONS } from '../payments/operations.ts';
import { priceListDocument, pricePageDocument } from '../price-lists/documents.ts';
import { couponUseDocument, promotionDocument, promotionUseDocument, storePromotionUseDocument } from '../promotions/documents.ts';
import { quickKeysDocument, quickKeysLaidOut } from '../quick-keys/quick-keys.ts';
import { quarantinedOperationDocument } from '../quarantine/documents.ts';
import { returnLabelAskedFor, returnLabelDocument, returnLabelVoidWanted } from '../return-labels/documents.ts';
import { RETURN_LABEL_OPERATIONS } from '../return-labels/operations.ts';
import { RETURN_OPERATIONS } from '../returns/operations.ts';
import { saleDocument } from '../sale/documents.ts';
import { SALE_OPERATIONS } from '../sale/operations.ts';
import { companySettingsDocument, registerSettingsDocument, storeSettingsDocument } from '../settings/documents.ts';
import { badgeUse, lockAfter, pinsOfflineDays } from '../associates/settings.ts';
import { timeZone } from '../company/settings.ts';
import {
  cardTerminalSetting,
  drawerOpensSetting,
  lineScannersSetting,
  labelPrinterSetting,
  poleDisplaySetting,
  receiptPrinterSetting,
  scaleSetting,
} from '../device/settings.ts';
import { doubtLimits } from '../doubts/settings.ts';
import {
  pickingRings,
  pickupIdentity,
  pickupKeepDays,
  pickupMails,
  pickupPromise,
  pickupSignatureRule,
  pickupReminder,
  stagingLocations,
  totePrefix,
  waveOrders,
} from '../fulfillment/settings.ts';
import { roles } from '../permissions/roles.ts';
import { retentionDays } from '../retention/settings.ts';
import { noReceiptUseDocument } from '../returns/no-receipt-use.ts';
import { feeTax, noReceiptPolicy, promotionPolicy, returnRules, returnWindow } from '../returns/settings.ts';
import {
  orderOffline,
  quickKeys,
  quoteDays,
  receiptAssociate,
  receiptLanguages,
  receiptLogo,
  receiptPrinting,
  receiptSeller,
  receiptText,
  receiptTillSerial,
} from '../sale/settings.ts';
import { silentStores } from '../stock/settings.ts';
import { taxDestinations, taxes, taxRounding } from '../tax/settings.ts';
import { cashRounding, foreignCurrencies, offlineCards, voucherKinds } from '../payments/settings.ts';
import { shiftDocument } from '../shift/documents.ts';
import { drawersSetting, shiftClosing } from '../shift/settings.ts';
import { SHIFT_OPERATIONS } from '../shift/operations.ts';
import { storedValueDocument } from '../stored-value/documents.ts';
import { loyaltyBoosts, loyaltyExcluded, loyaltyOfflineCap, loyaltyProgram } from '../loyalty/settings.ts';
import { accountOfflineCap, storedValueOfflineCap } from '../stored-value/settings.ts';
import { STORED_VALUE_OPERATIONS } from '../stored-value/operations.ts';
import { stockAdjusted } from '../stock/adjust-stock.ts';
import { stockPageDocument } from '../stock/documents.ts';
import { setAsideDocument, setAsideSettled } from '../stock/set-aside.ts';

/** Every type of operation that there is. */
export const OPERATIONS = [
  ...SHIFT_OPERATIONS,
  ...SALE_OPERATIONS,
  ...RETURN_OPERATIONS,
  ...EXCHANGE_OPERATIONS,
  ...FULFILLMENT_OPERATIONS,
  setAsideSettled,
  stockAdjusted,
  ...EXCEPTION_OPERATIONS,
  ...ASSOCIATE_OPERATIONS,
  noteAdded,
  ...HELD_SALE_OPERATIONS,
  ...QUOTE_OPERATIONS,
  quickKeysLaidOut,
  ...PAYMENT_OPERATIONS,
  ...STORED_VALUE_OPERATIONS,
  customerConsentRecorded,
  receiptMailRequested,
  receiptCopied,
  ...LABEL_OPERATIONS,
  ...RETURN_LABEL_OPERATIONS,
  ...CAPACITY_OPERATIONS,
] as const;

/** Every kind of document that a replica holds. The server locks documents in this order. */
export const DOCUMENTS = [
  companyDocument,
  promotionDocument,
  priceListDocument,
  pricePageDocument,
  storeDocument,
  associateDocument,
  catalogPageDocument,
  stockPageDocument,
  fulfillmentOrderDocument,
  waveDocument,
  toteDocument,
  pickupKeyDocument,
  setAsideDocument,
  noReceiptUseDocument,
  saleDocument,
  shiftDocument,
  exceptionDocument,
  quarantinedOperationDocument,
  lateResolutionDocument,
  orderNoteDocument,
  cardRefundDocument,
  cardPaymentDocument,
  heldSaleDocument,
  quoteDocument,
  quickKeysDocument,
  storedValueDocument,
  couponUseDocument,
  storePromotionUseDocument,
  promotionUseDocument,
  customerDocument,
  customerConsentDocument,
  receiptMailDocument,
  receiptCopiesDocument,
  parcelLabelDocument,
  carrierHandoverDocument,
  returnLabelDocument,
  storeCapacityDocument,
  companySettingsDocument,
  storeSettingsDocument,
  registerSettingsDocument,
] as const;

/** Every setting that there is (rule S1). */
export const SETTINGS = [
  taxes,
  taxRounding,
  taxDestinations,
  cashRounding,
  foreignCurrencies,
  voucherKinds,
  offlineCards,
  cardTerminalSetting,
  scaleSetting,
  receiptPrinterSetting,
  poleDisplaySetting,
  lineScannersSetting,
  labelPrinterSetting,
  drawerOpensSetting,
  storedValueOfflineCap,
  accountOfflineCap,
  loyaltyProgram,
  loyaltyExcluded,
  loyaltyBoosts,
  loyaltyOfflineCap,
  stagingLocations,
  pickupIdentity,
  pickupMails,
  pickupReminder,
  pickupKeepDays,
  pickupPromise,
  pickupSignatureRule,
  waveOrders,
  pickingRings,
  totePrefix,
  cartons,
  labelService,
  shippingRates,
  carrierPickup,
  silentStores,
  roles,
  doubtLimits,
  shiftClosing,
  drawersSetting,
  receiptLogo,
  receiptText,
  receiptSeller,
  receiptLanguages,
  receiptAssociate,
  receiptTillSerial,
  receiptPrinting,
  receiptCopies,
  mailSender,
  quickKeys,
  promotionPolicy,
  returnRules,
  feeTax,
  returnWindow,
  noReceiptPolicy,
  orderOffline,
  quoteDays,
  lockAfter,
  pinsOfflineDays,
  badgeUse,
  retentionDays,
  timeZone,
  secondFactor,
  inStoreCodeLayouts,
  scannerSeparators,
  scannerPrefixes,
] as const;

/** Every kind of event that the log keeps. */
export const EVENTS = [
  orderPlaced,
  orderChanged,
  orderCancelled,
  orderShipped,
  orderHandedOver,
  orderReturned,
  unfulfilled,
  declined,
  substituted,
  orderReady,
  pickupMailWanted,
  pickupExpired,
  resolution,
  personErased,
  receiptMailWanted,
  labelWanted,
  labelVoidWanted,
  returnLabelAskedFor,
  returnLabelVoidWanted,
  capacityGrown,
] as const;
