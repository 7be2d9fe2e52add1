/** Puts the cursor into the quantity of the line that was touched last, or of the last line; false where there is no line. */
export function enterQuantities(screen: Element | null): boolean {
  const field =
    screen?.querySelector<HTMLInputElement>('[data-touched="true"] input') ?? (screen === null ? undefined : quantityFields(screen).at(-1));
  field?.focus();
  return field !== undefined;
}

/** Puts the cursor from the quantity of one line into that of the line above (-1) or below (1); false at the ends. */
export function moveQuantity(field: HTMLInputElement, step: -1 | 1): boolean {
  const list = field.closest('[role="list"]');
  const fields = list === null ? [] : quantityFields(list);
  const beside = fields[fields.indexOf(field) + step];
  beside?.focus();
  return beside !== undefined;
}

const quantityFields = (place: Element) => [...place.querySelectorAll<HTMLInputElement>('input[data-quantity]')];
