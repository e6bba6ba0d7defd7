import type { SealedCommand } from '@minutier/ledger';
import { commandContext, commandWith, specification } from '@minutier/testing';

import { framework } from '../../../framework/src/framework.examples.js';
import { rules } from '../../../framework/src/rules.examples.js';
import { absence, CANDIDACY_ID, caseStudyAssessed, enrolled, sealed } from '../candidacy.examples.js';
import { candidacyStream } from '../candidacy.state.js';
import { marksFrozen } from '../discipline.examples.js';
import { BC01, blockCarriedOver, BOARD, equivalenceGranted } from '../recognition.examples.js';
import type { GrantEquivalence } from './grant-equivalence.command.js';
import { grantEquivalence } from './grant-equivalence.decide.js';

type Command = SealedCommand<GrantEquivalence>;

const { given } = specification(candidacyStream, grantEquivalence);
const pins = { framework: framework(), rules: rules() };
/** The rules have one interview stand for both functions of a block. */
const interview = {
  line: 'ENTRETIEN-BC01',
  labelExact: 'Entretien',
  kind: 'case-study',
  work: 'individual',
  replaces: { level: 'function', codes: ['F8', 'F9'] },
  routes: ['CQ'],
  scale: 'twenty',
  coefficient: '1',
  missing: 'blocks',
  justifiedAbsence: 'blocks',
  unjustifiedAbsence: 'zero',
  countingAttempt: 'last',
  expectedOccurrences: 1,
} as const;
const granting = (changes: Partial<Command> = {}): Command =>
  commandWith<Command>({
    context: commandContext(),
    candidacyId: CANDIDACY_ID,
    level: 'block',
    code: BC01,
    source: { number: 'RNCP35608', obtainedOn: '2016-07-05' },
    sourceTitle: null,
    documentSeen: 'DIPLOME-2016-118',
    decidedOn: '2018-11-12',
    authority: { code: BOARD.code, document: BOARD.document! },
    ...changes,
  });

describe('granting an equivalence', () => {
  it('recognises a block, with its source and the document seen, and no mark', () => {
    given(enrolled()).when(granting(), pins).then(equivalenceGranted());
  });

  it('recognises a function or a line alone', () => {
    given(enrolled())
      .when(granting({ level: 'function', code: 'F9' }), pins)
      .then(equivalenceGranted({ level: 'function', code: 'F9' }));
    given(enrolled())
      .when(granting({ level: 'modality', code: 'F9-M2' }), pins)
      .then(equivalenceGranted({ level: 'modality', code: 'F9-M2' }));
  });

  it('keeps the words of a foreign document sealed', () => {
    const title = sealed('Licence de communication, université de Liège');
    given(enrolled())
      .when(granting({ source: { number: 'foreign' }, sourceTitle: title }), pins)
      .then(equivalenceGranted({ source: { number: 'foreign', block: null, title, obtainedOn: null } }));
  });

  it('may widen one: a block whose function is recognised already', () => {
    given(enrolled(), equivalenceGranted({ level: 'function', code: 'F9' }))
      .when(granting(), pins)
      .then(equivalenceGranted());
  });

  it('is refused in a candidacy that does not exist', () => {
    given().when(granting(), pins).thenRefuses('CANDIDACY_NOT_FOUND');
  });

  it.each(['block', 'function', 'modality'] as const)('is refused of a %s that the fiche has not', (level) => {
    given(enrolled())
      .when(granting({ level, code: 'F99' }), pins)
      .thenRefuses('CODE_UNKNOWN', '/code');
  });

  it('is refused of a code of another level', () => {
    given(enrolled())
      .when(granting({ level: 'function' }), pins)
      .thenRefuses('CODE_UNKNOWN', '/code');
  });

  it('is refused of what is recognised: the same part, a part of it, or a block carried over', () => {
    given(enrolled(), equivalenceGranted()).when(granting(), pins).thenRefuses('EQUIVALENCE_ALREADY_GRANTED', '/code');
    given(enrolled(), equivalenceGranted())
      .when(granting({ level: 'modality', code: 'F9-M2' }), pins)
      .thenRefuses('EQUIVALENCE_ALREADY_GRANTED', '/code');
    given(enrolled(), blockCarriedOver())
      .when(granting({ level: 'function', code: 'F9' }), pins)
      .thenRefuses('EQUIVALENCE_ALREADY_GRANTED', '/code');
  });

  it('is refused where an evaluation is in force, be it an absence, and not beside it', () => {
    given(enrolled(), caseStudyAssessed()).when(granting(), pins).thenRefuses('EVALUATION_STANDS', '/code');
    given(enrolled(), caseStudyAssessed({ outcome: absence() }))
      .when(granting({ level: 'modality', code: 'F8-M1' }), pins)
      .thenRefuses('EVALUATION_STANDS', '/code');
    given(enrolled(), caseStudyAssessed())
      .when(granting({ level: 'function', code: 'F9' }), pins)
      .then(equivalenceGranted({ level: 'function', code: 'F9' }));
  });

  it('is refused once it covers all that a line of the rules stands for, where that line is assessed', () => {
    const replacing = { ...pins, rules: rules({ substituteLines: [interview as never] }) };
    const held = caseStudyAssessed({ modality: interview.line });
    given(enrolled(), held).when(granting(), replacing).thenRefuses('EVALUATION_STANDS', '/code');
    const [f8, f9] = [granting({ level: 'function', code: 'F8' }), granting({ level: 'function', code: 'F9' })];
    given(enrolled(), held)
      .when(f8, replacing)
      .then(equivalenceGranted({ level: 'function', code: 'F8' }));
    given(enrolled(), held, equivalenceGranted({ level: 'function', code: 'F8' }))
      .when(f9, replacing)
      .thenRefuses('EVALUATION_STANDS', '/code');
  });

  it('waits while a frozen session awaits its jury', () => {
    given(enrolled(), marksFrozen()).when(granting(), pins).thenRefuses('MARKS_FROZEN');
  });
});
