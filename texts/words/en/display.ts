export const display = {
  'display.title': 'Customer display',
  'display.close': 'Close the customer display',
  'display.welcome': 'Good to see you',
  'display.thanks': 'Thank you!',
  'display.closed': 'This checkout is closed',
  'display.closedText': 'Please go to another checkout.',
  'display.gone': 'One moment, please',
  'display.goneText': 'This checkout will be with you shortly.',
  'display.goods': 'Your items',
  'display.times': '{count} × {price}',
  'display.saved': 'You save',
} as const;
