import { candidacyStream } from '@minutier/candidacy';
import { specification } from '@minutier/testing';

import {
  absence,
  ASSESSOR,
  caseStudyAssessed,
  conduct,
  corrected,
  enrolled,
  exemption,
  mark,
  PRESIDENT,
  sealed,
} from '../../../candidacy/src/candidacy.examples.js';
import { correction, frame, input } from '../assessment.examples.js';
import { correctEvaluation } from './correct-evaluation.decide.js';

const { given } = specification(candidacyStream, correctEvaluation);
const file = (changes: Parameters<typeof caseStudyAssessed>[0] = {}) => given(enrolled(), caseStudyAssessed(changes));
const marked = (value: string) => ({ assessorId: ASSESSOR, result: { scale: 'twenty', value }, grid: null });

describe('correcting an evaluation', () => {
  it('names the old mark, the new one, the reason and the authority', () => {
    file().when(correction(), frame()).then(corrected());
  });

  it('keeps the reason in words, sealed', () => {
    const explanation = sealed('Chiffres inversés à la saisie');
    file()
      .when(correction({ explanation }), frame())
      .then(corrected({ reason: { code: 'keying-error', text: explanation } }));
  });

  it('starts from the mark that stands, not from the first', () => {
    given(enrolled(), caseStudyAssessed(), corrected())
      .when(correction({ outcome: input(mark('16')) }), frame())
      .then(corrected({ from: mark('15'), to: mark('16') }));
  });

  it('makes a mark an absence or an exemption, and an absence a justified one', () => {
    file()
      .when(correction({ outcome: input(absence()) }), frame())
      .then(corrected({ to: absence() }));
    file()
      .when(correction({ outcome: input(exemption) }), frame())
      .then(corrected({ to: exemption }));
    file({ outcome: absence() })
      .when(correction({ outcome: input(absence(true)), reason: 'absence-justified' }), frame())
      .then(corrected({ from: absence(), to: absence(true), reason: { code: 'absence-justified', text: null } }));
  });

  it('drops a single assessor’s own mark, which the new one contradicts', () => {
    file({ conduct: conduct({ assessors: [marked('14.5')] }) })
      .when(correction(), frame())
      .then(corrected({ conduct: conduct() }));
  });

  it('may put right how the evaluation was held, the mark staying', () => {
    const assessors = [{ assessorId: PRESIDENT, result: null, grid: null }];
    const held = conduct({ assessors });
    file()
      .when(correction({ outcome: input(mark('14.5')), conduct: input(held) }), frame())
      .then(corrected({ to: mark('14.5'), conduct: held }));
  });

  it('is refused where a mean of several assessors would no longer give the mark', () => {
    const assessors = [marked('14'), { ...marked('15'), assessorId: PRESIDENT }];
    file({ conduct: conduct({ assessors, agreedBy: 'mean' }) })
      .when(correction(), frame())
      .thenRefuses('AGREED_MARK_WRONG', '/outcome/result/value');
  });

  it('is refused in a candidacy that does not exist', () => {
    given().when(correction(), frame()).thenRefuses('CANDIDACY_NOT_FOUND');
  });

  it('is refused of an evaluation that is not in the file', () => {
    given(enrolled()).when(correction(), frame()).thenRefuses('EVALUATION_NOT_FOUND');
  });

  it.each([
    ['the same mark', { outcome: input(mark('14.5')) }],
    ['the same mark written otherwise', { outcome: input(mark('14.50')) }],
    ['the same mark held in the same way', { outcome: input(mark('14.5')), conduct: input(conduct()) }],
  ] as [string, Parameters<typeof correction>[0]][])('is refused to %s', (_what, changes) => {
    file().when(correction(changes), frame()).thenRefuses('CORRECTION_CHANGES_NOTHING', '/outcome');
  });

  it('is refused to the same mark, an assessor’s own mark beside it, and to the same absence', () => {
    file({ conduct: conduct({ assessors: [marked('14.5')] }) })
      .when(correction({ outcome: input(mark('14.5')) }), frame())
      .thenRefuses('CORRECTION_CHANGES_NOTHING', '/outcome');
    file({ outcome: absence() })
      .when(correction({ outcome: input(absence()) }), frame())
      .thenRefuses('CORRECTION_CHANGES_NOTHING', '/outcome');
  });

  it('is refused from an absence or an exemption to a mark, whose facts nobody stated', () => {
    for (const outcome of [absence(), exemption]) {
      file({ outcome }).when(correction(), frame()).thenRefuses('CORRECTION_LACKS_FACTS', '/outcome');
    }
  });

  it('holds the new mark and the new conduct to what holds for any evaluation', () => {
    file()
      .when(correction({ outcome: input(mark('20.5')) }), frame())
      .thenRefuses('MARK_ABOVE_SCALE', '/outcome/result/value');
    file()
      .when(correction({ conduct: input(conduct({ oral: true })) }), frame())
      .thenRefuses('FORM_MISMATCH', '/conduct/oral');
    file()
      .when(correction({ outcome: input(absence()), conduct: input(conduct()) }), frame())
      .thenRefuses('CONDUCT_UNEXPECTED', '/conduct');
  });
});
