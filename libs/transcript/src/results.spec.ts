import { absence, exemption } from '../../candidacy/src/candidacy.examples.js';
import { DEMONSTRATION, ruled, rules } from '../../framework/src/rules.examples.js';
import { BLOCKS, evaluated, everyEvaluation, transcript } from './transcript.examples.js';

const [BC01, BC02, BC03] = BLOCKS;
const demonstration = rules(DEMONSTRATION);

describe('a transcript of the fiche’s 20 evaluations', () => {
  it('shows every block, function and line in the words of the fiche', () => {
    const { blocks, line } = transcript(everyEvaluation('12'));
    expect(blocks.map(({ code, tableNumber, label }) => `${code} (${tableNumber}) ${label}`)).toEqual([
      "RNCP28684BC01 (1) Mesurer l'efficacité du projet de communication 360°",
      'RNCP28684BC02 (2) Piloter la réalisation du projet de communication 360°',
      'RNCP28684BC03 (3) Participer à la définition du projet de communication 360°',
    ]);
    expect(line('F8-M2').exact).toBe('1 étude de cas pratique, individuelle, écrite avec exposé oral');
  });

  it('proposes admission when every block is validated, and the highest mention reached', () => {
    const results = transcript(everyEvaluation('14', evaluated('F6-M3', '18')));
    // F6: (14 + 14 + 18) ÷ 3 = 15.33; BC02: (14 + 14 + 15.33 + 14) ÷ 4 = 14.33; title: (14 + 14.33 + 14) ÷ 3 = 14.11
    expect(results.function('F6').result).toBe('15.33');
    expect(results.block(BC02).result).toBe('14.33');
    expect(results).toMatchObject({ overall: '14.11', mention: 'bien', missing: [] });
    expect(results.proposed).toMatchObject({ outcome: 'admitted', validatedBlocks: [BC01, BC02, BC03] });
  });

  it('keeps a mark on the scale on which it was given, where other rules put its line on another one since', () => {
    const twenty = { code: 'twenty', kind: 'numeric', min: '0', max: '20', step: '0.25' };
    const hundred = { code: 'hundred', kind: 'numeric', min: '0', max: '100', step: '1' };
    const scales = [twenty, hundred] as never;
    const since = rules({ ...DEMONSTRATION, scales, modalityRules: ruled(['F4-M1'], { scale: 'hundred' }) });
    const after = evaluated('F4-M1', { kind: 'result', result: { scale: 'hundred', value: '60' } }, { occurrence: 2 });
    const { line } = transcript(everyEvaluation('14', after), since);
    expect(line('F4-M1').result).toBe('13.00');
  });

  it('says by which calculation, under which fiche and rules', () => {
    expect(transcript([])).toMatchObject({
      calculation: 2,
      framework: { number: 'RNCP28684', version: 1 },
      rules: { id: 'reglement-28684', version: 1 },
      referenceScale: 'twenty',
    });
    expect(() => transcript([], { ...demonstration, calculation: 3 })).toThrow('calculation 3 is not known');
  });

  it('leaves lines without a number out until something is held on them (A07)', () => {
    expect(transcript(everyEvaluation('12')).line('F8-M3')).toMatchObject({
      standing: 'neutral',
      result: null,
      reasons: [{ code: 'missing-neutral' }],
    });
    const held = [evaluated('F8-M3', '9'), evaluated('F8-M3', '11.5', { occurrence: 4 })];
    const { line, function: of } = transcript(everyEvaluation('12', ...held));
    // (9 + 11.5) ÷ 2 = 10.25; F8: (12 + 12 + 10.25) ÷ 3 = 11.4166…
    expect(line('F8-M3').result).toBe('10.25');
    expect(of('F8').result).toBe('11.42');
  });
});

describe('what is missing', () => {
  it('is listed in the order of the fiche, and leaves function, block and title open', () => {
    const results = transcript(everyEvaluation('12').filter(({ modality }) => !['F9-M1', 'F3-M1'].includes(modality)));
    expect(results.missing).toEqual([
      { code: 'mark-missing', modality: 'F9-M1', occurrence: 1 },
      { code: 'mark-missing', modality: 'F3-M1', occurrence: 1 },
      { code: 'mark-missing', modality: 'F3-M1', occurrence: 2 },
    ]);
    expect(results.function('F9')).toMatchObject({ standing: 'open', result: null });
    expect(results.block(BC01)).toMatchObject({ proposed: 'open', reasons: [{ code: 'line-open', function: 'F9' }] });
    expect(results).toMatchObject({ overall: null, mention: null, proposed: { outcome: 'open' } });
    expect(results.proposed.validatedBlocks).toEqual([BC02]);
  });

  it('is all of the 20 evaluations before the first', () => {
    expect(transcript([]).missing).toHaveLength(20);
  });

  it('counts zero, or is left out, where the rules say so', () => {
    const missing = (policy: 'zero' | 'neutral') =>
      transcript(
        everyEvaluation('12').filter(({ evaluationId }) => evaluationId !== 'F4-M1/2/1'),
        rules({ modalityRules: ruled(['F4-M1'], { missing: policy }) }),
      ).line('F4-M1');
    expect(missing('zero')).toMatchObject({
      result: '6.00',
      reasons: [{ code: 'missing-counts-zero', occurrence: 2 }],
    });
    expect(missing('neutral')).toMatchObject({ result: '12.00', reasons: [{ code: 'missing-neutral' }] });
  });
});

describe('absences and exemptions', () => {
  const line = (outcome: Parameters<typeof evaluated>[1], policy = {}) =>
    transcript(
      everyEvaluation('12', evaluated('F4-M1', outcome)),
      rules({ modalityRules: ruled(['F4-M1'], policy) }),
    ).line('F4-M1');

  it('unjustified count zero unless the rules say otherwise', () => {
    expect(line(absence())).toMatchObject({
      result: '6.00',
      reasons: [{ code: 'absence-counts-zero', occurrence: 1 }],
    });
    expect(line(absence(), { unjustifiedAbsence: 'blocks' })).toMatchObject({ standing: 'open', result: null });
  });

  it('justified leave the line open unless the rules say otherwise', () => {
    expect(line(absence(true))).toMatchObject({ standing: 'open', reasons: [{ code: 'absence-open' }] });
    expect(line(absence(true), { justifiedAbsence: 'neutral' })).toMatchObject({ result: '12.00' });
  });

  it('by exemption are left out of the mean', () => {
    expect(line(exemption)).toMatchObject({ result: '12.00', reasons: [{ code: 'exempt', occurrence: 1 }] });
  });

  it('on every evaluation of a line leave it neutral', () => {
    const both = [1, 2].map((occurrence) => evaluated('F4-M1', exemption, { occurrence }));
    const results = transcript(everyEvaluation('12', ...both));
    expect(results.line('F4-M1')).toMatchObject({ standing: 'neutral', result: null });
    expect(results.function('F4')).toMatchObject({ standing: 'neutral', result: null });
    expect(results.block(BC02)).toMatchObject({ proposed: 'validated', result: '12.00' });
  });
});

describe('attempts', () => {
  const twice = everyEvaluation('12', evaluated('F8-M1', '13'), evaluated('F8-M1', '9', { attempt: 2, session: 2 }));
  const counting = (countingAttempt: 'last' | 'best', evaluations = twice) =>
    transcript(evaluations, rules({ modalityRules: ruled(['F8-M1'], { countingAttempt }) })).line('F8-M1');

  it('count by the last or by the best, as the rules say; the others stay on the transcript', () => {
    expect(counting('last').result).toBe('9.00');
    expect(counting('best').result).toBe('13.00');
    expect(counting('best').evaluations.map(({ attempt, counts }) => [attempt, counts])).toEqual([
      [1, true],
      [2, false],
    ]);
  });

  it('by the best never prefer an absence to a mark', () => {
    const missedAgain = everyEvaluation(
      '12',
      evaluated('F8-M1', '0'),
      evaluated('F8-M1', absence(true), { attempt: 2 }),
    );
    expect(counting('best', missedAgain)).toMatchObject({ result: '0.00', standing: 'obtained' });
    expect(counting('last', missedAgain)).toMatchObject({ result: null, standing: 'open' });
  });
});

describe('floors', () => {
  it('of a line leave its function below, whatever the mean', () => {
    const floored = rules({ modalityRules: ruled(['F6-M1'], { floor: '8' }) });
    const results = transcript(everyEvaluation('14', evaluated('F6-M1', '7.75')), floored);
    const reason = { code: 'below-floor', modality: 'F6-M1', value: '7.75', needed: '8' };
    expect(results.line('F6-M1')).toMatchObject({ standing: 'below', reasons: [reason] });
    expect(results.function('F6')).toMatchObject({ standing: 'below', result: '11.92', reasons: [reason] });
    expect(results.block(BC02)).toMatchObject({
      proposed: 'not-validated',
      reasons: [{ code: 'below-floor', function: 'F6' }],
    });
  });

  it('of functions leave their block unvalidated, whatever the mean', () => {
    const results = transcript(everyEvaluation('14', evaluated('F7-M1', '7.75')));
    expect(results.block(BC02)).toMatchObject({
      result: '12.44',
      proposed: 'not-validated',
      reasons: [{ code: 'function-below-floor', function: 'F7', value: '7.75', needed: '8' }],
    });
    expect(transcript(everyEvaluation('14', evaluated('F7-M1', '7.75')), rules()).block(BC02).proposed).toBe(
      'validated',
    );
  });

  it('are no floors for whoever is exactly there', () => {
    expect(transcript(everyEvaluation('14', evaluated('F7-M1', '8'))).block(BC02).proposed).toBe('validated');
    expect(transcript(everyEvaluation('10')).proposed.outcome).toBe('admitted');
  });
});
