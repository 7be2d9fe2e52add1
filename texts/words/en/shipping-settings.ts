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
  'settings.cartons': 'Cartons, one a line: name: length x width x height mm, own weight g, most weight g',
  'settings.labels.none': 'No labels: numbers are typed or scanned',
} as const;
