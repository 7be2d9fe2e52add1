export const capacity = {
  'capacity.pause': 'Pause new orders…',
  'capacity.pauseAsk': 'Take no new orders to ship?',
  'capacity.pauseText':
    'New orders to ship go to other stores, or wait. What is here already stays: reject what this store cannot \
ship. Pickups still come.',
  'capacity.offline': 'There is no connection: it counts for other places once there is one.',
  'capacity.howLong': 'For how many hours?',
  'capacity.why': 'Why?',
  'capacity.isPaused': 'No new orders to ship until {until}: {reason}.',
  'capacity.resume': 'Take orders again',
  'capacity.isResumed': 'This store takes orders to ship again.',
  'capacity.noLimit': 'No limit of orders a day',
  'capacity.limit': '{count, plural, one {At most # new order to ship a day} other {At most # new orders to ship a day}}',
  'capacity.changeLimit': 'Limit a day…',
  'capacity.limitText':
    'When the limit of a day is reached, new orders to ship go to other stores, or wait. The day is that of the \
store. Pickups still come.',
  'capacity.ordersADay': 'Orders a day',
  'capacity.setLimit': 'Set the limit',
  'capacity.withoutLimit': 'No limit',
  'capacity.isLimited': 'The limit is set.',
  'capacity.reason.too_busy': 'Too busy',
  'capacity.reason.short_staffed': 'Too few people',
  'capacity.reason.no_driver': 'The carrier does not come',
  'capacity.reason.system_trouble': 'Something does not work',
  'capacity.reason.other': 'Another reason',
  'capacity.office.title': 'Ship from store',
  'capacity.office.text':
    'Stores that take no new orders to ship for a while, or so many a day. Sourcing passes over a store that is \
paused or has reached its limit.',
  'capacity.office.takes': 'Takes orders to ship',
  'capacity.office.resume': 'Take orders again',
  'capacity.office.resumed': '{store} takes orders to ship again.',
  'capacity.office.sure': 'Yes, take orders again',
} as const;
