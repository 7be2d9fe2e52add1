const PREFIX = 'user-';

/** The id of an office user, made of a UUID. Operations carry it where they carry the name of a key (rule A2). */
export function userId(uuid: string): string {
  return `${PREFIX}${uuid}`;
}

/** Whether what stands for somebody at the head office is the id of a user, and not the name of a key. */
export function isUserId(text: string): boolean {
  return /^user-[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text);
}
