import { access } from './access.ts';
import { app } from './app.ts';
import { capacity } from './capacity.ts';
import { counter } from './counter.ts';
import { customers } from './customers.ts';
import { display } from './display.ts';
import { exceptions } from './exceptions.ts';
import { faults } from './faults.ts';
import { giftCards } from './gift-cards.ts';
import { guide } from './guide.ts';
import { history } from './history.ts';
import { imports } from './imports.ts';
import { jobs } from './jobs.ts';
import { kit } from './kit.ts';
import { lacking } from './lacking.ts';
import { labels } from './labels.ts';
import { mail } from './mail.ts';
import { office } from './office.ts';
import { ordersOffice } from './orders-office.ts';
import { payment } from './payment.ts';
import { people } from './people.ts';
import { picking } from './picking.ts';
import { pickup } from './pickup.ts';
import { prices } from './prices.ts';
import { printing } from './printing.ts';
import { products } from './products.ts';
import { promotions } from './promotions.ts';
import { promotionsOffice } from './promotions-office.ts';
import { quotes } from './quotes.ts';
import { reasons } from './reasons.ts';
import { receipt } from './receipt.ts';
import { refusals } from './refusals.ts';
import { registers } from './registers.ts';
import { reports } from './reports.ts';
import { returns } from './returns.ts';
import { saleOrders } from './sale-orders.ts';
import { sale } from './sale.ts';
import { scanners } from './scanners.ts';
import { settings } from './settings.ts';
import { shift } from './shift.ts';
import { shippingSettings } from './shipping-settings.ts';
import { stock } from './stock.ts';
import { sync } from './sync.ts';
import { tillReports } from './till-reports.ts';
import { weigh } from './weigh.ts';

export const german = {
  ...access,
  ...app,
  ...capacity,
  ...counter,
  ...customers,
  ...display,
  ...exceptions,
  ...faults,
  ...giftCards,
  ...guide,
  ...history,
  ...imports,
  ...jobs,
  ...kit,
  ...lacking,
  ...labels,
  ...mail,
  ...office,
  ...ordersOffice,
  ...payment,
  ...people,
  ...picking,
  ...pickup,
  ...prices,
  ...printing,
  ...products,
  ...promotions,
  ...promotionsOffice,
  ...quotes,
  ...reasons,
  ...receipt,
  ...refusals,
  ...registers,
  ...reports,
  ...returns,
  ...sale,
  ...saleOrders,
  ...scanners,
  ...settings,
  ...shift,
  ...shippingSettings,
  ...stock,
  ...sync,
  ...tillReports,
  ...weigh,
};
