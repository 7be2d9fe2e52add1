export const shippingSettings = {
  'setting.shipping.pickup_time.name': "The carrier's daily pick-up",
  'setting.shipping.pickup_time.meaning':
    'When the driver comes, by the clock of the store. Parcels that are still here afterwards are shown. Empty: no fixed time.',
  'settings.timeField': 'Time, HH:MM',
  'settings.noTime': 'No fixed time',
  'setting.shipping.cartons.name': 'Cartons',
  'setting.shipping.cartons.meaning':
    'The cartons that a store packs in: inner size, weight, and the most that each carries. One is suggested where the goods have sizes.',
  'setting.shipping.labels.name': 'Labels of the carrier',
  'setting.shipping.labels.meaning':
    'The carrier’s service, and who sends. Without it a store types or scans the numbers of its own labels.',
  'setting.shipping.rates.name': 'What shipping costs',
  'setting.shipping.rates.meaning':
    'What the carrier’s services cost by your contract. The packing desk compares them, also without a network, and says how old they are.',
  'settings.rates.none': 'No prices: the packing desk compares none',
  'settings.rates.hold': 'Since {date}',
  'settings.rates.since': 'Prices hold since',
  'settings.rates.currency': 'Currency, three letters',
  'settings.rates.lines': 'Prices, one service to some places a line',
  'settings.rates.example':
    'Code and name; days; countries with the beginnings of postal codes; up to which weight for which price. \
03 UPS Ground; 3; US 78 79, CA; 1000 g 8.50, 5000 g 15.00',
  'settings.cartons': 'Cartons, one a line: name: length x width x height mm, own weight g, most weight g',
  'settings.labels.none': 'No labels: numbers are typed or scanned',
} as const;
