import { sheetTable } from './sheet-table.js';

describe('a table as a French spreadsheet writes it', () => {
  it('has a byte order mark, semicolons, decimal commas, accents and capitals in its titles', () => {
    const csv =
      '\uFEFFCandidat;NOM;Note;Absence;Appréciation\r\n2018-017;MARTIN;14,5;;"Clair; précis"\r\n2018-018;DURAND;;Justifiée;\r\n';
    expect(sheetTable(csv)).toEqual([
      { candidate: '2018-017', mark: '14.5', appreciation: 'Clair; précis', assessorMarks: [], exercises: [] },
      { candidate: '2018-018', absence: 'justified', assessorMarks: [], exercises: [] },
    ]);
  });

  it('may be of commas or tabulators, with decimal points', () => {
    for (const delimiter of [',', '\t']) {
      expect(sheetTable(`candidat${delimiter}note\nC-1${delimiter}9.75`)).toMatchObject([
        { candidate: 'C-1', mark: '9.75' },
      ]);
    }
  });

  it('has a column per assessor and per exercise, a session and an attempt', () => {
    expect(
      sheetTable('candidat;note;note 2;note 1;exercice ex-1;exercice EX-2;session;tentative\nC-1;12;13;11;12;;2;1'),
    ).toEqual([
      {
        candidate: 'C-1',
        mark: '12',
        assessorMarks: ['11', '13'],
        exercises: [
          { code: 'EX-1', mark: '12' },
          { code: 'EX-2', mark: undefined },
        ],
        session: 2,
        attempt: 1,
      },
    ]);
  });

  it('leaves levels and what is no mark to the scale', () => {
    expect(sheetTable('candidat;note\nC-1;PA\nC-2;12,5,3')).toMatchObject([{ mark: 'PA' }, { mark: '12,5,3' }]);
  });

  it.each([
    ['without its candidates', 'note\n12', 'CSV_COLUMN_MISSING'],
    ['with a column that nobody knows', 'candidat;moyenne\nC-1;12', 'CSV_COLUMN_UNKNOWN'],
    ['with an absence in other words', 'candidat;absence\nC-1;malade', 'CSV_CELL_MALFORMED'],
    ['with a session that is no number', 'candidat;session\nC-1;juin', 'CSV_CELL_MALFORMED'],
    ['with a line of nobody', 'candidat;note\n;12', 'CSV_CELL_MALFORMED'],
    ['with a quote that never ends', 'candidat;note\n"C-1;12', 'CSV_MALFORMED'],
  ])('is refused %s', (_case, csv, code) => {
    expect(sheetTable(csv)).toMatchObject({ refused: code, pointer: '/csv' });
  });

  it('names the line and the column at fault, never what was typed there', () => {
    expect(sheetTable('candidat;absence\nC-1;justifiée\nC-2;grippe')).toMatchObject({
      because: { fr: 'Ligne 3, colonne « absence » : la valeur n’est pas lisible.' },
    });
  });
});
