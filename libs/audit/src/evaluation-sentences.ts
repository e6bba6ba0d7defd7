import { CONTRACTS, KINDS, ORIGINS, PARTNERS } from './code-words.js';
import { capital, counted, decimalInWords, ended, listed } from './french.js';
import type { Sentence, SentenceTable } from './sentence-table.js';
import type { Telling } from './telling.js';

const DEFENDED: Readonly<Record<string, string>> = {
  'professional-project': 'le projet professionnel',
  'internship-report': 'le rapport de stage',
  'contract-report': 'le rapport de contrat',
};
const LANGUAGES = new Intl.DisplayNames('fr', { type: 'language' });

/** Who assessed, each one's mark and grid, how they came to the result, in which form: said wherever a result is. */
export function conductOf(say: Telling): string {
  const conduct = say.part('conduct');
  if (!conduct) return '';
  const assessors = conduct.parts('assessors');
  const named = assessors.map((one) => `${one.person('assessorId')}${one.has('result') ? `, ${one.result()}` : ''}`);
  return say.all(
    manner(conduct.text('agreedBy'), named),
    ...assessors.map(gridOf),
    formOf(conduct),
    languageOf(conduct.text('language')),
  );
}

function manner(agreedBy: string, named: readonly string[]): string {
  if (named.length === 0) return '';
  if (agreedBy === 'agreement') return `Les évaluateurs se sont accordés sur ce résultat : ${listed(named)}.`;
  if (agreedBy === 'mean') return `Ce résultat est la moyenne arrondie des évaluateurs : ${listed(named)}.`;
  return `Un seul évaluateur : ${listed(named)}.`;
}

function gridOf(assessor: Telling): string {
  const grid = assessor.part('grid');
  if (!grid) return '';
  const [id, version] = [grid.text('id'), grid.number('version')];
  const criteria = grid
    .parts('criteria')
    .map((one) => `${grid.labels.criterion(id, version, one.text('code'))} : ${one.result()}`);
  return `${capital(assessor.person('assessorId'))} a rempli ${grid.labels.grid(id, version)}${criteria.length > 0 ? ` : ${criteria.join(' ; ')}` : ''}.`;
}

function formOf(conduct: Telling): string {
  const forms = [conduct.is('written') && 'un travail écrit', conduct.is('oral') && 'un oral'];
  const stated = forms.filter((one): one is string => one !== false);
  return stated.length === 0 ? '' : `L’évaluation a porté sur ${listed(stated)}.`;
}

function languageOf(code: string): string {
  return code === '' || /^fr\b/.test(code) ? '' : `L’épreuve s’est tenue en ${LANGUAGES.of(code)}.`;
}

/** Roles played opposite; a role without a French word is counted. */
export function partnersOf(facts: Telling): string {
  const partners = facts.texts('partners');
  const known = partners.flatMap((code) => PARTNERS[code] ?? []);
  const others = partners.length - known.length;
  const all = others === 0 ? known : [...known, counted(others, 'autre interlocuteur', 'autres interlocuteurs')];
  return all.length === 0 ? '' : `Face au candidat : ${listed(all)}.`;
}

/** Exercises of a set, with what each gave. */
export function exercisesOf(facts: Telling): string {
  const shown = facts.parts('exercises').map((one) => {
    const result = one.has('result') ? one.result() : 'fait, non noté';
    return `${one.text('code')} le ${one.day('heldOn')} : ${result} (coefficient ${decimalInWords(one.text('coefficient'))})`;
  });
  return shown.length === 0 ? '' : `Exercices : ${shown.join(' ; ')}.`;
}

function panelOf(facts: Telling): string {
  const members = facts
    .parts('panel')
    .map((one) => `${one.person('assessorId')}${one.text('role') === 'president' ? ' (présidence)' : ''}`);
  return facts.all(
    members.length > 0 && `Commission : ${listed(members)}.`,
    `De ${facts.hour('startedAt')} à ${facts.hour('endedAt')}, ${facts.spot()}.`,
  );
}

function quotedSentence(facts: Telling, label: string, field: string): string {
  const words = facts.quoted(field);
  return words === '' ? '' : ended(`${label} : ${words}`);
}

/** What only one kind of evaluation has. */
const FACTS: Readonly<Record<string, (facts: Telling) => string>> = {
  CaseStudyAssessed: (facts) =>
    facts.all(`Sujet ${facts.text('subjectCode')}.`, quotedSentence(facts, 'Thème', 'subject')),
  RolePlayAssessed: (facts) =>
    facts.all(
      `Scénario ${facts.text('scenarioCode')}.`,
      partnersOf(facts),
      quotedSentence(facts, 'Tel que formulé', 'scenario'),
    ),
  TutoredProjectAssessed: (facts) =>
    facts.all(
      `Projet ${facts.text('projectCode')}.`,
      quotedSentence(facts, 'Tel que formulé', 'project'),
      facts.texts('tutors').length > 0 && `Tutorat : ${facts.people('tutors')}.`,
      facts.has('individualPart') && `Part individuelle : ${facts.result('individualPart')}.`,
      facts.has('groupPart') && `Part du groupe : ${facts.result('groupPart')}.`,
    ),
  CompanyAssessed: (facts) => {
    const [company, period] = [facts.part('company'), facts.part('period')];
    const name = company?.is('erased') ? 'une entreprise (nom effacé)' : (company?.text('name') ?? '');
    return facts.all(
      `${capital(facts.word(CONTRACTS, 'context'))}${name === '' ? '' : `, chez ${name}`}${company?.has('siret') ? ` (SIRET ${company.text('siret')})` : ''}${period ? `, du ${period.day('from')} au ${period.day('to')}` : ''}${facts.has('daysPresent') ? `, ${counted(facts.number('daysPresent'), 'jour')} de présence` : ''}.`,
      `Tutorat en entreprise : ${facts.person('companyTutorId')}.`,
      quotedSentence(facts, 'Missions', 'missions'),
    );
  },
  ProfessionalReportAssessed: (facts) =>
    facts.all(`Rapport remis le ${facts.day('filedOn')}.`, quotedSentence(facts, 'Titre', 'reportTitle')),
  OralDefenceAssessed: (facts) => {
    const subject = facts.text('subjectCode');
    return facts.all(panelOf(facts), `Objet : ${DEFENDED[subject] ?? subject}.`);
  },
  ExercisesAssessed: (facts) => facts.all(`Thème ${facts.text('theme')}.`, exercisesOf(facts)),
  VaeFileAssessed: (facts) => {
    const found = facts.parts('competencies').map((one) => `${one.text('code')} : ${one.result()}`);
    return found.length === 0 ? '' : `Compétences : ${found.join(' ; ')}.`;
  },
  VaeInterviewAssessed: (facts) =>
    facts.all(panelOf(facts), facts.is('accompanistPresent') && 'L’accompagnateur était présent.'),
};

const KIND_OF_TYPE: Readonly<Record<string, keyof typeof KINDS>> = {
  CaseStudyAssessed: 'case-study',
  RolePlayAssessed: 'role-play',
  TutoredProjectAssessed: 'tutored-project',
  CompanyAssessed: 'company-assessment',
  ProfessionalReportAssessed: 'professional-report',
  OralDefenceAssessed: 'oral-defence',
  ExercisesAssessed: 'exercises',
  VaeFileAssessed: 'vae-file',
  VaeInterviewAssessed: 'vae-interview',
};

function outcomeOf(say: Telling): string {
  const what = `${KINDS[KIND_OF_TYPE[say.type]!]!} ${say.ofCandidate} à ${say.line()}, ${say.place()}`;
  const outcome = say.part('outcome');
  switch (outcome?.text('kind') ?? '') {
    case 'absence':
      return `${capital(what)} : ${say.outcome()} constatée le ${say.day('heldOn')}.`;
    case 'exemption':
      return `${capital(what)} : ${say.outcome()} le ${say.day('heldOn')}.`;
    default:
      return `${capital(what)}, tenue le ${say.day('heldOn')} : ${say.outcome()}.`;
  }
}

function originOf(say: Telling): string {
  const origin = say.part('origin');
  if (!origin) return '';
  if (origin.text('kind') === 'blind-marks')
    return `Le résultat vient de ${counted(origin.number('line'), 'note déposée', 'notes déposées')} en double aveugle.`;
  return `Enregistré à partir ${`de ${origin.word(ORIGINS, 'kind')}`.replace('de un', 'd’un')}, ${origin.text('kind') === 'reattribution' ? 'déplacement' : 'ligne'} n° ${origin.text('line')}.`;
}

function assessed(title: string): Sentence {
  return [
    title,
    (say) => {
      const facts = say.part('facts');
      return say.all(
        outcomeOf(say),
        conductOf(say),
        facts && FACTS[say.type]!(facts),
        `Épreuve organisée par ${say.centre()}.`,
        say.entitlement('evaluate', 'heldOn'),
        say.texts('accommodationIds').length > 0 && 'Un aménagement accordé a été appliqué.',
        originOf(say),
        say.has('rules') && `Acceptée sous le ${say.rules()}.`,
        quotedSentence(say, 'Appréciation', 'appreciation'),
      );
    },
  ];
}

/** Every kind of evaluation: the mark in words, who gave it, under which grid, and what only that kind has. */
export const EVALUATION_SENTENCES: SentenceTable = {
  CaseStudyAssessed: assessed('Étude de cas évaluée'),
  RolePlayAssessed: assessed('Mise en situation professionnelle évaluée'),
  TutoredProjectAssessed: assessed('Projet tutoré évalué'),
  CompanyAssessed: assessed('Évaluation tutorée en entreprise enregistrée'),
  ProfessionalReportAssessed: assessed('Rapport professionnel évalué'),
  OralDefenceAssessed: assessed('Soutenance orale évaluée'),
  ExercisesAssessed: assessed('Exercices évalués'),
  VaeFileAssessed: assessed('Dossier de validation évalué'),
  VaeInterviewAssessed: assessed('Entretien VAE évalué'),
};
