import { z } from 'zod';
import type { Controls } from '../page/serve-control.ts';
import { type CarrierDesk, carrierHabit } from './carrier-desk.ts';
import { carrierPage, carrierParts } from './page.ts';

/** What can be done to a simulated carrier, and what it shows. @param address where a server asks it. */
export function carrierControls(desk: CarrierDesk, address: { readonly host: string; readonly port: number }): Controls {
  return {
    actions: {
      '/habit': (body) => {
        desk.habit = z.strictObject({ habit: carrierHabit }).parse(body).habit;
        return true;
      },
      '/empty': () => {
        desk.empty();
        return true;
      },
    },
    page: (language) => carrierPage(language, desk),
    parts: (language) => carrierParts(language, desk),
    state: () => ({ address, habit: desk.habit, asked: desk.asked, labels: desk.labels }),
  };
}
