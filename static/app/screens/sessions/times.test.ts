import { describe, expect, it } from 'vitest';
import { localOf, momentOf } from './times';

describe('local times', () => {
  it('are moments by the zone they are of', () => {
    expect(momentOf('2026-11-24T10:15', 'Europe/Brussels')).toBe(Date.parse('2026-11-24T09:15:00Z'));
    expect(momentOf('2026-11-24T10:15', 'Asia/Tbilisi')).toBe(Date.parse('2026-11-24T06:15:00Z'));
    expect(momentOf('2026-06-24T10:15', 'Europe/Brussels')).toBe(Date.parse('2026-06-24T08:15:00Z'));
  });

  it('that the clocks skip are none', () => {
    expect(momentOf('2027-03-28T02:30', 'Europe/Brussels')).toBeNull();
    expect(momentOf('', 'Europe/Brussels')).toBeNull();
  });

  it('come back as they were', () => {
    for (const zone of ['Europe/Brussels', 'Asia/Tbilisi', 'Australia/Lord_Howe', 'America/Santiago'])
      expect(localOf(momentOf('2027-04-04T12:30', zone)!, zone)).toBe('2027-04-04T12:30');
  });
});
