import { expect, it } from 'vitest';
import { escapeMarkup } from './escape-markup.ts';

it('leaves no sign that begins or ends a tag, an entity or an attribute', () => {
  expect(escapeMarkup(`<a href="x" title='y'>R&D</a> ü`)).toBe('&lt;a href=&quot;x&quot; title=&#39;y&#39;&gt;R&amp;D&lt;/a&gt; ü');
});
