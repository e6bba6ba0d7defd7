import { fold, type Folded } from '@minutier/ledger';
import { logged } from '@minutier/testing';
import fc from 'fast-check';

import type { CandidacyEvent } from './candidacy.events.js';
import {
  absence,
  CANDIDACY_ID,
  caseStudyAssessed,
  companyAssessed,
  conduct,
  corrected,
  enrolled,
  exemption,
  mark,
  oralDefenceAssessed,
  rolePlayAssessed,
} from './candidacy.examples.js';
import { candidacyStream } from './candidacy.state.js';
import type { Candidacy } from './enrolled-candidacy.js';

const outcome = fc.oneof(
  fc.integer({ min: 0, max: 80 }).map((quarters) => mark((quarters / 4).toFixed(2))),
  fc.constantFrom(absence(), absence(true), exemption),
);
const evaluation = fc
  .tuple(
    fc.constantFrom(caseStudyAssessed, rolePlayAssessed, companyAssessed, oralDefenceAssessed),
    fc.record({ occurrence: fc.integer({ min: 1, max: 3 }), attempt: fc.integer({ min: 1, max: 2 }), outcome }),
  )
  .map(([assessed, changes]): CandidacyEvent => assessed(changes));
const correction = fc
  .record({ to: outcome, conduct: fc.constantFrom(null, conduct({ language: 'en' })) })
  .map((changes): CandidacyEvent => corrected(changes));
/** Any history that begins with an enrolment and an evaluation; corrections are of that evaluation. */
const history = fc
  .array(fc.oneof(evaluation, correction), { maxLength: 30 })
  .map((later) => [enrolled(), caseStudyAssessed(), ...later]);

const absent: Folded<Candidacy> = { state: candidacyStream.initial, revision: -1, receipts: new Map() };

describe('a candidacy', () => {
  it('folds to the same state, revision and receipts in batches of any size', () => {
    fc.assert(
      fc.property(history, fc.array(fc.integer({ min: 1, max: 7 }), { minLength: 1 }), (facts, sizes) => {
        const events = facts.map((fact, revision) => {
          const event = logged(`candidacy-${CANDIDACY_ID}`, fact, { revision, id: `e-${revision}` });
          return { ...event, meta: { ...event.meta, commandId: `c-${Math.floor(revision / 2)}` } };
        });
        let inBatches = absent;
        for (let from = 0, turn = 0; from < events.length; turn += 1) {
          const size = sizes[turn % sizes.length]!;
          inBatches = fold(candidacyStream, inBatches, events.slice(from, from + size));
          from += size;
        }
        expect(inBatches).toEqual(fold(candidacyStream, absent, events));
      }),
    );
  });

  it('leaves earlier states as they were: a reader may keep one', () => {
    const before = candidacyStream.evolve(
      candidacyStream.evolve(candidacyStream.initial, enrolled()),
      caseStudyAssessed(),
    );
    const kept = structuredClone(before);
    candidacyStream.evolve(before, corrected());
    candidacyStream.evolve(before, rolePlayAssessed());
    expect(before).toEqual(kept);
  });

  it('stops at a fact that it does not know', () => {
    expect(() => candidacyStream.evolve(candidacyStream.initial, { type: 'Renamed', data: {} } as never)).toThrow(
      'not foreseen',
    );
  });
});
