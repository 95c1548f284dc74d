import { describe, expect, it } from 'vitest';
import { localValue, timeOf } from '../../src/snooze/times';

const wednesday = (hour: number, minute = 0) => new Date(2026, 2, 18, hour, minute).getTime();
const said = (time: Date) => localValue(time);

describe('the times something is put aside until', () => {
  it('are later today: in three hours, not after work, in an hour when work is over', () => {
    expect(said(timeOf('later', wednesday(10, 7)))).toBe('2026-03-18T13:15');
    expect(said(timeOf('later', wednesday(16)))).toBe('2026-03-18T18:00');
    expect(said(timeOf('later', wednesday(20, 1)))).toBe('2026-03-18T21:15');
  });

  it('are tomorrow morning, also at the end of a month', () => {
    expect(said(timeOf('tomorrow', wednesday(23, 59)))).toBe('2026-03-19T09:00');
    expect(said(timeOf('tomorrow', new Date(2026, 2, 31, 12).getTime()))).toBe('2026-04-01T09:00');
  });

  it('are the next Monday, never today', () => {
    expect(said(timeOf('week', wednesday(12)))).toBe('2026-03-23T09:00');
    expect(said(timeOf('week', new Date(2026, 2, 23, 8).getTime()))).toBe('2026-03-30T09:00');
    expect(said(timeOf('week', new Date(2026, 2, 22, 8).getTime()))).toBe('2026-03-23T09:00');
  });
});
