import type { SealedCommand } from '@minutier/ledger';
import { personStream } from '@minutier/person';
import { commandContext, commandWith, specification } from '@minutier/testing';

import { cohort } from '../../../cohort/src/cohort.examples.js';
import { centre } from '../../../framework/src/centre.examples.js';
import { framework } from '../../../framework/src/framework.examples.js';
import { person } from '../../../person/src/person.examples.js';
import { CANDIDACY_ID, candidacy, enrolled, sealed } from '../candidacy.examples.js';
import { candidacyStream } from '../candidacy.state.js';
import { transferredOut, voided, withdrawn } from '../enrolment.examples.js';
import type { EnrolCandidate } from './enrol-candidate.command.js';
import { enrolCandidate } from './enrol-candidate.decide.js';

type Command = SealedCommand<EnrolCandidate> & { readonly candidacyId: string };

const { given } = specification(candidacyStream, enrolCandidate);
const frame = { cohort: cohort(), framework: framework(), person: person(), centre: undefined };

/** The command that brings about the enrolment of the examples. */
function enrolling(changes: Partial<Command> = {}): Command {
  const { framework: _pinned, centreId: _cohorts, entryProof, ...fields } = enrolled().data;
  return commandWith<Command>({ context: commandContext(), ...fields, entryProof: entryProof!, ...changes });
}

describe('enrolling a candidate', () => {
  it.each(['FI', 'FC', 'CQ', 'CL', 'VAE'] as const)('is open by route %s', (route) => {
    given().when(enrolling({ route }), frame).then(enrolled({ route }));
  });

  it('is closed to apprentices, in the words of the fiche', () => {
    given()
      .when(enrolling({ route: 'CA' }), frame)
      .thenRefuses('ROUTE_CLOSED', '/route');
    expect(enrolCandidate(enrolling({ route: 'CA' }), candidacyStream.initial, frame)).toMatchObject({
      because: { fr: "La fiche RNCP28684 n’ouvre pas cette voie : « En contrat d'apprentissage »." },
    });
  });

  it('is closed by a route that the fiche does not even name', () => {
    const without = { ...frame, framework: framework({ routes: [] }) };
    given().when(enrolling(), without).thenRefuses('ROUTE_CLOSED', '/route');
  });

  it('keeps national numbers sealed', () => {
    const [ine, cpfFile] = [sealed('1234567890A'), sealed('CPF-1')];
    given().when(enrolling({ ine, cpfFile }), frame).then(enrolled({ ine, cpfFile }));
  });

  it('derives a number for lists without names where the institution gives none', () => {
    const { candidateNumber: _given, ...unnumbered } = enrolling();
    const candidateNumber = `C-${CANDIDACY_ID.slice(0, 8).toUpperCase()}`;
    given().when(unnumbered, frame).then(enrolled({ candidateNumber }));
  });

  it('may wait for the proof of entry', () => {
    const { entryProof: _later, ...unproven } = enrolling();
    given()
      .when(unproven, frame)
      .then(enrolled({ entryProof: null }));
  });

  it('is refused in a cohort that does not exist', () => {
    given()
      .when(enrolling(), { ...frame, cohort: { status: 'absent' } })
      .thenRefuses('COHORT_NOT_FOUND');
  });

  it('is refused for a person whose identity is not recorded', () => {
    given()
      .when(enrolling(), { ...frame, person: personStream.initial })
      .thenRefuses('PERSON_UNKNOWN', '/personId');
  });

  it('is refused for a person who is merged into another', () => {
    given()
      .when(enrolling(), { ...frame, person: { ...person(), mergedInto: CANDIDACY_ID } })
      .thenRefuses('PERSON_MERGED', '/personId');
  });

  it('is refused a second time in the same cohort, by whatever route', () => {
    given(enrolled())
      .when(enrolling({ route: 'FI' }), frame)
      .thenRefuses('ALREADY_ENROLLED', '/personId');
  });

  it('is refused to who left the cohort: a readmission says whether the first entry still counts', () => {
    for (const departed of [withdrawn(), transferredOut()])
      given(enrolled(), departed).when(enrolling(), frame).thenRefuses('CANDIDACY_ENDED', '/personId');
  });

  it('is possible again after a voiding, in the same candidacy', () => {
    given(enrolled(), voided())
      .when(enrolling({ route: 'FI' }), frame)
      .then(enrolled({ route: 'FI' }));
  });

  it('is refused in a cohort that is closed', () => {
    const closed = { ...frame, cohort: { ...cohort(), closedOn: '2019-10-15' } };
    given().when(enrolling(), closed).thenRefuses('COHORT_CLOSED');
  });

  it('is refused after the end of the cohort', () => {
    given()
      .when(enrolling({ enteredOn: '2019-10-01' }), frame)
      .thenRefuses('ENTERED_AFTER_COHORT', '/enteredOn');
  });

  it('is refused after the registration has ended, even in a cohort that outlives it', () => {
    const late = { ...frame, cohort: cohort({ endsOn: '2020-12-31' }) };
    given()
      .when(enrolling({ enteredOn: '2020-07-19' }), late)
      .then(enrolled({ enteredOn: '2020-07-19' }));
    given()
      .when(enrolling({ enteredOn: '2020-07-20' }), late)
      .thenRefuses('ENTERED_AFTER_EXPIRY', '/enteredOn');
  });

  it('is refused where the centre is not entitled to prepare on the day of entry', () => {
    const late = { ...frame, centre: centre({ from: '2018-10-15' }) };
    given()
      .when(enrolling({ enteredOn: '2018-10-14' }), late)
      .thenRefuses('CENTRE_NOT_ENTITLED', '/centreId');
    given()
      .when(enrolling({ enteredOn: '2018-10-15' }), late)
      .then(enrolled({ enteredOn: '2018-10-15' }));
    given()
      .when(enrolling(), { ...frame, centre: centre({ scope: ['evaluate'] }) })
      .thenRefuses('CENTRE_NOT_ENTITLED', '/centreId');
  });

  it('asks it of the cohort’s first day where the journey began earlier, elsewhere', () => {
    given()
      .when(enrolling({ enteredOn: '2018-05-02' }), { ...frame, centre: centre() })
      .then(enrolled({ enteredOn: '2018-05-02' }));
    given()
      .when(enrolling({ enteredOn: '2018-05-02' }), { ...frame, centre: centre({ from: '2018-10-02' }) })
      .thenRefuses('CENTRE_NOT_ENTITLED', '/centreId');
  });

  it('makes the candidate the one under whose key commands to the stream are sealed', () => {
    expect(candidacyStream.personOf!(candidacy())).toBe(enrolled().data.personId);
    expect(candidacyStream.personOf!(candidacyStream.initial)).toBeUndefined();
  });
});
