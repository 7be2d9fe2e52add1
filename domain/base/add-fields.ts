/**
 * A step of an upgrade: gives a payload fields that its version did not have. One that has any of them was not written by that
 * version, and one that is no object is no payload: both give undefined.
 */
export function addFields(fields: Readonly<Record<string, unknown>>): (payload: unknown) => unknown {
  return (payload) => {
    if (typeof payload !== 'object' || payload === null || Array.isArray(payload)) return undefined;
    if (Object.keys(fields).some((name) => name in payload)) return undefined;
    return { ...payload, ...fields };
  };
}
