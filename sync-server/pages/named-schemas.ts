import type { z } from 'zod';
import {
  arrivalRequest,
  fulfillmentChange,
  moveRequest,
  orderAddress,
  orderCustomer,
  orderFulfillment,
  pickupCodeRequest,
  saleOrderState,
} from '../../domain/orders/order-intake.ts';
import { orderPayment, shippingCost } from '../../domain/orders/channel-fields.ts';
import { orderAnswer, orderRequest, orderRequestLine, wirePrice } from '../../domain/orders/order-request.ts';
import { orderRefund } from '../../domain/orders/refunds.ts';
import { priceQuote, priceQuoteRequest } from '../../domain/pricing/price-quote-protocol.ts';
import { errorBody, requestFault } from '../../domain/protocol/protocol.ts';

/** What the description of the API calls its schemas. Bodies and answers that stand nowhere else are named after their operation. */
export const NAMED_SCHEMAS: Readonly<Record<string, z.ZodType>> = {
  Error: errorBody,
  Fault: requestFault,
  Order: orderAnswer,
  OrderLine: orderAnswer.shape.lines.element,
  FulfillmentOrder: orderAnswer.shape.fulfillmentOrders.element,
  Refund: orderRefund,
  ShippingCost: shippingCost,
  OrderPayment: orderPayment,
  OrderRequest: orderRequest,
  OrderRequestLine: orderRequestLine,
  Price: wirePrice,
  Customer: orderCustomer,
  Address: orderAddress,
  Fulfillment: orderFulfillment,
  FulfillmentChange: fulfillmentChange,
  PickupCodeRequest: pickupCodeRequest,
  ArrivalRequest: arrivalRequest,
  MoveRequest: moveRequest,
  SaleOrderState: saleOrderState,
  PriceQuoteRequest: priceQuoteRequest,
  PriceQuote: priceQuote,
};
