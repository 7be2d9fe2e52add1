/** What can be printed of a screen. */
export type PrintedPart = 'receipt' | 'report';

const SCHEME = 'mantineColorScheme';

/**
 * Prints one part of the screen and nothing beside it; the rest is hidden, and the style sheet of the part shows it again. Paper is
 * white, so a dark device is light meanwhile.
 * @param name what a browser calls the file that it saves instead; without one, as the page.
 */
export function printPart(part: PrintedPart, name?: string): void {
  const { dataset } = document.body;
  const shown = document.documentElement.dataset;
  const scheme = shown[SCHEME];
  const { title } = document;
  if (name !== undefined) document.title = name;
  dataset['printing'] = part;
  shown[SCHEME] = 'light';
  const restore = (): void => {
    delete dataset['printing'];
    document.title = title;
    if (scheme === undefined) delete shown[SCHEME];
    else shown[SCHEME] = scheme;
  };
  window.addEventListener('afterprint', restore, { once: true });
  window.print();
}
