/** What a setting is called, and what it does, by its key. */
export const SETTING_WORDS: Readonly<Record<string, { readonly name: string; readonly meaning: string }>> = {
  'tax.rates': { name: 'Tax rates', meaning: 'What each tax class pays. A class that is not named pays nothing.' },
  'pickup.staging_locations': {
    name: 'Places for pickups',
    meaning: 'The shelves and boxes in which orders wait for their customers, one a line, in the order in which they are offered.',
  },
  'stock.silent_stores': { name: 'Stores that are offline', meaning: 'How much of their stock is held back from the web shop.' },
  'people.roles': {
    name: 'Who may do what',
    meaning: 'What is not restricted here is allowed. A colleague approves on the spot, with a PIN, also offline.',
  },
  'receipt.text': { name: 'Text on receipts', meaning: 'Lines above and below what was sold.' },
  'people.lock_after_minutes': { name: 'Lock', meaning: 'After so many minutes without a touch a register asks for a PIN again.' },
};
