/**
 * The field of the screen that codes and searches go into, where one is shown.
 * @param isWanted asked first: whether a field is shown is known only once the page is laid out, which each scan would pay for.
 */
export function searchField(isWanted: (field: HTMLInputElement) => boolean = () => true): HTMLInputElement | null {
  const fields = [...document.querySelectorAll<HTMLInputElement>('[data-search]')];
  return fields.find((field) => isWanted(field) && field.checkVisibility()) ?? null;
}

/**
 * Puts the cursor into the screen's search field for what a person types while no control has it, so that the field is
 * always ready; `/` leads there from anywhere but a field, and is not typed.
 */
export function leadKeyToSearch(event: KeyboardEvent): void {
  if (event.ctrlKey || event.altKey || event.metaKey || event.key.length !== 1 || event.key === ' ') return;
  const typing = event.target instanceof HTMLElement && event.target.matches('input, textarea, select');
  if (typing || (event.key !== '/' && document.activeElement !== document.body)) return;
  const field = searchField();
  if (field === null) return;
  if (event.key === '/') event.preventDefault();
  field.focus();
  field.select();
}
