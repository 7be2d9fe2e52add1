import { Radio } from '@mantine/core';
import { dateInZone } from '../../../domain/base/zoned-date.ts';
import type { FulfillmentOrder } from '../../../domain/fulfillment/fulfillment-order.ts';
import { compareRates, type NoRate } from '../../../domain/labels/compare-rates.ts';
import { labelService, shippingRates } from '../../../domain/labels/settings.ts';
import { formatMoney } from '../../../texts/say/format-money.ts';
import { formatDay } from '../../../texts/say/format-time.ts';
import { words } from '../../../texts/words/words.ts';
import { Notice } from '../../kit/Notice.tsx';
import { useSetting, useView } from '../../kit/register-context.tsx';
import { ageOf, marksOf, sendBy, serviceOf } from './parcel-rates.ts';
import { type PackingDraft, parcelsOf } from './packing-draft.ts';
import styles from './RateChoice.module.css';

export interface RateChoiceProps {
  readonly order: FulfillmentOrder;
  readonly draft: PackingDraft;
  readonly onDraft: (draft: PackingDraft) => void;
}

/** The services that do not take the parcels, by why. */
function NoRates({ none }: { readonly none: readonly NoRate[] }) {
  const namesOf = (why: NoRate['why']) => none.flatMap((one) => (one.why === why ? [one.name] : [])).join(', ');
  const [notThere, tooHeavy] = [namesOf('not_there'), namesOf('too_heavy')];
  return (
    <>
      {notThere !== '' && <p className={styles.note}>{words('picking.rateNotThere', { names: notThere })}</p>}
      {tooHeavy !== '' && <p className={styles.note}>{words('picking.rateTooHeavy', { names: tooHeavy })}</p>}
    </>
  );
}

/** What the services of the carrier cost for the parcels of an order, side by side, from the table on the device. */
export function RateChoice({ order, draft, onDraft }: RateChoiceProps) {
  const table = useSetting(shippingRates);
  const standard = useSetting(labelService)?.service ?? null;
  const timezone = useView((view) => view.store?.timezone ?? 'UTC');
  const { shipTo } = order;
  if (table === null || shipTo === null) return null;
  const weights = parcelsOf(order, draft).map(({ weightGrams }) => weightGrams);
  const known = weights.flatMap((grams) => grams ?? []);
  if (known.length === 0 || known.length < weights.length) return <p className={styles.note}>{words('picking.weighForRates')}</p>;
  const { rates, none } = compareRates(table, shipTo, known);
  const { cheapest, fastest } = marksOf(rates);
  const date = formatDay(table.since);
  const { days, isOld } = ageOf(table, dateInZone(Date.now(), timezone));
  return (
    <section className={styles.rates} aria-label={words('picking.rates')}>
      <strong>{words('picking.rates')}</strong>
      {rates.length === 0 && <Notice tone="warn">{words('picking.noRates')}</Notice>}
      <Radio.Group
        aria-label={words('picking.rates')}
        value={serviceOf(order, draft, table.rows, standard)}
        onChange={(service) => onDraft(sendBy(draft, service))}
      >
        {rates.map((rate) => (
          <Radio
            key={rate.service}
            value={rate.service}
            size="lg"
            classNames={{ root: styles.rate ?? '', body: styles.body ?? '', labelWrapper: styles.grow ?? '', label: styles.label ?? '' }}
            label={
              <>
                <span className={styles.name}>
                  <bdi>{rate.name}</bdi>
                  {rate.days !== null &&
                    ` · ${rate.days === 0 ? words('picking.rateToday') : words('picking.rateDays', { count: rate.days })}`}
                  {rate.service === cheapest && <em className={styles.mark}>{words('picking.rateCheapest')}</em>}
                  {rate.service === fastest && <em className={styles.mark}>{words('picking.rateFastest')}</em>}
                </span>
                <strong>{formatMoney(rate.minor, table.currency)}</strong>
              </>
            }
          />
        ))}
      </Radio.Group>
      <NoRates none={none} />
      <p className={styles.note} data-old={isOld}>
        {days === 0 ? words('picking.ratesNew', { date }) : words('picking.ratesAge', { date, count: days })}
      </p>
    </section>
  );
}
