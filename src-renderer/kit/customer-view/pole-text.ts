import type { PoleLine, PoleText } from '../../../domain/device/pole.ts';
import { formatMoney } from '../../../texts/say/format-money.ts';
import { formatQuantity } from '../../../texts/say/format-quantity.ts';
import { lineName } from '../../../texts/say/line-name.ts';
import { inLanguage } from '../../../texts/words/chosen-language.ts';
import { words } from '../../../texts/words/words.ts';
import type { CustomerScene, CustomerView, SaleScene, ShownLine } from './customer-view.ts';

const NOTHING: PoleLine = { start: '', end: '' };
const says = (start: string): PoleLine => ({ start, end: '' });

/** The article that was touched last, with how much of it: a customer has no time to read more. */
function articleOf(line: ShownLine, currency: string): PoleLine {
  const { quantity, quantityDecimals, unit, amountMinor } = line;
  const name = lineName({ ...line, reference: line.lastFour });
  const isOne = quantity === 1 && quantityDecimals === 0;
  const start = isOne ? name : `${formatQuantity(quantity, quantityDecimals, unit)} × ${name}`;
  return { start, end: formatMoney(amountMinor, currency) };
}

function saleText({ lines, totalMinor, currency, payment }: SaleScene): PoleText {
  const amount = (start: string, minor: number): PoleLine => ({ start, end: formatMoney(minor, currency) });
  const total = amount(words('sale.total'), totalMinor);
  if (payment === null) {
    const shown = lines.find(({ isMarked }) => isMarked) ?? lines.at(-1);
    return [shown === undefined ? NOTHING : articleOf(shown, currency), total];
  }
  const { givenMinor, leftMinor, changeMinor } = payment;
  if (givenMinor !== null) return [amount(words('sale.cashGiven'), givenMinor), amount(words('sale.change'), changeMinor)];
  return [total, amount(words('payment.left'), leftMinor)];
}

function textOf(scene: CustomerScene, store: string): PoleText {
  switch (scene.kind) {
    case 'closed':
      return [says(store), says(words('display.poleClosed'))];
    case 'welcome':
      return [says(words('display.poleWelcome')), says(store)];
    case 'thanks': {
      const { changeMinor, totalMinor, currency } = scene;
      const [name, minor] = changeMinor === null ? [words('sale.total'), totalMinor] : [words('sale.change'), changeMinor];
      return [says(words('display.thanks')), { start: name, end: formatMoney(minor, currency) }];
    }
    case 'sale':
      return saleText(scene);
  }
}

/** What stands on a two-line display. These have no Arabic letters, and say English where a store speaks Arabic. */
export function poleText({ store, scene }: CustomerView): PoleText {
  return inLanguage(store.language === 'ar' ? 'en' : store.language, () => textOf(scene, store.name));
}
