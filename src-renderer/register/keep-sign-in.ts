import type { RegisterParts } from './register-parts.ts';
import type { SignIn } from './sign-in.ts';
import type { TimeAway } from './time-away.ts';

/** How often (milliseconds) it is looked whether PINs still count. */
const LOOK_EVERY_MS = 60_000;

/**
 * Keeps who is signed in as the head office says (rule A1): after each complete pull, and as time goes by without one.
 * @returns a function that ends it.
 */
export function keepSignIn({ link }: Pick<RegisterParts, 'link'>, signIn: SignIn, away: TimeAway): () => void {
  const unsubscribe = link.state.subscribe((state, before) => {
    if (state.replicaCompleteAt === null || state.replicaCompleteAt === before.replicaCompleteAt) return;
    away.heard(state.replicaCompleteAt);
    signIn.refresh();
  });
  const timer = setInterval(signIn.refresh, LOOK_EVERY_MS);
  // The first pull may have ended while the register was starting.
  const { replicaCompleteAt } = link.state.getState();
  if (replicaCompleteAt !== null) away.heard(replicaCompleteAt);
  signIn.refresh();
  return () => {
    clearInterval(timer);
    unsubscribe();
  };
}
