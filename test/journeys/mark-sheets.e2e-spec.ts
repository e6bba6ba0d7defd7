import { onEachStore } from '@minutier/testing';

import { type Classroom, openClassroom } from './classroom.js';

const authority = { code: 'examination-office', document: 'NOTE-12' };

/** A sheet of marks is tried, accepted whole, and reaches each file; what a file refuses waits for a person. */
onEachStore('A sheet of marks', (ledger) => {
  let room: Classroom;
  let numbers: string[] = [];
  const registrar = () => ledger.as('registrar');
  const importing = () => `cohorts/${room.cohortId}/evaluations:import`;
  const sheet = (changes: object = {}) => ({
    kind: 'case-study',
    modality: 'F1-M1',
    occurrence: 1,
    session: 1,
    attempt: 1,
    heldOn: '2019-01-15',
    assessorIds: [ledger.cast.assessor],
    written: true,
    oral: false,
    taskCode: 'EC-2019-03',
    ...changes,
  });
  const shown = async (id: string, settledBy: (report: Record<string, number>) => boolean) => {
    for (let tries = 0; tries < 100; tries += 1) {
      const answer = await registrar().read(`mark-sheets/${id}`);
      if (settledBy(answer.report)) return answer;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    throw new Error('the lines were not settled in five seconds');
  };

  beforeAll(async () => {
    room = await openClassroom(ledger, ['MARTIN', 'DURAND', 'PETIT', 'ROUX']);
    const board = await registrar().read(`cohorts/${room.cohortId}/candidacies`);
    const byId = new Map(
      board.items.map((one: Record<string, string>) => [one['candidacyId'], one['candidateNumber']]),
    );
    numbers = room.candidacies.map((id) => byId.get(id) as string);
  });

  it('is given to be filled in, as lines and as a table', async () => {
    const blank = await registrar().read(`cohorts/${room.cohortId}/mark-sheet?modality=F1-M1`);
    expect(blank.lines).toHaveLength(4);
    expect(blank.csv.startsWith('\uFEFFcandidat;nom;prénoms;note;absence;appréciation\r\n')).toBe(true);
    expect(blank.csv).toContain('MARTIN;Camille');
    const shown = blank.lines.map(({ identity }: { identity: object }) => identity);
    expect(shown).toContainEqual({ birthName: 'MARTIN', usualName: null, firstNames: 'Camille' });
    // A line that the rules have not is sat by nobody.
    expect((await registrar().read(`cohorts/${room.cohortId}/mark-sheet?modality=VAE-BC01`)).lines).toEqual([]);
  });

  const table = () =>
    [
      '\uFEFFCandidat;Nom;Note;Absence;Appréciation',
      `${numbers[0]};MARTIN;14,5;;"Clair; précis"`,
      `${numbers[1]};DURAND;;Injustifiée;`,
      `${numbers[2]};PETIT;9;;`,
      `${numbers[3]};ROUX;;;`,
    ].join('\r\n');

  it('says to a dry run what would become of each line, and writes nothing', async () => {
    const before = (await registrar().read('audit/events?limit=500')).asOf;
    const { status, body } = await registrar().post(importing(), sheet({ csv: table(), dryRun: true }));
    expect(status).toBe(200);
    expect(body).toMatchObject({ dryRun: true, problems: [], blank: 1 });
    expect(body.lines.map((line: { outcome: object; refused: string | null }) => [line.outcome, line.refused])).toEqual(
      [
        [{ kind: 'result', result: { scale: 'twenty', value: '14.5' } }, null],
        [{ kind: 'absence', justified: false, document: null }, null],
        [{ kind: 'result', result: { scale: 'twenty', value: '9' } }, null],
      ],
    );
    expect((await registrar().read('audit/events?limit=500')).asOf).toEqual(before);
  });

  it('is refused where a file has changed since the dry run', async () => {
    const { body: tried } = await registrar().post(importing(), sheet({ csv: table(), dryRun: true }));
    await ledger.as('assessor').record(`candidacies/${room.candidacies[2]}/case-studies`, room.caseStudy('11'));
    const { status, body } = await registrar().post(importing(), sheet({ csv: table(), seen: tried.seen }));
    expect([status, body.code, body.pointer]).toEqual([409, 'DRY_RUN_STALE', '/seen']);
  });

  let sheetId = '';

  it('is accepted whole; each line reaches its file, or is refused there and reported', async () => {
    const { id, receipt } = await registrar().record(importing(), sheet({ csv: table() }));
    sheetId = id;
    await registrar().read(`mark-sheets/${id}?atLeast=${receipt}`);
    const answer = await shown(id, ({ recorded, refused }) => recorded === 2 && refused === 1);
    expect(answer.lines.map((line: Record<string, unknown>) => [line['standing'], line['refused']])).toEqual([
      ['recorded', null],
      ['recorded', null],
      ['refused', 'EVALUATION_ALREADY_RECORDED'],
    ]);
    expect(answer.lines[0].appreciation).toBe('Clair; précis');
    const file = await registrar().read(`candidacies/${room.candidacies[0]}`);
    expect(file.evaluations).toMatchObject([
      { origin: { kind: 'mark-sheet', id, line: 1 }, appreciation: 'Clair; précis' },
    ]);
  });

  it('has its refused line settled by a person, once', async () => {
    const settling = { line: 3, settlement: 'dropped', reason: 'already-recorded', authority };
    for (let tries = 0; tries < 100; tries += 1) {
      const { status, body } = await registrar().post(`mark-sheets/${sheetId}/settlements`, settling);
      if (status === 201) break;
      // The report follows the refusal by a reaction of its own.
      expect(body.code).toBe('LINE_NOT_REFUSED');
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    const { status, body } = await registrar().post(`mark-sheets/${sheetId}/settlements`, settling);
    expect([status, body.code, body.pointer]).toEqual([409, 'LINE_ALREADY_SETTLED', '/line']);
    await shown(sheetId, ({ settled }) => settled === 1);
  });

  it('is voided whole: each file answers for its line', async () => {
    await registrar().record(`mark-sheets/${sheetId}/voidings`, { reason: 'wrong-file', authority });
    const answer = await shown(sheetId, ({ voided, settled }) => voided === 2 && settled === 1);
    expect(answer.voided).toMatchObject({ reason: { code: 'wrong-file' } });
    const again = await registrar().post(`mark-sheets/${sheetId}/voidings`, { reason: 'wrong-file', authority });
    expect([again.status, again.body.code]).toEqual([409, 'MARK_SHEET_ALREADY_VOIDED']);
  });

  it.each([
    ['a table without its candidates', { csv: 'note\n12' }, 'CSV_COLUMN_MISSING', '/csv'],
    ['a column that nobody knows', { csv: 'candidat;moyenne\nX;12' }, 'CSV_COLUMN_UNKNOWN', '/csv'],
    ['an absence in other words', { csv: 'candidat;absence\nX;malade' }, 'CSV_CELL_MALFORMED', '/csv'],
    ['no line at all', { lines: [] }, 'SHEET_EMPTY', '/lines'],
    [
      'a candidate whom nobody enrolled',
      { lines: [{ candidate: 'X-1', mark: '12' }] },
      'CANDIDACY_NOT_FOUND',
      '/lines/0/candidate',
    ],
    [
      'group work',
      { modality: 'F1-M2', kind: 'role-play', lines: [{ candidate: 'X-1', mark: '12' }] },
      'GROUP_WORK_REQUIRED',
      '/modality',
    ],
  ])('is refused with %s, and nothing of it stays', async (_case, changes, code, pointer) => {
    const before = (await registrar().read('audit/events?limit=500')).asOf;
    const { body } = await registrar().post(importing(), sheet(changes));
    expect([body.code, body.pointer]).toEqual([code, pointer]);
    expect((await registrar().read('audit/events?limit=500')).asOf).toEqual(before);
  });

  it('is refused with a mark above the scale, or a candidate named twice, by line', async () => {
    const lines = [
      { candidate: numbers[0], mark: '12' },
      { candidate: room.candidacies[0], mark: '13' },
      { candidate: numbers[1], mark: '21' },
    ];
    const { body: tried } = await registrar().post(importing(), sheet({ lines, dryRun: true }));
    expect(tried.problems.map(({ code, pointer }: Record<string, string>) => [code, pointer])).toEqual([
      ['LINE_REPEATED', '/lines/1/candidate'],
      ['MARK_ABOVE_SCALE', '/lines/2/mark'],
    ]);
    const { status, body } = await registrar().post(importing(), sheet({ lines }));
    expect([status, body.code, body.pointer]).toEqual([409, 'LINE_REPEATED', '/lines/1/candidate']);
  });
});
