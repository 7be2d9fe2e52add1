import { Html, html } from './html.ts';
import { type Language, LANGUAGES } from './languages.ts';

export interface FrameTexts {
  readonly title: string;
  readonly explanation: string;
  /** The name of the list of languages. */
  readonly languages: string;
  /** The name of the device's own display, and what it shows. */
  readonly screen: string;
  readonly screenText: Html;
}

/** The page of a simulated device around what is its own. */
export function pageFrame(language: Language, { title, explanation, languages, screen, screenText }: FrameTexts, body: Html): string {
  const links = Object.entries(LANGUAGES).map(
    ([tag, { name }]) =>
      html`<a href="?lang=${tag}" lang="${tag}" hreflang="${tag}" ${new Html(tag === language ? 'aria-current="page"' : '')}>${name}</a> `,
  );
  return html`<!doctype html>
    <html lang="${language}" dir="${LANGUAGES[language].direction}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width" />
        <title>${title}</title>
        <link rel="stylesheet" href="/page.css" />
        <script src="/page.js" defer></script>
      </head>
      <body>
        <nav aria-label="${languages}">${links}</nav>
        <main>
          <h1>${title}</h1>
          <p>${explanation}</p>
          <section id="display" aria-label="${screen}" aria-live="polite">${screenText}</section>
          ${body}
        </main>
      </body>
    </html>`.text;
}
