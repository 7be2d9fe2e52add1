import { Button } from '@mantine/core';
import { resumeOrders } from '../../../domain/capacity/change-capacity.ts';
import { storeCapacityDocument } from '../../../domain/capacity/documents.ts';
import { pauseReasonWords } from '../../kit/capacity-words.ts';
import { Notice } from '../../kit/Notice.tsx';
import { useRegister, useSync, useView } from '../../kit/register-context.tsx';
import type { Decide } from '../../kit/register-services.ts';
import { formatMoment } from '../../../texts/say/format-time.ts';
import { words } from '../../../texts/words/words.ts';
import { Saying } from './Saying.tsx';
import { useCapacity } from './use-capacity.ts';
import { useSteps } from './use-steps.ts';

/** Says that the store takes no new orders to ship, until when and why, and ends that. */
export function PausedNotice() {
  const { identity } = useRegister();
  const { paused } = useCapacity();
  const timezone = useView((view) => view.store?.timezone ?? 'UTC');
  const isOffline = useSync((sync) => sync.connection.status !== 'online');
  const steps = useSteps();
  const resume: Decide = ({ reader }) => resumeOrders(reader.get(storeCapacityDocument, identity.storeId), Date.now());
  if (paused === null) return <Saying steps={steps} />;
  const until = formatMoment(paused.until, timezone);
  return (
    <>
      <Notice
        tone="warn"
        action={
          <Button disabled={steps.busy} onClick={() => void steps.take([resume], words('capacity.isResumed'))}>
            {words('capacity.resume')}
          </Button>
        }
      >
        {words('capacity.isPaused', { until, reason: pauseReasonWords()[paused.reason] })}
        {isOffline && ` ${words('capacity.offline')}`}
      </Notice>
      <Saying steps={steps} />
    </>
  );
}
