import { describe, expect, it } from '@jest/globals';
import type { Assignee } from './assignee';
import { mostSuitable } from './most-suitable';

const someone = (userId: string, open: number, ...languages: readonly string[]): Assignee => ({
  userId,
  teamId: 'team-1',
  languages,
  open,
});

const chosen = (assignees: readonly Assignee[], language: string | null = null, referralId = 'referral-1') =>
  mostSuitable(assignees, referralId, language)?.userId;

describe('who gets a referral', () => {
  it('is nobody when nobody can take it', () => {
    expect(chosen([])).toBeUndefined();
  });

  it('is who has least open', () => {
    expect(chosen([someone('ana', 4), someone('ben', 3), someone('eva', 5)])).toBe('ben');
  });

  it('is who speaks the language before who has less open, in whatever variety', () => {
    const staff = [someone('ana', 0, 'vi'), someone('ben', 9, 'vi', 'es-MX'), someone('eva', 8, 'ES')];
    expect(chosen(staff, 'es-US')).toBe('eva');
    expect(chosen(staff, 'es')).toBe('eva');
    expect(chosen(staff, 'e')).toBe('ana');
    expect(chosen(staff, 'zh-Hant')).toBe('ana');
    expect(chosen(staff)).toBe('ana');
  });

  it('is the same one for the same referral among equal ones, and they get as many each', () => {
    const staff = ['ana', 'ben', 'eva', 'ida', 'leo'].map((userId) => someone(userId, 2));
    const share: Record<string, number> = {};
    for (let number = 0; number < 1_000; number += 1) {
      const userId = chosen(staff, null, `referral-${number}`) ?? '';
      expect(chosen([...staff].reverse(), null, `referral-${number}`)).toBe(userId);
      share[userId] = (share[userId] ?? 0) + 1;
    }
    expect(Object.keys(share).sort()).toEqual(staff.map(({ userId }) => userId));
    for (const referrals of Object.values(share)) expect(Math.abs(referrals - 200)).toBeLessThan(60);
  });
});
