import { Button, Modal, NumberInput, SegmentedControl, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { limitOrders, pauseOrders } from '../../../domain/capacity/change-capacity.ts';
import { MOST_ORDERS_A_DAY } from '../../../domain/capacity/store-capacity.ts';
import { pauseReasonWords } from '../../kit/capacity-words.ts';
import { ReasonDialog } from '../../kit/ReasonDialog.tsx';
import { useSync } from '../../kit/register-context.tsx';
import { words } from '../../../texts/words/words.ts';
import styles from './Picking.module.css';
import { Saying } from './Saying.tsx';
import { useCapacity } from './use-capacity.ts';
import { useSteps } from './use-steps.ts';

/** For how many hours a store can be paused at a tap. */
const HOURS = [1, 2, 4, 8, 12, 24] as const;

/** Where a store says that it takes no new orders to ship for a while, or so many a day. */
export function CapacityBar() {
  const steps = useSteps();
  const { paused, ordersADay } = useCapacity();
  const isOffline = useSync((sync) => sync.connection.status !== 'online');
  const [isPausing, setPausing] = useState(false);
  const [hours, setHours] = useState(2);
  const [isLimiting, setLimiting] = useState(false);
  const effect = `${words('capacity.pauseText')}${isOffline ? ` ${words('capacity.offline')}` : ''}`;

  function limit(orders: number | null): void {
    setLimiting(false);
    void steps.take([() => limitOrders(orders)], words('capacity.isLimited'));
  }

  return (
    <>
      <div className={styles.bar}>
        <span className={styles.grow}>
          {ordersADay === null ? words('capacity.noLimit') : words('capacity.limit', { count: ordersADay })}
        </span>
        <Button variant="subtle" onClick={() => setLimiting(true)}>
          {words('capacity.changeLimit')}
        </Button>
        {paused === null && (
          <Button variant="subtle" onClick={() => setPausing(true)}>
            {words('capacity.pause')}
          </Button>
        )}
      </div>
      <Saying steps={steps} />
      <ReasonDialog
        question={isPausing ? { title: words('capacity.pauseAsk'), explanation: effect } : null}
        reasons={pauseReasonWords()}
        onChoose={(reason) => {
          setPausing(false);
          void steps.take([() => pauseOrders(hours, reason, Date.now())]);
        }}
        onClose={() => setPausing(false)}
      >
        <strong>{words('capacity.howLong')}</strong>
        <SegmentedControl
          aria-label={words('capacity.howLong')}
          fullWidth
          size="lg"
          value={String(hours)}
          onChange={(value) => setHours(Number(value))}
          data={HOURS.map(String)}
        />
        <strong>{words('capacity.why')}</strong>
      </ReasonDialog>
      {isLimiting && <LimitDialog before={ordersADay} onLimit={limit} onClose={() => setLimiting(false)} />}
    </>
  );
}

interface LimitDialogProps {
  readonly before: number | null;
  readonly onLimit: (ordersADay: number | null) => void;
  readonly onClose: () => void;
}

function LimitDialog({ before, onLimit, onClose }: LimitDialogProps) {
  const [entered, setEntered] = useState<number | null>(before);
  return (
    <Modal
      opened
      onClose={onClose}
      title={<strong>{words('capacity.changeLimit')}</strong>}
      centered
      closeButtonProps={{ 'aria-label': words('kit.close'), size: 44 }}
    >
      <Stack gap="sm">
        <Text>{words('capacity.limitText')}</Text>
        <NumberInput
          label={words('capacity.ordersADay')}
          size="lg"
          min={0}
          max={MOST_ORDERS_A_DAY}
          allowDecimal={false}
          value={entered ?? ''}
          onChange={(value) => setEntered(typeof value === 'number' ? value : null)}
        />
        <Button size="lg" disabled={entered === null} onClick={() => onLimit(entered)}>
          {words('capacity.setLimit')}
        </Button>
        <Button size="lg" variant="default" onClick={() => onLimit(null)}>
          {words('capacity.withoutLimit')}
        </Button>
      </Stack>
    </Modal>
  );
}
