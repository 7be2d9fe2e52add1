import { useMemo } from 'react';
import { ownZone } from '../../texts/say/format-time.ts';
import { useOffice } from '../base/office-context.tsx';

/** What the stores and warehouses are called, and which clocks they go by. */
export interface Places {
  /** The name of a location, or its id where nobody knows it any more. */
  readonly nameOf: (id: string) => string;
  /** The time zone of the first of them that is a store; this computer's where none is. */
  readonly zoneOf: (ids: readonly string[]) => string;
}

export function usePlaces(): Places {
  const { stores, warehouses } = useOffice().overview;
  return useMemo(() => {
    const names = new Map([...stores, ...warehouses].map(({ id, name }) => [id, name]));
    const zones = new Map(stores.map(({ id, timezone }) => [id, timezone]));
    return {
      nameOf: (id) => names.get(id) ?? id,
      zoneOf: (ids) => ids.map((id) => zones.get(id)).find((zone) => zone !== undefined) ?? ownZone(),
    };
  }, [stores, warehouses]);
}
