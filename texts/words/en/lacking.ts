/** What a line of the sale lacks before it can be paid. */
export const lacking = {
  'lack.title.price': 'Enter the price',
  'lack.title.serial': 'Serial number',
  'lack.text.price': 'The catalog has no fixed price for it.',
  'lack.text.serial': 'Scan the serial number of the piece, or type it. The code of another article is sold as usual.',
  'lack.label.price': 'Price',
  'lack.label.serial': 'Serial number',
  'lack.take.price': 'Take this price',
  'lack.take.serial': 'Take this number',
  'lack.priceMissing': 'Enter a price above zero, such as 12.50.',
  'lack.serialMissing': 'Scan or type the serial number first.',
  'lack.first.price': '“{name}” has no price yet. Enter it, or remove the line.',
  'lack.first.serial': 'The serial number of “{name}” is missing. Scan it, or remove the line.',
  'bundle.partOf': 'Part of {name}',
  'bundle.price': 'Price of the bundle',
  'bundle.missing': '“{name}” is a bundle, and {sku} in it is not in the catalog. Tell the head office, or sell its goods one by one.',
  'bundle.holds': 'In it',
} as const;
