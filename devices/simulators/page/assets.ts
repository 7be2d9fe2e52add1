/**
 * The script of a simulator's page. It asks for the parts that change twice a second, and sends what a button says. The digits press
 * the buttons too.
 */
export const PAGE_SCRIPT = `'use strict';
const ASK_EVERY_MS = 500;
const buttons = [...document.querySelectorAll('button[data-path]')];
const part = document.getElementById('part');
function show(name, text) {
  const element = document.getElementById(name);
  if (element.dataset.shown === text) return;
  element.dataset.shown = text;
  element.innerHTML = text;
}
function refresh(parts) {
  show('display', parts.display);
  show('moved', parts.moved);
  for (const button of buttons) button.disabled = !parts.pressable.includes(button.dataset.when);
  if (parts.part === null) part.value = '';
  else if (part.value === '') part.value = parts.part;
}
async function ask() {
  const answer = await fetch('/parts?lang=' + document.documentElement.lang);
  if (answer.ok) refresh(await answer.json());
}
async function press(button) {
  const body = JSON.parse(button.dataset.body);
  if (body.button === 'approve_part') body.amount = Number(part.value);
  await fetch(button.dataset.path, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) });
  await ask();
}
for (const button of buttons) button.addEventListener('click', () => void press(button).catch(() => undefined));
document.addEventListener('keydown', (event) => {
  if (event.target instanceof HTMLInputElement || event.ctrlKey || event.metaKey || event.altKey) return;
  const button = buttons[Number(event.key) - 1];
  if (button !== undefined && !button.disabled) button.click();
});
(function again() {
  ask().catch(() => undefined).then(() => setTimeout(again, ASK_EVERY_MS));
})();
`;

/** The style sheet of a simulator's page, for light and dark screens. */
export const PAGE_STYLE = `:root { color-scheme: light dark; font-family: system-ui, sans-serif; line-height: 1.5; }
body { margin: 0 auto; max-width: 52rem; padding: 0.5rem 1rem; }
h1, h2 { margin-block: 0.5rem; }
h1 { font-size: 1.5rem; }
h2 { font-size: 1.25rem; }
p { margin-block: 0.25rem; }
nav { text-align: end; }
[aria-current] { font-weight: 600; }
#display { background: #10312e; border-radius: 12px; color: #e9fffb; min-height: 7rem; padding: 1rem 1.5rem; }
.asks { font-size: 1.25rem; margin: 0; }
.amount { font-size: 3rem; font-weight: 600; margin: 0; }
ol { list-style: none; padding: 0; }
li { align-items: center; display: grid; gap: 0.25rem 1rem; grid-template-columns: 17rem 1fr; }
li { border-block-start: 1px solid #8884; padding-block: 0.25rem; }
@media (max-width: 36rem) { li { grid-template-columns: 1fr; } }
button { font: inherit; min-height: 44px; padding-inline: 1rem; text-align: start; }
input { box-sizing: border-box; font: inherit; inline-size: 8rem; min-height: 44px; }
table { border-collapse: collapse; inline-size: 100%; }
th, td { border-block-end: 1px solid #8884; padding: 0.25rem 0.5rem; text-align: start; }
`;
