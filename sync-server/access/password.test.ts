import { describe, expect, it } from 'vitest';
import { checkPassword, hashPassword, newPassword } from './password.ts';

describe('a password', () => {
  it('is known again, by the parameters that are kept with it, and no other is', async () => {
    const kept = await hashPassword('correct horse battery');
    expect(kept).toMatchObject({ algorithm: 'scrypt', cost: 32768, blockSize: 8, parallelization: 3 });
    expect(JSON.stringify(kept)).not.toContain('horse');
    expect(await checkPassword('correct horse battery', kept)).toBe(true);
    expect(await checkPassword('correct horse batterx', kept)).toBe(false);
    // Other parameters give another hash: those that are kept count, not those of today.
    expect(await checkPassword('correct horse battery', { ...kept, parallelization: 1 })).toBe(false);
  });

  it('is the same however its letters are composed', async () => {
    expect(await checkPassword('Zoe\u0308 und die Wolken', await hashPassword('Zoë und die Wolken'))).toBe(true);
  });

  it('has a salt of its own each time', async () => {
    const [first, second] = await Promise.all([hashPassword('the same for both'), hashPassword('the same for both')]);
    expect(first.salt).not.toBe(second.salt);
    expect(first.hash).not.toBe(second.hash);
  });

  it('of nobody is never right, not even the one whose hash would be empty', async () => {
    expect(await checkPassword('', null)).toBe(false);
    expect(await checkPassword('anything', null)).toBe(false);
  });

  it('that is made here has four groups of letters that cannot be mistaken, and is another each time', () => {
    const made = Array.from({ length: 50 }, newPassword);
    for (const password of made) expect(password).toMatch(/^([a-hjkmnp-z2-9]{4}-){3}[a-hjkmnp-z2-9]{4}$/);
    expect(new Set(made).size).toBe(50);
  });
});
