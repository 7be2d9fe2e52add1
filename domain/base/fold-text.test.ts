import { describe, expect, it } from 'vitest';
import { foldText } from './fold-text.ts';

describe('text in a search', () => {
  it.each([
    ['Pączki z różą Łódź', 'paczki z roza lodz'],
    ['Straße Würstchen groß', 'strasse wurstchen gross'],
    ['GROẞ', 'gross'],
    ['ISPARTA Gül Suyu İnce ılık', 'isparta gul suyu ince ilik'],
    ['Smørrebrød', 'smorrebrod'],
    ['Đorđe Ćirić', 'dorde ciric'],
    ['Crème brûlée', 'creme brulee'],
    ['Bjørn Þór Æsir Œuvre', 'bjorn thor aesir oeuvre'],
    ['ＡＢＣ １２３', 'abc 123'],
    ['Tea, green-leaf (20)', 'tea green leaf 20'],
  ])('%j is compared as %j', (text, folded) => {
    expect(foldText(text)).toBe(folded);
    expect(foldText(folded)).toBe(folded);
  });
});
