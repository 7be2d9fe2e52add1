import { z } from 'zod';

/**
 * The messages of nexo's Sale to POI protocol (3.1), as JSON, as far as a till needs them. Fields that are not named here are
 * ignored: terminals send many more. What money hangs on is read strictly.
 */

/** The version that terminals in the field speak. */
export const PROTOCOL_VERSION = '3.0';

export const CATEGORIES = ['Payment', 'Reversal', 'TransactionStatus', 'Abort', 'Diagnosis', 'Login', 'GetTotals'] as const;
const category = z.enum(CATEGORIES);
export type Category = z.infer<typeof category>;

/** One to ten characters, new for each request. */
const serviceId = z.string().min(1).max(10);

const header = z.object({
  ProtocolVersion: z.string().optional(),
  MessageClass: z.string(),
  MessageCategory: category,
  MessageType: z.enum(['Request', 'Response']),
  ServiceID: serviceId,
  SaleID: z.string().min(1),
  POIID: z.string().min(1),
});

const transaction = z.object({ TransactionID: z.string().min(1).max(80), TimeStamp: z.string().min(1).max(40) });
const reference = z.object({ MessageCategory: category, ServiceID: serviceId, SaleID: z.string(), POIID: z.string() });

/** The till's name of a shift, by which terminals split their totals. */
const shiftNumber = z.string().min(1).max(36);
const amountsReq = z.object({ Currency: z.string().length(3), RequestedAmount: z.number().positive() });

export const request = z.object({
  SaleToPOIRequest: z.object({
    MessageHeader: header.extend({ MessageType: z.literal('Request') }),
    PaymentRequest: z
      .object({
        SaleData: z.object({ SaleTransactionID: transaction, ShiftNumber: shiftNumber.optional() }),
        PaymentTransaction: z.object({
          AmountsReq: amountsReq,
          TransactionConditions: z.object({ ForceOnlineFlag: z.boolean().optional() }).optional(),
        }),
        PaymentData: z.object({ SplitPaymentFlag: z.boolean().optional() }).optional(),
      })
      .optional(),
    ReversalRequest: z
      .object({
        SaleData: z.object({ SaleTransactionID: transaction, ShiftNumber: shiftNumber.optional() }).optional(),
        OriginalPOITransaction: z.object({ POITransactionID: transaction }),
        ReversedAmount: z.number().positive().optional(),
        ReversalReason: z.string(),
      })
      .optional(),
    TransactionStatusRequest: z.object({ MessageReference: reference.optional(), ReceiptReprintFlag: z.boolean().optional() }).optional(),
    AbortRequest: z.object({ AbortReason: z.string(), MessageReference: reference }).optional(),
    DiagnosisRequest: z.object({ HostDiagnosisFlag: z.boolean().optional() }).optional(),
    LoginRequest: z.object({ DateTime: z.string() }).optional(),
    GetTotalsRequest: z
      .object({
        TotalDetails: z.array(z.string()).optional(),
        TotalFilter: z.object({ SaleID: z.string().optional(), ShiftNumber: shiftNumber.optional() }).optional(),
      })
      .optional(),
  }),
});

/** How a card was read, and how its holder was verified. Texts that the enumerations do not have are kept as they are. */
const words = z.array(z.string());

const response = z.object({
  Result: z.enum(['Success', 'Partial', 'Failure']),
  /** Absent where it succeeded. A text that the enumeration does not have is kept as it is. */
  ErrorCondition: z.string().min(1).max(64).optional(),
  AdditionalResponse: z.string().optional(),
});

export const paymentResponse = z.object({
  Response: response,
  POIData: z.object({ POITransactionID: transaction }).optional(),
  PaymentResult: z
    .object({
      AmountsResp: z.object({ Currency: z.string().optional(), AuthorizedAmount: z.number(), TipAmount: z.number().optional() }).optional(),
      OnlineFlag: z.boolean().optional(),
      AuthenticationMethod: words.optional(),
      PaymentInstrumentData: z
        .object({
          CardData: z
            .object({ PaymentBrand: z.string().optional(), MaskedPan: z.string().optional(), EntryMode: words.optional() })
            .optional(),
        })
        .optional(),
      PaymentAcquirerData: z.object({ ApprovalCode: z.string().optional(), MerchantID: z.string().optional() }).optional(),
    })
    .optional(),
  PaymentReceipt: z
    .array(
      z.object({
        RequiredSignatureFlag: z.boolean().optional(),
        OutputContent: z.object({ OutputText: z.array(z.object({ Text: z.string().optional() })).optional() }).optional(),
      }),
    )
    .optional(),
});

export const reversalResponse = z.object({ Response: response, POIData: z.object({ POITransactionID: transaction }).optional() });

/** What moved since the terminal was last settled, or within what the request asked for; one for each brand, currency and so on. */
const transactionTotals = z.object({
  CardBrand: z.string().optional(),
  PaymentCurrency: z.string().length(3).optional(),
  SaleID: z.string().optional(),
  ShiftNumber: z.string().optional(),
  PaymentTotals: z
    .array(z.object({ TransactionType: z.string(), TransactionCount: z.number().int().min(0), TransactionAmount: z.number() }))
    .optional(),
});

export const getTotalsResponse = z.object({ Response: response, TransactionTotals: z.array(transactionTotals).optional() });

export const reply = z.object({
  SaleToPOIResponse: z.object({
    MessageHeader: header.extend({ MessageType: z.literal('Response') }),
    PaymentResponse: paymentResponse.optional(),
    ReversalResponse: reversalResponse.optional(),
    TransactionStatusResponse: z
      .object({
        Response: response,
        RepeatedMessageResponse: z
          .object({
            MessageHeader: header.pick({ ServiceID: true, MessageCategory: true }),
            RepeatedResponseMessageBody: z.object({
              PaymentResponse: paymentResponse.optional(),
              ReversalResponse: reversalResponse.optional(),
            }),
          })
          .optional(),
      })
      .optional(),
    DiagnosisResponse: z.object({ Response: response, POIStatus: z.object({ GlobalStatus: z.string() }).optional() }).optional(),
    LoginResponse: z.object({ Response: response }).optional(),
    GetTotalsResponse: getTotalsResponse.optional(),
  }),
});

export type NexoRequest = z.infer<typeof request>['SaleToPOIRequest'];
export type NexoReply = z.infer<typeof reply>['SaleToPOIResponse'];
export type PaymentResponse = z.infer<typeof paymentResponse>;
export type ReversalResponse = z.infer<typeof reversalResponse>;
export type GetTotalsResponse = z.infer<typeof getTotalsResponse>;
export type MessageReference = z.infer<typeof reference>;
