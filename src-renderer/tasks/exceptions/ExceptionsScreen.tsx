import type { ChoiceMade } from '../../../domain/exceptions/resolution.ts';
import { useMemo, useRef, useState } from 'react';
import { resolveException } from '../../../domain/exceptions/resolve-exception.ts';
import { refuse } from '../../../domain/base/result.ts';
import { ListAndDetail } from '../../kit/ListAndDetail.tsx';
import rows from '../../kit/ListAndDetail.module.css';
import { Empty, Notice } from '../../kit/Notice.tsx';
import { useRegister, useView } from '../../kit/register-context.tsx';
import { Screen } from '../../kit/Screen.tsx';
import { useKeepFocus } from '../../kit/use-keep-focus.ts';
import { Saying } from '../picking/Saying.tsx';
import { useSteps } from '../picking/use-steps.ts';
import { newestFirst } from '../../kit/exceptions/effect-words.ts';
import { ExceptionDetail } from './ExceptionDetail.tsx';
import { LateResolutions } from './LateResolutions.tsx';
import { ExceptionRow } from '../../kit/exceptions/ExceptionRow.tsx';
import { words } from '../../../texts/words/words.ts';

/** Where a fact and the books disagree: what happened, and what a person can do about it, with or without a connection (rule J5). */
export function ExceptionsScreen() {
  const { catalog } = useRegister();
  const all = useView((view) => view.exceptions);
  const complete = useView((view) => view.complete);
  const timezone = useView((view) => view.store?.timezone ?? 'UTC');
  const exceptions = useMemo(() => newestFirst(all), [all]);
  const [openId, setOpenId] = useState<string | null>(null);
  const steps = useSteps();
  const open = exceptions.find((exception) => exception.id === openId);
  const place = useRef<HTMLDivElement>(null);
  useKeepFocus(place, steps.busy);

  function show(id: string | null): void {
    setOpenId(id);
    steps.clearMessage();
  }

  async function resolve(id: string, made: ChoiceMade): Promise<void> {
    const subject = exceptions.find((exception) => exception.id === id)?.subject ?? '';
    await steps.take(
      [
        ({ reader }) =>
          made.sku !== null && made.sku.trim() !== '' && catalog.product(made.sku.trim()) === undefined
            ? refuse('unknown_item')
            : resolveException(reader, id, made, null),
      ],
      words('exceptions.resolved', { subject }),
    );
  }

  return (
    <Screen title={words('exceptions.title')}>
      {!complete && <Notice tone="info">{words('exceptions.loading')}</Notice>}
      <LateResolutions />
      <Saying steps={steps} />
      {exceptions.length === 0 ? (
        <Empty title={words('exceptions.none')}>{words('exceptions.noneText')}</Empty>
      ) : (
        <ListAndDetail
          isOpen={open !== undefined}
          ref={place}
          list={
            <ul className={rows.rows} aria-label={words('exceptions.title')}>
              {exceptions.map((exception) => (
                <li key={exception.id}>
                  <ExceptionRow
                    exception={exception}
                    timezone={timezone}
                    current={exception.id === openId}
                    onOpen={() => show(exception.id)}
                  />
                </li>
              ))}
            </ul>
          }
          detail={
            open === undefined ? (
              <Empty title={words('exceptions.choose')}>{words('exceptions.chooseText')}</Empty>
            ) : (
              <ExceptionDetail
                key={open.id}
                exception={open}
                busy={steps.busy}
                onResolve={(made) => void resolve(open.id, made)}
                onClose={() => show(null)}
              />
            )
          }
        />
      )}
    </Screen>
  );
}
