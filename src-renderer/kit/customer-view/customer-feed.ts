import type { CustomerScene, CustomerView, SaleScene, StoreOnDisplay, ThanksScene } from './customer-view.ts';

/** What stands on the till around a sale. */
export interface TillOnDisplay {
  readonly store: StoreOnDisplay;
  /** The register whose sale is shown: beside it there may be one to practise on. */
  readonly register: object;
  /** Whether a shift is open. */
  readonly isOpen: boolean;
  /** Whether somebody is signed in. */
  readonly isStaffed: boolean;
}

/** Makes what the customer sees of a sale; null where there is none. */
export type MakeScene = () => SaleScene | ThanksScene | null;

export interface CustomerFeed {
  setTill(till: TillOnDisplay): void;
  /** Says how to make the scene. It is made after the next paint, and only while somebody watches. */
  setSale(register: object, make: MakeScene): void;
  /** What the customer sees now; null before the till is known. */
  now(): CustomerView | null;
  /** Tells each change. @returns stops it. */
  watch(tell: (view: CustomerView) => void): () => void;
}

function sceneOf({ isOpen, isStaffed }: TillOnDisplay, make: MakeScene): CustomerScene {
  if (!isOpen) return { kind: 'closed' };
  // Whoever locks the till in the middle of a sale leaves its goods on the display.
  return make() ?? { kind: isStaffed ? 'welcome' : 'closed' };
}

/**
 * Follows the till for whatever stands in front of the customer. A till without a display does no work for it.
 * @param afterPaint runs work once the screen of the till has been painted.
 */
export function createCustomerFeed(afterPaint: (work: () => void) => void): CustomerFeed {
  const watchers = new Set<(view: CustomerView) => void>();
  let till: TillOnDisplay | null = null;
  let sale: { readonly register: object; readonly make: MakeScene } | null = null;
  let isDue = false;

  function now(): CustomerView | null {
    if (till === null) return null;
    const isIts = sale?.register === till.register;
    return { store: till.store, scene: sceneOf(till, sale !== null && isIts ? sale.make : () => null) };
  }

  function tellAll(): void {
    isDue = false;
    const view = now();
    if (view !== null) for (const tell of watchers) tell(view);
  }

  function changed(): void {
    if (isDue || watchers.size === 0) return;
    isDue = true;
    afterPaint(tellAll);
  }

  return {
    now,
    setTill(next) {
      till = next;
      changed();
    },
    setSale(register, make) {
      sale = { register, make };
      changed();
    },
    watch(tell) {
      watchers.add(tell);
      changed();
      return () => void watchers.delete(tell);
    },
  };
}

/** After the frame that is being made. A page that nobody sees is not painted. */
function afterPaint(work: () => void): void {
  if (document.hidden) setTimeout(work);
  else requestAnimationFrame(() => setTimeout(work));
}

/** What the customer of this till sees. */
export const customerFeed = createCustomerFeed(afterPaint);
