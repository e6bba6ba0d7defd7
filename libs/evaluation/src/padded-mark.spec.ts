import { padded, unpadded } from './padded-mark.js';

const result = { scale: 'twenty', value: '9' };
const longest = {
  result: { scale: 's'.repeat(64), value: '9'.repeat(16) },
  grid: {
    id: 'g'.repeat(64),
    version: 1_000,
    criteria: Array.from({ length: 40 }, () => ({
      code: 'c'.repeat(64),
      result: { scale: 's'.repeat(64), value: '9'.repeat(16) },
    })),
  },
};

describe('a mark before it is sealed', () => {
  it('is as long as any other: the longest that a command can hold, the shortest, with a grid or without', () => {
    const marks = [{ result, grid: null }, { result: { ...result, value: '14.25' }, grid: null }, longest];
    const lengths = marks.map((mark) => JSON.stringify(padded(mark)).length);
    expect(new Set(lengths).size).toBe(1);
  });

  it('reads as it was once the padding is off', () => {
    expect(unpadded(padded(longest))).toEqual(longest);
  });
});
