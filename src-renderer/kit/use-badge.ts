import { useEffect, useEffectEvent, useState } from 'react';
import { badgeSentence } from './badge-sentence.ts';
import type { BadgeAnswer } from './register-services.ts';
import { scanner } from './scanner/scanner.ts';
import { soundRefusal } from './scanner/scan-sounds.ts';
import type { ScanLayer } from './scanner/scan-router.ts';

/**
 * Takes badges of people while a part of the screen is shown. Where nothing does, a badge does nothing but a sentence.
 * @returns why the last one did nothing, to be shown; null where there is nothing to say.
 */
export function useBadge(check: (code: string) => Promise<BadgeAnswer>, layer: ScanLayer): string | null {
  const [problem, setProblem] = useState<string | null>(null);
  const scanned = useEffectEvent(async (code: string) => {
    setProblem(null);
    const sentence = badgeSentence(await check(code));
    if (sentence !== null) soundRefusal();
    setProblem(sentence);
    return null;
  });
  useEffect(() => scanner.addForBadges({ layer, owner: '', onScan: (code) => scanned(code) }), [layer]);
  return problem;
}
