import { fiche28684, type RunningLedger } from '@minutier/testing';

/** A result on the scale that rules have by default. */
export const onTwenty = (value: string) => ({ kind: 'result', result: { scale: 'twenty', value } });

export const FRAMEWORK = { number: 'RNCP28684', version: 1 };
export const RULES = { id: 'reglement-28684', version: 1 };

export const adoption = {
  rulesId: RULES.id,
  framework: FRAMEWORK,
  authority: { code: 'pedagogical-council', document: 'PV-CP-2018-06' },
  adoptedOn: '2018-06-28',
};

export const cohortOpening = {
  code: '2018-2019-PARIS',
  framework: FRAMEWORK,
  rules: RULES,
  startsOn: '2018-10-01',
  endsOn: '2019-09-30',
};

export const sessionOpening = { session: 1, kind: 'initial', opensOn: '2018-10-01', closesOn: '2019-07-04' };

export const identityOf = (birthName: string, firstNames = 'Camille') => ({
  identity: { birthName, firstNames, bornOn: '1997-05-14', birthPlace: 'Lille' },
});

/** What a journey needs of a cohort in its year: who is there, and the sentences by which marks are recorded. */
export interface Classroom {
  readonly cohortId: string;
  /** Candidacies, in the order of their names. */
  readonly candidacies: readonly string[];
  caseStudy(value: string, changes?: object): object;
  rolePlay(value: string, changes?: object): object;
  groupRolePlay(value: string, members: readonly object[], changes?: object): object;
  companyAssessment(value: string, changes?: object): object;
  oralDefence(value: string, changes?: object): object;
  correction(value: string, changes?: object): object;
}

/** Publishes the fiche, adopts the default rules, opens a cohort with its session, and enrols one candidate per name. */
export async function openClassroom(
  ledger: RunningLedger,
  names: readonly string[],
  code = cohortOpening.code,
): Promise<Classroom> {
  const registrar = ledger.as('registrar');
  if ((await registrar.get(`frameworks/${FRAMEWORK.number}`)).status === 404) {
    await registrar.record('frameworks', { document: fiche28684() });
    await registrar.record('rules', adoption);
  }
  const { id: cohortId } = await registrar.record('cohorts', { ...cohortOpening, code });
  await registrar.record(`cohorts/${cohortId}/sessions`, sessionOpening);
  const candidacies: string[] = [];
  let receipt = '';
  for (const name of names) {
    const { id: personId } = await registrar.record('persons', identityOf(name));
    const enrolment = { personId, route: 'CQ', enteredOn: '2018-10-01' };
    const enrolled = await registrar.record(`cohorts/${cohortId}/candidacies`, enrolment);
    candidacies.push(enrolled.id);
    ({ receipt } = enrolled);
  }
  if (receipt !== '') await registrar.read(`cohorts?atLeast=${receipt}`);
  return { cohortId, candidacies, ...sentences(ledger) };
}

/** The bodies of the commands that record marks, each valid as it stands for a candidate in a contract. */
export function sentences({ cast }: RunningLedger): Omit<Classroom, 'cohortId' | 'candidacies'> {
  const place = { modality: 'F1-M1', occurrence: 1, attempt: 1, session: 1, heldOn: '2019-01-15' };
  const conduct = { assessors: [{ assessorId: cast.assessor }], agreedBy: 'single', written: true, oral: false };
  const spoken = { ...conduct, written: false, oral: true };
  const panel = [
    { assessorId: cast.assessor, role: 'president' },
    { assessorId: cast.secondAssessor, role: 'member' },
  ];
  const scenario = { scenarioCode: 'MSP-2019-02', partners: ['client', 'media-agency'] };
  return {
    caseStudy: (value, changes) => ({
      ...place,
      outcome: onTwenty(value),
      conduct,
      facts: { subjectCode: 'EC-2019-03' },
      ...changes,
    }),
    rolePlay: (value, changes) => ({
      ...place,
      modality: 'F5-M2',
      outcome: onTwenty(value),
      conduct: spoken,
      facts: scenario,
      ...changes,
    }),
    groupRolePlay: (value, members, changes) => ({
      ...place,
      modality: 'F1-M2',
      result: onTwenty(value).result,
      conduct: spoken,
      facts: scenario,
      members,
      ...changes,
    }),
    companyAssessment: (value, changes) => ({
      ...place,
      modality: 'F6-M1',
      heldOn: '2019-06-14',
      outcome: onTwenty(value),
      conduct: spoken,
      facts: {
        companyTutorId: cast.tutor,
        context: 'professionalisation-contract',
        period: { from: '2018-10-15', to: '2019-06-14' },
        daysPresent: 142,
      },
      company: { name: 'Agence Exemple', siret: '00000000000000' },
      ...changes,
    }),
    oralDefence: (value, changes) => ({
      ...place,
      modality: 'F6-M3',
      heldOn: '2019-06-18',
      outcome: onTwenty(value),
      conduct: { ...spoken, assessors: panel.map(({ assessorId }) => ({ assessorId })), agreedBy: 'agreement' },
      facts: {
        panel,
        startedAt: '2019-06-18T09:00:00+02:00',
        endedAt: '2019-06-18T09:45:00+02:00',
        place: { kind: 'room', code: 'CHABROL-201' },
        subjectCode: 'PROJET-PRO',
      },
      ...changes,
    }),
    correction: (value, changes) => ({
      outcome: onTwenty(value),
      reason: 'keying-error',
      authority: { code: 'examination-office', document: 'NOTE-12' },
      ...changes,
    }),
  };
}
