import { words } from '../../texts/words/words.ts';
import { type BadgeAnswer, PIN_WAIT_MS } from './register-services.ts';

/** Why a badge did nothing; null where it did. */
export function badgeSentence(answer: BadgeAnswer): string | null {
  switch (answer) {
    case 'right':
      return null;
    case 'wrong_pin':
      return words('badge.wrong');
    case 'too_many_tries':
      return words('badge.tooManyTries', { seconds: Math.round(PIN_WAIT_MS / 1000) });
    case 'badges_off':
      return words('badge.off');
    case 'may_not':
      return words('badge.mayNot');
    case 'pins_unreadable':
    case 'pins_ended':
      return words(`signIn.${answer}`);
  }
}
