import { candidacyStream } from '@minutier/candidacy';
import { specification } from '@minutier/testing';

import { absence, enrolled, mark, sealed, TUTOR } from '../../../candidacy/src/candidacy.examples.js';
import { ruled, rules } from '../../../framework/src/rules.examples.js';
import { frame, frameOfLevels, input, nothingHeld } from '../assessment.examples.js';
import { tutoredProject, tutoredProjectAssessed } from '../kinds.examples.js';
import { assessTutoredProject } from './assess-tutored-project.decide.js';

const { given } = specification(candidacyStream, assessTutoredProject);
type Facts = NonNullable<ReturnType<typeof tutoredProject>['facts']>;
const twenty = (value: string) => ({ scale: 'twenty', value });

/** The fiche as it would be if F2-M1 were anybody's work. */
function frameOfBoth(within = frame()) {
  const { framework } = within;
  const blocks = framework.blocks.map((block) => ({
    ...block,
    functions: block.functions.map((one) => ({
      ...one,
      modalities: one.modalities.map((line) => (line.id === 'F2-M1' ? { ...line, work: 'both' as const } : line)),
    })),
  }));
  return { ...within, framework: { ...framework, blocks } };
}

const assessing = (changes: Partial<Facts>, within = frame(), value = '14.5') =>
  given(enrolled()).when(
    tutoredProject({ facts: { ...tutoredProject().facts!, ...changes }, outcome: input(mark(value)) }),
    within,
  );

describe('assessing « 1 projet individuel tutoré en cours et présentation orale »', () => {
  it('records the project and its tutors', () => {
    given(enrolled()).when(tutoredProject(), frame()).then(tutoredProjectAssessed());
  });

  it('keeps in words, sealed, a project that was the candidate’s own', () => {
    const project = sealed('La marque de ma mère');
    const facts = { ...tutoredProjectAssessed().data.facts!, project };
    given(enrolled())
      .when(tutoredProject({ project }), frame())
      .then(tutoredProjectAssessed({ facts: facts as never }));
  });

  it('shows the individual part where it is apart', () => {
    const facts = { ...tutoredProjectAssessed().data.facts!, individualPart: twenty('15') };
    assessing({ individualPart: twenty('15') }).then(tutoredProjectAssessed({ facts: facts as never }));
  });

  it('records an absence without facts', () => {
    given(enrolled())
      .when(nothingHeld(tutoredProject(), absence()), frame())
      .then(tutoredProjectAssessed({ outcome: absence() }));
  });

  it('is refused under a tutor whom the vault does not know', () => {
    assessing({}, frame({ unknown: new Set([TUTOR]) })).thenRefuses('TUTOR_UNKNOWN', '/facts/tutors/0');
  });

  it('is refused without an oral, and without its facts', () => {
    const { facts: _facts, ...without } = tutoredProject();
    given(enrolled()).when(without, frame()).thenRefuses('FACTS_MISSING', '/facts');
    const silent = { ...tutoredProject().conduct!, oral: false };
    given(enrolled())
      .when(tutoredProject({ conduct: silent }), frame())
      .thenRefuses('FORM_MISMATCH', '/conduct/oral');
  });

  it('is refused to one candidate alone on line F2-M2, « 1 projet de groupe tutoré en cours »', () => {
    given(enrolled())
      .when(tutoredProject({ modality: 'F2-M2' }), frame())
      .thenRefuses('GROUP_WORK_REQUIRED', '/modality');
  });
});

describe('the parts of a project', () => {
  it('are those that the line has: an individual project has no group’s part', () => {
    assessing({ groupPart: twenty('13') }).thenRefuses('PARTS_DISAGREE', '/facts/groupPart');
  });

  it('hold the result between them, ends included, whichever is higher', () => {
    const parts = { individualPart: twenty('16'), groupPart: twenty('13') };
    for (const value of ['13', '14.5', '16']) assessing(parts, frameOfBoth(), value).facts();
    const reversed = { individualPart: twenty('13'), groupPart: twenty('16') };
    assessing(reversed, frameOfBoth(), '14.5').facts();
    for (const value of ['12.75', '16.25'])
      assessing(parts, frameOfBoth(), value).thenRefuses('PARTS_DISAGREE', '/outcome/result/value');
  });

  it('bind nothing where only one is given', () => {
    assessing({ groupPart: twenty('13') }, frameOfBoth(), '18').facts();
  });

  it('are on the scale of the line', () => {
    assessing({ individualPart: { scale: 'hundred', value: '80' } }).thenRefuses(
      'SCALE_MISMATCH',
      '/facts/individualPart/scale',
    );
    assessing({ groupPart: twenty('21') }, frameOfBoth()).thenRefuses('MARK_ABOVE_SCALE', '/facts/groupPart/value');
  });

  it('are compared as levels where the line is assessed on levels', () => {
    const level = (value: string) => ({ scale: 'apna', value });
    const onLevels = (value: string) =>
      given(enrolled()).when(
        tutoredProject({
          facts: { ...tutoredProject().facts!, individualPart: level('A'), groupPart: level('PA') },
          outcome: { kind: 'result', result: level(value) },
        }),
        frameOfBoth(frameOfLevels('F2-M1')),
      );
    onLevels('PA').facts();
    onLevels('A').facts();
    onLevels('NA').thenRefuses('PARTS_DISAGREE', '/outcome/result/value');
  });

  it('never hide a result that the scale does not know', () => {
    const parts = { individualPart: twenty('16'), groupPart: twenty('13') };
    assessing(parts, frameOfBoth(), '14.1').thenRefuses('MARK_OFF_STEP', '/outcome/result/value');
    const fine = frame({ rules: rules({ modalityRules: ruled(['F2-M1'], { coefficient: '2' }) }) });
    assessing(parts, frameOfBoth(fine), '14,5').thenRefuses('MARK_NOT_DECIMAL', '/outcome/result/value');
  });
});
