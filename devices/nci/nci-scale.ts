import { type DevicePlace, placeOf } from '../../domain/device/device-place.ts';
import { isSameWeighing, NEXT_WITHIN_MS, type ScalePort, type Weighing } from '../../domain/device/weighing.ts';
import { type Line, openLine } from './line.ts';
import { readWeight } from './read-weight.ts';

const WEIGH = 'W\r';
const ZERO = 'Z\r';

/** How often an event looks, in milliseconds: a scale shows a new weight about ten times a second. */
const LOOK_EVERY_MS = 100;

const pause = () => new Promise<void>((resolve) => setTimeout(resolve, LOOK_EVERY_MS));

/** A scale at the other end of a line, by the NCI standard protocol (SCP-01). */
export function nciScale(line: Line): ScalePort {
  async function weigh(): Promise<Weighing> {
    const heard = await line.ask(WEIGH);
    return heard.kind === 'answered' ? readWeight(heard.answer) : heard;
  }
  return {
    weigh,
    async zero() {
      const heard = await line.ask(ZERO);
      return heard.kind === 'answered' ? weigh() : heard;
    },
    async next(seen) {
      const until = performance.now() + NEXT_WITHIN_MS;
      for (;;) {
        const look = await weigh();
        if (!isSameWeighing(look, seen) || performance.now() >= until) return look;
        await pause();
      }
    },
  };
}

/** The scales that a host has to do with: each has one line, whoever asks. */
export function nciScales(): (place: DevicePlace) => ScalePort {
  const known = new Map<string, ScalePort>();
  return (set) => {
    const place = placeOf(set);
    const name = JSON.stringify(place);
    const scale = known.get(name) ?? nciScale(openLine(place));
    known.set(name, scale);
    return scale;
  };
}
