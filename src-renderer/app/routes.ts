import type { TablerIcon } from '@tabler/icons-react';
import type { Key } from '../../texts/words/catalogs.ts';
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
  readonly key: Key;
  /** The key as `KeyboardEvent.key` names it. F5, F10 and F11 belong to the sale. */
  readonly shortcut: string;
  readonly icon: TablerIcon;
}

export const ROUTES = [
  { path: '/', key: 'task.home', shortcut: 'F1', icon: IconHome },
  { path: '/sale', key: 'task.sale', shortcut: 'F2', icon: IconCash },
  { path: '/pickup', key: 'task.pickup', shortcut: 'F3', icon: IconShoppingBag },
  { path: '/picking', key: 'task.picking', shortcut: 'F4', icon: IconBox },
  { path: '/returns', key: 'task.returns', shortcut: 'F6', icon: IconPackageImport },
  { path: '/shift', key: 'task.shift', shortcut: 'F7', icon: IconReportMoney },
  { path: '/history', key: 'task.history', shortcut: 'F9', icon: IconHistory },
  { path: '/sync', key: 'task.sync', shortcut: 'F8', icon: IconRefresh },
] as const satisfies readonly Route[];

export type RoutePath = (typeof ROUTES)[number]['path'];

/** The route that a key leads to, if any. Keys with a modifier belong to the browser. */
export function routeForKey(event: Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'altKey' | 'metaKey' | 'shiftKey'>): RoutePath | null {
  if (event.ctrlKey || event.altKey || event.metaKey || event.shiftKey) return null;
  return ROUTES.find((route) => route.shortcut === event.key)?.path ?? null;
}
