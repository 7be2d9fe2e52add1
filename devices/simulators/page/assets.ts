/**
 * The script of a simulator's page. It asks for the parts that change twice a second, and sends what a button or a slider says. The digits
 * press the buttons too. `data-input` names the fields whose numbers or texts go with a button, under the names in `data-field`.
 */
export const PAGE_SCRIPT = `'use strict';
const ASK_EVERY_MS = 500;
const buttons = [...document.querySelectorAll('button[data-path]')];
const sliders = [...document.querySelectorAll('input[type=range]')];
function show(name, text) {
  const element = document.getElementById(name);
  if (element.dataset.shown === text) return;
  element.dataset.shown = text;
  element.innerHTML = text;
}
function fill(name, value) {
  const input = document.getElementById(name);
  const follows = input.type === 'range' && input !== document.activeElement;
  if (value === null) input.value = '';
  else if (follows || input.value === '') input.value = value;
}
function refresh(parts) {
  for (const [name, text] of Object.entries(parts.texts)) show(name, text);
  for (const button of buttons) button.disabled = !parts.pressable.includes(button.dataset.when);
  for (const [name, value] of Object.entries(parts.values)) fill(name, value);
}
async function ask() {
  const answer = await fetch('/parts?lang=' + document.documentElement.lang);
  if (answer.ok) refresh(await answer.json());
}
async function send(path, body) {
  await fetch(path, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) });
  await ask();
}
function press(button) {
  const { path, body, input, field } = button.dataset;
  const inputs = input === undefined ? [] : input.split(' ').map((id) => document.getElementById(id));
  const names = (field ?? '').split(' ');
  const entered = inputs.map(({ type, value }, index) => [names[index], type === 'number' ? Number(value) : value]);
  return send(path, { ...JSON.parse(body), ...Object.fromEntries(entered) });
}
for (const button of buttons) button.addEventListener('click', () => void press(button).catch(() => undefined));
for (const slider of sliders) {
  const { path, field } = slider.dataset;
  slider.addEventListener('input', () => void send(path, { [field]: Number(slider.value) }).catch(() => undefined));
}
document.addEventListener('keydown', (event) => {
  const isTyped = event.target instanceof HTMLInputElement && event.target.type !== 'range';
  if (isTyped || event.ctrlKey || event.metaKey || event.altKey) return;
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
input.code { inline-size: 100%; max-inline-size: 32rem; }
.row { display: flex; flex-wrap: wrap; gap: 0.5rem; }
.pole { font-size: clamp(1rem, 6vw, 2.5rem); font-weight: 600; margin: 0; }
.slip { border: 1px solid #8884; margin-block-end: 1rem; max-inline-size: 24rem; }
.slip svg { display: block; }
pre { border: 1px solid #8884; font: inherit; overflow-wrap: anywhere; padding: 0.5rem; white-space: pre-wrap; }
h3 { font-size: 1rem; margin-block: 1rem 0; }
input[type='range'] { inline-size: 100%; }
table { border-collapse: collapse; inline-size: 100%; }
th, td { border-block-end: 1px solid #8884; padding: 0.25rem 0.5rem; text-align: start; }
`;
