import { expect, it } from 'vitest';
import { html } from './html.ts';

it('escapes what is put into it, but not what is HTML already', () => {
  expect(html`<p title="${'"><script>'}">${"Tom & Jerry's"} ${1}${html`<b>${'<'}</b>`}${[html`<i>1</i>`, html`<i>2</i>`]}</p>`.text).toBe(
    '<p title="&quot;&gt;&lt;script&gt;">Tom &amp; Jerry&#39;s 1<b>&lt;</b><i>1</i><i>2</i></p>',
  );
});
