/** What can be printed of a screen. */
export type PrintedPart = 'receipt' | 'report';

const SCHEME = 'mantineColorScheme';

/**
 * Prints one part of the screen and nothing beside it; the rest is hidden, and the style sheet of the part shows it again. Paper is
 * white, so a dark device is light meanwhile.
 */
export function printPart(part: PrintedPart): void {
  const { dataset } = document.body;
  const shown = document.documentElement.dataset;
  const scheme = shown[SCHEME];
  dataset['printing'] = part;
  shown[SCHEME] = 'light';
  const restore = (): void => {
    delete dataset['printing'];
    if (scheme === undefined) delete shown[SCHEME];
    else shown[SCHEME] = scheme;
  };
  window.addEventListener('afterprint', restore, { once: true });
  window.print();
}
