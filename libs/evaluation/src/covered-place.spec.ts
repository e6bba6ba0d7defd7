import { type CandidacyEvent, candidacyStream } from '@minutier/candidacy';
import { specification } from '@minutier/testing';

import { enrolled } from '../../candidacy/src/candidacy.examples.js';
import { assessCaseStudy } from './assess-case-study/assess-case-study.decide.js';
import { caseStudy, frame } from './assessment.examples.js';

const { given } = specification(candidacyStream, assessCaseStudy);
const id = '5f0f3c1e-0000-5000-8000-0000000000f5';
const granted = (level: string, code: string) =>
  ({ type: 'EquivalenceGranted', data: { equivalenceId: id, level, code } }) as unknown as CandidacyEvent;
const carried = (block: string) =>
  ({ type: 'BlockCarriedOver', data: { carryOverId: id, block } }) as unknown as CandidacyEvent;

describe('a line of the fiche', () => {
  it.each([
    ['an equivalence of the line', granted('modality', 'F8-M1')],
    ['an equivalence of its function', granted('function', 'F8')],
    ['an equivalence of its block', granted('block', 'RNCP28684BC01')],
    ['its block, carried over', carried('RNCP28684BC01')],
  ])('is covered by %s', (_what, covering) => {
    given(enrolled(), covering).when(caseStudy(), frame()).thenRefuses('PLACE_COVERED', '/modality');
  });

  it.each([
    ['another line', granted('modality', 'F8-M2')],
    ['another function', granted('function', 'F9')],
    ['another block', carried('RNCP28684BC02')],
  ])('is not covered by what stands for %s', (_what, covering) => {
    given(enrolled(), covering).when(caseStudy(), frame()).facts();
  });
});
