import { useState } from 'react';
import type { IdentityDocument, Proof } from '../../../domain/fulfillment/identity.ts';
import type { Strokes } from '../../../domain/fulfillment/pickup-signature.ts';
import { pickupIdentity } from '../../../domain/fulfillment/settings.ts';
import { useSetting } from '../../kit/register-context.tsx';
import { NOTHING_STAYS, type Stays } from './not-taken.ts';
import { NOBODY_YET, proofOf, type Who } from './who-is-it.ts';

/** Who stands at the counter for an order, and what they do not take of it. */
export interface AtCounter {
  readonly who: Who;
  /** The documents that the company lets count. */
  readonly accepted: readonly IdentityDocument[];
  /** Null until it is known who fetches it. */
  readonly proof: Proof | null;
  readonly stays: Stays;
  /** What the customer has signed for what they take; null before. */
  readonly signed: Strokes | null;
  sign(signed: Strokes): void;
  setStays(stays: Stays): void;
  /** Whoever is asked for another proof has not said what they take. */
  identify(who: Who): void;
  /** A code fitted: it counts, whatever was asked for before. */
  codeFits(): void;
}

/** @param code the pickup code that was checked and is right; null before. */
export function useWho(code: string | null): AtCounter {
  const [who, setWho] = useState<Who>(NOBODY_YET);
  const [stays, setStays] = useState<Stays>(NOTHING_STAYS);
  const [signed, setSigned] = useState<Strokes | null>(null);
  const accepted = useSetting(pickupIdentity);
  return {
    who,
    accepted,
    proof: proofOf(who, code, accepted),
    stays,
    signed,
    sign: setSigned,
    setStays(next) {
      setStays(next);
      // It was for something else.
      setSigned(null);
    },
    identify(next) {
      setWho(next);
      setStays(NOTHING_STAYS);
      setSigned(null);
    },
    codeFits: () => setWho((before) => (before.way === 'proxy' ? before : NOBODY_YET)),
  };
}
