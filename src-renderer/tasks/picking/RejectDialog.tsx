import { Checkbox, List, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { fulfillmentOrderDocument } from '../../../domain/fulfillment/documents.ts';
import type { FulfillmentOrder, RejectReason } from '../../../domain/fulfillment/fulfillment-order.ts';
import { rejectOrder } from '../../../domain/fulfillment/reject-order.ts';
import { rejectEffects, rejectReasonWords, rejectWords, unitWords } from '../../kit/order-words.ts';
import { ReasonDialog } from '../../kit/ReasonDialog.tsx';
import { type RejectedGoods, rejectableLines, rejectedGoods } from './rejected-goods.ts';
import { useElsewhere } from './use-elsewhere.ts';
import type { Steps } from './use-steps.ts';
import { formatMoney } from '../../../texts/say/format-money.ts';
import { words } from '../../../texts/words/words.ts';

export interface RejectDialogProps {
  /** The order that this store cannot fulfill; null closes the dialog. */
  readonly order: FulfillmentOrder | null;
  readonly steps: Steps;
  readonly onClose: () => void;
}

/** Rejects an order or some of its lines. What will happen stands there before the reason is chosen, which is the second step. */
export function RejectDialog({ order, steps, onClose }: RejectDialogProps) {
  if (order === null) return null;
  return <OpenDialog key={order.id} order={order} steps={steps} onClose={onClose} />;
}

function OpenDialog({ order, steps, onClose }: RejectDialogProps & { readonly order: FulfillmentOrder }) {
  const lines = rejectableLines(order);
  const [kept, setKept] = useState<ReadonlySet<number>>(new Set());
  const chosen = lines.filter((line) => !kept.has(line.lineNo)).map((line) => line.lineNo);
  const isWhole = kept.size === 0;
  const goods = rejectedGoods(order, isWhole ? [] : chosen);

  function reject(reason: RejectReason): void {
    const { orderNumber: number } = order;
    void steps.take(
      [({ reader }) => rejectOrder(reader.get(fulfillmentOrderDocument, order.id) ?? order, reason, isWhole ? [] : chosen)],
      isWhole ? words('picking.isRejected', { number }) : words('picking.linesRejected', { number, units: unitWords(goods.units) }),
    );
    onClose();
  }

  return (
    <ReasonDialog
      question={{ title: words('picking.rejectOrderAsk', { number: order.orderNumber }), explanation: rejectWords(order.kind) }}
      reasons={rejectReasonWords()}
      effects={rejectEffects()}
      onChoose={reject}
      onClose={onClose}
    >
      {lines.length > 1 && (
        <Checkbox.Group
          label={words('picking.rejectWhat')}
          value={chosen.map(String)}
          // A reject of nothing is none: the last line stays ticked.
          onChange={(ticked) =>
            ticked.length > 0 && setKept(new Set(lines.map((line) => line.lineNo).filter((lineNo) => !ticked.includes(String(lineNo)))))
          }
        >
          <Stack gap={0}>
            {lines.map(({ lineNo, quantity, short, name }) => (
              <Checkbox
                key={lineNo}
                value={String(lineNo)}
                size="md"
                py={10}
                label={words('picking.quantityOf', { quantity: quantity - short, name })}
              />
            ))}
          </Stack>
        </Checkbox.Group>
      )}
      <WhatHappens order={order} goods={goods} />
    </ReasonDialog>
  );
}

/** What becomes of the goods and of the money. */
function WhatHappens({ order, goods }: { readonly order: FulfillmentOrder; readonly goods: RejectedGoods }) {
  const elsewhere = useElsewhere(order.kind === 'ship' ? goods.lines.map((line) => line.sku) : []);
  return (
    <>
      <Text>{words('picking.rejectMoney', { units: unitWords(goods.units), amount: formatMoney(goods.amountMinor, order.currency) })}</Text>
      {goods.picked > 0 && <Text>{words('picking.rejectPicked', { units: unitWords(goods.picked) })}</Text>}
      <List size="sm">
        {goods.lines.map(({ lineNo, sku, name }) => {
          const free = elsewhere.get(sku);
          if (free === undefined) return null;
          const sentence =
            free > 0 ? words('picking.rejectElsewhere', { name, units: unitWords(free) }) : words('picking.rejectNowhere', { name });
          return <List.Item key={lineNo}>{sentence}</List.Item>;
        })}
      </List>
    </>
  );
}
