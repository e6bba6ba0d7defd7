import { absence } from '../../../candidacy/src/candidacy.examples.js';
import { framework } from '../../../framework/src/framework.examples.js';
import { DEMONSTRATION, rules } from '../../../framework/src/rules.examples.js';
import { borderlineMarks } from '../borderline-marks.js';
import { transcriptResults } from '../results.js';
import { BLOCKS, evaluated, everyEvaluation } from '../transcript.examples.js';

const [BC01] = BLOCKS;
const demonstration = rules(DEMONSTRATION);
const borderline = (evaluations: ReturnType<typeof everyEvaluation>) =>
  borderlineMarks(framework(), demonstration, { route: 'CQ', evaluations });
const low = ['F8-M1', 'F8-M2', 'F9-M1', 'F9-M2'];

describe('marks on the border', () => {
  it('are none of who is admitted, nor of whom marks are missing', () => {
    expect(borderline(everyEvaluation('12'))).toEqual([]);
    expect(borderline(everyEvaluation('4').slice(1))).toEqual([]);
  });

  it('say by which one mark, and to what, a block would be validated and the title obtained', () => {
    const marks = everyEvaluation('12', ...low.map((modality) => evaluated(modality, '9.5')));
    const found = borderline(marks);
    expect(found.map(({ modality }) => modality)).toEqual(low);
    expect(found[0]).toMatchObject({ from: '9.5', outcome: 'admitted', blocksGained: [BC01] });
  });

  it('name the least mark: with a step less nothing changes', () => {
    const marks = everyEvaluation('12', ...low.map((modality) => evaluated(modality, '9.5')));
    for (const { evaluationId, to } of borderline(marks)) {
      const with_ = (value: string) =>
        transcriptResults(framework(), demonstration, {
          route: 'CQ',
          evaluations: marks.map((one) => (one.evaluationId === evaluationId ? evaluated(one.modality, value) : one)),
        }).proposed.outcome;
      expect(with_(to)).toBe('admitted');
      expect(with_(String(Number(to) - 0.25))).not.toBe('admitted');
    }
  });

  it('are none where no single mark would do, nor of absences', () => {
    expect(borderline(everyEvaluation('3'))).toEqual([]);
    const absent = everyEvaluation('12', ...low.map((modality) => evaluated(modality, absence(false))));
    expect(borderline(absent)).toEqual([]);
  });
});
