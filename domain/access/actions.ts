/** Who can change something for the head office: a machine with a key, a user, or a command on the server's own machine. */
export const ACTOR_KINDS = ['key', 'user', 'command'] as const;

export type ActorKind = (typeof ACTOR_KINDS)[number];

/** Everything that the log of actions knows. A closed list: each has its words in the catalogs. */
export const ACTIONS = [
  'key.make',
  'key.withdraw',
  'user.make',
  'user.change_scopes',
  'user.withdraw',
  'user.reset_password',
  'user.reset_second_factor',
  'user.sign_in',
  'user.sign_out',
  'user.change_password',
  'user.set_up_second_factor',
  'associate.add',
  'associate.change',
  'associate.block',
  'associate.unblock',
  'associate.remove',
  'associate.reset_pin',
  'associate.make_badge',
  'associate.withdraw_badge',
  'register.make_code',
  'register.withdraw',
  'register.forget_key',
  'exception.resolve',
  'hand_off.record',
  'quarantine.replay',
  'job.retry',
  'job.discard',
  'setting.change',
  'stored_value.adjust',
  'stored_value.block',
  'account.limit',
  'account.adjust',
  'points.adjust',
  'customer.change',
  'customer.consent',
  'promotion.put',
  'promotion.import',
  'promotion.delete',
  'price_list.put',
  'price_list.delete',
  'price.put',
  'price.delete',
  'price.import',
  'person.erase',
] as const;

export type ActionCode = (typeof ACTIONS)[number];
