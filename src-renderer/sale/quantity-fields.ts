/** Puts the cursor into the quantity of the line that was touched last, or of the last line; false where there is no line. */
export function enterQuantities(screen: Element | null): boolean {
  const field =
    screen?.querySelector<HTMLInputElement>('[data-touched="true"] input') ??
    screen?.querySelector<HTMLInputElement>('li:last-child input[data-quantity]');
  field?.focus();
  return field !== undefined && field !== null;
}

/** Puts the cursor from the quantity of one line into that of the line above (-1) or below (1); false at the ends. */
export function moveQuantity(field: HTMLInputElement, step: -1 | 1): boolean {
  const row = field.closest('li');
  const beside = (step < 0 ? row?.previousElementSibling : row?.nextElementSibling)?.querySelector<HTMLInputElement>(
    'input[data-quantity]',
  );
  beside?.focus();
  return beside !== undefined && beside !== null;
}
