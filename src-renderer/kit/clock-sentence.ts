import { formatExactMoment } from '../../texts/say/format-time.ts';
import { words } from '../../texts/words/words.ts';
import type { ClockNews } from './register-services.ts';

/** What happened to the device's clock, that sales go on, and what to do. */
export function clockSentence({ kind, saidMs, saysMs }: ClockNews, timezone: string): string {
  const [said, says] = [saidMs, saysMs].map((ms) => formatExactMoment(new Date(ms).toISOString(), timezone));
  return `${words(`clock.${kind}`, { said: said ?? '', says: says ?? '' })} ${words('clock.what')}`;
}
