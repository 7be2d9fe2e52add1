import type { Promotion } from '../../domain/promotions/promotion.ts';
import type { Chance } from './chance.ts';
import type { SampleLevel } from './fill-stock.ts';
import type { SampleAssociate } from './make-associates.ts';
import type { SamplePlace } from './places.ts';
import type { JournalWriter } from '../journal/journal-writer.ts';

/** A location of the sample company with all that its story is told with. */
export interface SampleSite {
  readonly place: SamplePlace;
  readonly levels: readonly SampleLevel[];
  readonly register: JournalWriter;
  /** None work in the warehouse. */
  readonly associates: readonly SampleAssociate[];
}

/** What the story of the sample company is made from. */
export interface Story {
  readonly sites: readonly SampleSite[];
  readonly promotions: readonly Promotion[];
  readonly chance: Chance;
  /** The present of the story. */
  readonly now: Date;
  /** The next number of an online order. */
  nextNumber(): string;
}

/** Whoever works at a site: the id that its operations carry. */
export function workerAt(site: SampleSite, chance: Chance): string {
  return site.associates.length === 0 ? `${site.place.id}-worker` : chance.pick(site.associates).id;
}

/** A time on a day before the story's present, in the opening hours of a site. */
export function timeAt(story: Story, site: SampleSite, daysAgo: number): Date {
  const day = new Date(story.now);
  day.setUTCHours(0, 0, 0, 0);
  // The sun's time is close enough to the clock on the wall: shops are open in daylight.
  const hour = story.chance.whole(10, 16) - site.place.longitude / 15;
  return new Date(day.getTime() - daysAgo * 86_400_000 + hour * 3_600_000 + story.chance.whole(0, 3_599_999));
}
