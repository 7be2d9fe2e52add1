import { z } from 'zod';
import type { Controls } from '../page/serve-control.ts';
import { scalePage, scaleParts, type ScaleView } from './page.ts';
import { MOST_LOAD_GRAMS, type SimulatedScale } from './scale.ts';
import type { NciServer } from './serve-nci.ts';

export interface ControlOptions {
  readonly scale: SimulatedScale;
  readonly nci: NciServer;
  /** What a till is told of the scale in its settings. */
  readonly address: { readonly host: string; readonly port: number };
}

const load = z.strictObject({ grams: z.number().min(-MOST_LOAD_GRAMS).max(MOST_LOAD_GRAMS) });
const flag = z.strictObject({ on: z.boolean() });

/** Does what is told, and can always be done. */
const always =
  <S extends z.ZodType>(schema: S, act: (value: z.output<S>) => unknown) =>
  async (body: unknown): Promise<boolean> => {
    await act(schema.parse(body));
    return true;
  };

function actions({ scale, nci }: ControlOptions): Controls['actions'] {
  return {
    '/put': always(load, ({ grams }) => scale.put(grams)),
    '/moving': always(flag, ({ on }) => (scale.moving = on)),
    '/pounds': always(flag, ({ on }) => (scale.pounds = on)),
    '/broken': always(flag, ({ on }) => (scale.broken = on)),
    '/silent': always(flag, ({ on }) => (nci.isSilent = on)),
    '/away': always(flag, ({ on }) => nci.setAway(on)),
    '/tare': always(z.strictObject({}), () => scale.takeTare()),
    '/zero': always(z.strictObject({}), () => scale.setToZero()),
  };
}

function viewOf({ scale, nci }: ControlOptions): ScaleView {
  const { onPlate, shown, tareGrams, isOver, isUnder, moving, pounds, broken } = scale;
  return { onPlate, shown, tareGrams, isOver, isUnder, moving, pounds, broken, isSilent: nci.isSilent, isAway: nci.isAway };
}

/** The page and the buttons of a simulated scale. */
export function scaleControls(options: ControlOptions): Controls {
  return {
    actions: actions(options),
    page: (language) => scalePage(language, viewOf(options)),
    parts: (language) => scaleParts(language, viewOf(options)),
    state: () => ({ address: options.address, ...viewOf(options) }),
  };
}
