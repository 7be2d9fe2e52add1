import { isRecordable } from '../base/journal-health.ts';
import type { Loop } from '../base/keep-trying.ts';
import { startListening } from '../sync/event-stream.ts';
import { startNamingKey } from '../sync/name-key.ts';
import { startOutbox } from '../sync/outbox.ts';
import { startPulling } from '../sync/pull-loop.ts';
import { createSigner } from '../sync/sign-batch.ts';
import type { RegisterParts } from './register-parts.ts';
import { takePull, throwReplicaAway } from './take-pull.ts';

/** What keeps a register in touch with its server. */
export interface SyncLoops {
  /** There is something to send. */
  send(): void;
  /** Offers the journal again from its start. */
  sendAgain(): void;
  /** There is something to pull. */
  pull(): void;
  /** Tries all of it now. */
  retry(): void;
  stop(): void;
}

/** Starts to send, to pull and to listen, and tries all of it again as soon as the server is back. */
export function startLoops(parts: RegisterParts): SyncLoops {
  const { identity, journal, replica, client, key, link, fork, progress, onError, random } = parts;
  const outbox = startOutbox({
    journal,
    client,
    link,
    confirmedSeq: progress.confirmedSeq(),
    onConfirmed: progress.confirmed,
    checkPlace: fork.checkPlace,
    onForked: () => link.stopAsCloned(),
    onFailed: () => pulling.kick(),
    isHeld: () => !isRecordable(link.state.getState().journal),
    sign: key === null ? undefined : createSigner(identity.registerId, key.sign),
    random,
  });
  const pulling = startPulling({
    client,
    link,
    checkPlace: fork.checkPlace,
    checkpoint: () => replica.checkpoint,
    epoch: () => replica.epoch,
    take: (from, response) => takePull(parts, from, response),
    startOver: () => throwReplicaAway(parts),
    confirmedSeq: progress.confirmedSeq,
    sendAgain: () => {
      fork.forget();
      outbox.sendAgain();
    },
    random,
  });
  const listening = startListening({
    client,
    link,
    random,
    onChange: (heads) => {
      if (Object.entries(heads).some(([scope, seq]) => seq > (replica.checkpoint[scope] ?? 0))) pulling.kick();
    },
    onBroken: () => pulling.kick(),
  });
  const loops: Loop[] = [outbox, pulling, listening, fork.loop];
  if (key !== null) loops.push(startNamingKey({ client, publicKey: key.publicKey, onError, random }));
  const retry = () => loops.forEach((loop) => loop.retry());
  const unsubscribe = link.state.subscribe((state, before) => {
    if (state.connection.status === 'online' && before.connection.status !== 'online') retry();
  });
  return {
    send: () => outbox.kick(),
    sendAgain: () => outbox.sendAgain(),
    pull: () => pulling.kick(),
    retry,
    stop() {
      unsubscribe();
      fork.stop();
      loops.forEach((loop) => loop.stop());
    },
  };
}
