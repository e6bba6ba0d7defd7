import { counted, dayInWords, decimalInWords, ended, listed, momentInWords, of, to } from './french.js';

describe('French as a registrar reads it aloud', () => {
  it('has its days and hours, those of Paris', () => {
    expect(dayInWords('2019-03-12')).toBe('12 mars 2019');
    expect(dayInWords('2019-08-01')).toBe('1er août 2019');
    expect(momentInWords('2019-07-01T07:05:00.000Z')).toBe('1er juillet 2019 à 9 h 05');
    expect(momentInWords('2018-12-31T23:30:00.000Z')).toBe('1er janvier 2019 à 0 h 30');
  });

  it('has its decimals, with the digits of the scale’s step', () => {
    expect(decimalInWords('14.5', '0.25')).toBe('14,50');
    expect(decimalInWords('14.125', '0.25')).toBe('14,125');
    expect(decimalInWords('20')).toBe('20');
    expect(decimalInWords('7', '0.5')).toBe('7,0');
  });

  it('has its lists, plurals and elisions', () => {
    expect([listed(['a']), listed(['a', 'b']), listed(['a', 'b', 'c'])]).toEqual(['a', 'a et b', 'a, b et c']);
    expect([counted(0, 'ligne'), counted(1, 'ligne'), counted(2, 'ligne')]).toEqual(['0 ligne', '1 ligne', '2 lignes']);
    expect([of('Camille'), of('Alix'), of('le candidat'), of('les examens')]).toEqual([
      'de Camille',
      'd’Alix',
      'du candidat',
      'des examens',
    ]);
    expect([to('Alix'), to('le candidat')]).toEqual(['à Alix', 'au candidat']);
    expect([ended('« Bien. »'), ended('Motif : fraude')]).toEqual(['« Bien. »', 'Motif : fraude.']);
  });
});
