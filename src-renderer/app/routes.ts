import type { TablerIcon } from '@tabler/icons-react';
import {
  IconBox,
  IconCash,
  IconHistory,
  IconHome,
  IconPackageImport,
  IconRefresh,
  IconReportMoney,
  IconShoppingBag,
} from '../kit/icons.ts';

/** A task of a person, the place it has in the address, and the key that leads to it. */
export interface Route {
  readonly path: string;
  readonly label: string;
  /** The key as `KeyboardEvent.key` names it. F5 and F11 stay with the browser. */
  readonly shortcut: string;
  readonly icon: TablerIcon;
}

export const ROUTES = [
  { path: '/', label: 'Home', shortcut: 'F1', icon: IconHome },
  { path: '/sale', label: 'Sale', shortcut: 'F2', icon: IconCash },
  { path: '/pickup', label: 'Pickup', shortcut: 'F3', icon: IconShoppingBag },
  { path: '/picking', label: 'Picking', shortcut: 'F4', icon: IconBox },
  { path: '/returns', label: 'Returns', shortcut: 'F6', icon: IconPackageImport },
  { path: '/shift', label: 'Shift', shortcut: 'F7', icon: IconReportMoney },
  { path: '/history', label: 'History', shortcut: 'F9', icon: IconHistory },
  { path: '/sync', label: 'Sync', shortcut: 'F8', icon: IconRefresh },
] as const satisfies readonly Route[];

export type RoutePath = (typeof ROUTES)[number]['path'];

/** The route that a key leads to, if any. Keys with a modifier belong to the browser. */
export function routeForKey(event: Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'altKey' | 'metaKey' | 'shiftKey'>): RoutePath | null {
  if (event.ctrlKey || event.altKey || event.metaKey || event.shiftKey) return null;
  return ROUTES.find((route) => route.shortcut === event.key)?.path ?? null;
}
