import { asOfInstant, MomentMalformed, parisDay, utcInstant } from './as-of.js';

describe('«as of» a date', () => {
  it.each([
    ['2026-01-15', '2026-01-15T22:59:59.999Z', 'in winter'],
    ['2026-07-15', '2026-07-15T21:59:59.999Z', 'in summer'],
    ['2026-03-28', '2026-03-28T22:59:59.999Z', 'before the clocks go forward'],
    ['2026-03-29', '2026-03-29T21:59:59.999Z', 'on the day of 23 hours'],
    ['2026-10-24', '2026-10-24T21:59:59.999Z', 'before the clocks go back'],
    ['2026-10-25', '2026-10-25T22:59:59.999Z', 'on the day of 25 hours'],
    ['2024-02-29', '2024-02-29T22:59:59.999Z', 'in a leap year'],
    ['2025-12-31', '2025-12-31T22:59:59.999Z', 'at the end of a year'],
    ['9999-12-31', '9999-12-31T22:59:59.999Z', 'at the end of time'],
  ])('%s means %s, the end of that day in Paris (%s)', (date, instant) => {
    expect(asOfInstant(date)).toBe(instant);
    expect(parisDay(instant)).toBe(date);
    expect(parisDay(new Date(Date.parse(instant) + 1).toISOString())).not.toBe(date);
  });

  it.each(['2026-02-29', '2026-13-01', '2026-00-10', '2026-04-31', '0000-00-00'])('%s does not exist', (date) => {
    expect(() => asOfInstant(date)).toThrow(MomentMalformed);
  });
});

describe('«as of» an instant', () => {
  it.each([
    ['2026-03-02T09:00:00Z', '2026-03-02T09:00:00.000Z'],
    ['2026-03-02T10:00:00+01:00', '2026-03-02T09:00:00.000Z'],
    ['2026-10-25T02:30:00+02:00', '2026-10-25T00:30:00.000Z'],
    ['2026-10-25T02:30:00+01:00', '2026-10-25T01:30:00.000Z'],
    ['2026-03-02T09:00:00.1239Z', '2026-03-02T09:00:00.123Z'],
  ])('%s is %s', (given, instant) => {
    expect(asOfInstant(given)).toBe(instant);
    expect(utcInstant(given)).toBe(instant);
  });

  it.each([
    '2026-03-02T09:00:00',
    '2026-03-02T25:00:00Z',
    '2026-02-30T09:00:00Z',
    'yesterday',
    '',
    '1772442000000',
    '+012026-03-02T09:00:00Z',
    '9999-12-31T23:30:00-01:00',
    '-000001-03-02T09:00:00Z',
  ])('%p is none', (given) => {
    expect(() => asOfInstant(given)).toThrow(MomentMalformed);
  });
});
