/**
 * Nothing in a world is ever forgotten: when memory is cleaned up is no matter of the seed, and RxDB asks its disk again
 * for what was. Imported before everything else, because libraries look for these as they are loaded.
 */
class StrongReference<T extends object> {
  readonly [Symbol.toStringTag] = 'WeakRef';
  private readonly target: T;

  constructor(target: T) {
    this.target = target;
  }

  deref(): T {
    return this.target;
  }
}

class NothingEnds {
  readonly [Symbol.toStringTag] = 'FinalizationRegistry';

  register(): void {
    // Nothing will ever be told.
  }

  unregister(): boolean {
    return false;
  }
}

globalThis.WeakRef = StrongReference as typeof WeakRef;
globalThis.FinalizationRegistry = NothingEnds as typeof FinalizationRegistry;
