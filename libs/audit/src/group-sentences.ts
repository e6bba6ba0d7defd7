import { PLACES, SETTLEMENTS, KINDS, INCIDENTS } from './code-words.js';
import { conductOf, exercisesOf, partnersOf } from './evaluation-sentences.js';
import { capital, counted, ended, of, to } from './french.js';
import type { SentenceTable } from './sentence-table.js';
import type { Telling } from './telling.js';

/** The candidate of the story, or one of several where the story is about none in particular. */
function member(say: Telling): string {
  return say.frame.candidate ?? 'un candidat';
}

function groupWork(what: string, assessed: string, factsOf: (facts: Telling) => string): (say: Telling) => string {
  return (say) => {
    const facts = say.part('facts');
    return say.all(
      `${what} de ${counted(say.number('memberCount'), 'membre')} ${assessed} le ${say.day('heldOn')}, à ${say.line()}, ${say.place()} ; résultat du groupe : ${say.result()}.`,
      conductOf(say),
      facts && factsOf(facts),
      `Épreuve organisée par ${say.centre()}.`,
      say.entitlement('evaluate', 'heldOn'),
      say.has('rules') && `Accepté sous le ${say.rules()}.`,
    );
  };
}

function deviationOf(say: Telling): string {
  const why = say.reason('deviation');
  return why === '' ? '' : ended(`L’écart avec le résultat du groupe est motivé : ${why}`);
}

function appreciationOf(say: Telling): string {
  const words = say.quoted('appreciation');
  return words === '' ? '' : ended(`Appréciation : ${words}`);
}

function settled(say: Telling, where: string): string {
  return `La ligne n° ${say.text('line')} ${where}, refusée auparavant, est réglée : ${say.word(SETTLEMENTS, 'settlement')}.`;
}

const refused = (say: Telling, where: string) =>
  `La ligne n° ${say.text('line')} ${where} n’a pu être enregistrée dans le dossier ${of(member(say))} : ${say.refusal()}. Elle reste à régler.`;

const GROUP = 'du travail de groupe';

const GROUP_WORKS: SentenceTable = {
  GroupRolePlayAssessed: [
    'Mise en situation de groupe évaluée',
    groupWork('Une mise en situation d’un groupe', 'a été évaluée', (facts) =>
      facts.all(`Scénario ${facts.text('scenarioCode')}.`, partnersOf(facts)),
    ),
  ],
  GroupTutoredProjectAssessed: [
    'Projet tutoré de groupe évalué',
    groupWork('Le projet tutoré d’un groupe', 'a été évalué', (facts) =>
      facts.all(
        `Projet ${facts.text('projectCode')}.`,
        facts.texts('tutors').length > 0 && `Tutorat : ${facts.people('tutors')}.`,
      ),
    ),
  ],
  GroupExercisesAssessed: [
    'Exercices de groupe évalués',
    groupWork('Un ensemble d’exercices d’un groupe', 'a été évalué', (facts) =>
      facts.all(`Thème ${facts.text('theme')}.`, exercisesOf(facts)),
    ),
  ],
  GroupWorkLineAssessed: [
    'Ligne individuelle de travail de groupe évaluée',
    (say) =>
      say.all(
        `Dans ce travail de groupe, ligne n° ${say.text('line')}, ${say.place()}, ${member(say)} reçoit : ${say.outcome()}.`,
        deviationOf(say),
        appreciationOf(say),
      ),
  ],
  GroupWorkLineReportedRefused: ['Refus de ligne signalé (travail de groupe)', (say) => refused(say, GROUP)],
  GroupWorkLineSettled: ['Ligne refusée réglée (travail de groupe)', (say) => settled(say, GROUP)],
  GroupWorkVoided: [
    'Travail de groupe annulé',
    (say) => `Le travail de groupe est annulé tout entier, ${counted(say.number('lineCount'), 'ligne')}.`,
  ],
  GroupWorkLineVoided: [
    'Ligne de travail de groupe annulée',
    (say) => `La ligne n° ${say.text('line')} ${GROUP}, celle ${of(member(say))}, est annulée avec lui.`,
  ],
  GroupWorkVoidingReportedRefused: [
    'Refus d’annulation de ligne signalé (travail de groupe)',
    (say) => refusedVoiding(say, GROUP),
  ],
};

function refusedVoiding(say: Telling, where: string): string {
  return `La ligne n° ${say.text('line')} ${where} n’a pu être annulée dans le dossier ${of(member(say))} : ${say.refusal()}. Elle reste à régler.`;
}

const SHEET = 'de la feuille de notes';

const MARK_SHEETS: SentenceTable = {
  MarkSheetAccepted: [
    'Feuille de notes acceptée',
    (say) =>
      say.all(
        `Une feuille de notes de ${counted(say.number('lineCount'), 'ligne')} a été acceptée pour ${say.word(KINDS, 'kind')}, à ${say.line()}, ${say.place()}, épreuve du ${say.day('heldOn')}.`,
        say.is('byAnonymityNumber') && 'Les notes y sont portées sous numéro d’anonymat.',
        say.has('file') ? 'Elle vient d’un fichier, dont l’empreinte est au registre.' : 'Elle a été saisie à l’écran.',
        `Épreuve organisée par ${say.centre()}.`,
        say.entitlement('evaluate', 'heldOn'),
        say.has('rules') && `Acceptée sous le ${say.rules()}.`,
      ),
  ],
  SheetLineAccepted: [
    'Ligne de feuille de notes acceptée',
    (say) => {
      const assessors = say
        .parts('assessors')
        .map((one) => `${one.person('assessorId')}${one.has('result') ? `, ${one.result()}` : ''}`);
      return say.all(
        `Sur cette feuille, ligne n° ${say.text('line')}, ${say.place()}, ${member(say)} reçoit : ${say.outcome()}${say.has('anonymityNumber') ? `, sous le numéro d’anonymat ${say.text('anonymityNumber')}` : ''}.`,
        assessors.length > 0 && `Évaluation par ${assessors.join(' ; ')}.`,
        exercisesOf(say),
        appreciationOf(say),
      );
    },
  ],
  SheetLineReportedRefused: ['Refus de ligne signalé (feuille de notes)', (say) => refused(say, SHEET)],
  SheetLineSettled: ['Ligne refusée réglée (feuille de notes)', (say) => settled(say, SHEET)],
  MarkSheetVoided: [
    'Feuille de notes annulée',
    (say) => `La feuille de notes est annulée tout entière, ${counted(say.number('lineCount'), 'ligne')}.`,
  ],
  SheetLineVoided: [
    'Ligne de feuille de notes annulée',
    (say) => `La ligne n° ${say.text('line')} ${SHEET}, celle ${of(member(say))}, est annulée avec elle.`,
  ],
  MarkSheetVoidingReportedRefused: [
    'Refus d’annulation de ligne signalé (feuille de notes)',
    (say) => refusedVoiding(say, SHEET),
  ],
};

const REATTRIBUTIONS: SentenceTable = {
  ReattributionDecided: [
    'Réattribution décidée',
    (say) =>
      `Le ${say.day('decidedOn')}, il est décidé de remettre des évaluations dans les bons dossiers : ${counted(say.number('moveCount'), 'déplacement')} entre ${counted(say.texts('candidacyIds').length, 'dossier')}.`,
  ],
  ReattributionMoveDecided: [
    'Déplacement décidé',
    (say) =>
      `Déplacement n° ${say.text('move')} : une évaluation qui porte ${say.outcome()} passe d’un dossier à un autre, à ${say.line('toModality', false)}, épreuve n° ${say.text('toOccurrence')}, tentative n° ${say.text('toAttempt')}, session ${say.text('toSession')}.`,
  ],
  ReattributionReportedRefused: [
    'Refus de réattribution signalé',
    (say) =>
      `Le dossier ${of(member(say))} a refusé ce qui lui était demandé : ${say.refusal()}. À régler sans attendre.`,
  ],
  ReattributionSettled: [
    'Réattribution refusée réglée',
    (say) => `Le refus de la réattribution est réglé : ${say.word(SETTLEMENTS, 'settlement')}.`,
  ],
};

function presence(say: Telling): string {
  const attended = say.is('attended') ? 'présence' : 'absence';
  return `${attended}, identité ${say.is('identityChecked') ? 'vérifiée' : 'non vérifiée'}`;
}

const SITTINGS: SentenceTable = {
  SittingHeld: [
    'Séance tenue',
    (say) =>
      say.all(
        `Une séance s’est tenue du ${say.moment('startedAt')} au ${say.moment('endedAt')}, ${say.part('place')?.word(PLACES, 'kind') ?? ''}, pour ${say.line()}, ${say.place()}.`,
        say.texts('invigilators').length > 0 && `Surveillance : ${say.people('invigilators')}.`,
        `Séance organisée par ${say.centre()}.`,
      ),
  ],
  SittingAttendanceRecorded: [
    'Émargement enregistré',
    (say) => `Émargement, ligne n° ${say.text('line')} : ${member(say)}, ${presence(say)}.`,
  ],
  SittingAttendanceCorrected: [
    'Émargement rectifié',
    (say) => `Émargement rectifié, ligne n° ${say.text('line')} : ${member(say)}, ${presence(say)}.`,
  ],
  SittingIncidentRecorded: [
    'Incident de séance consigné',
    (say) => `Pendant la séance, le ${say.moment('at')}, est consigné ${say.word(INCIDENTS, 'kind')}.`,
  ],
  AttendanceReportedRefused: [
    'Refus de constat de présence signalé',
    (say) => `La ligne n° ${say.text('line')} de la séance contredit le dossier ${of(member(say))} : ${say.refusal()}.`,
  ],
  AnonymityNumberIssued: [
    'Numéro d’anonymat attribué',
    (say) => `Un numéro d’anonymat est attribué ${to(member(say))}.`,
  ],
  AnonymityLifted: [
    'Anonymat levé',
    (say) =>
      say.all(
        `L’anonymat est levé le ${say.moment('liftedAt')}.`,
        say.texts('witnesses').length > 0 && `${capital(say.people('witnesses'))} en étaient témoins.`,
      ),
  ],
};

/** What is decided about several candidates at once. */
export const GROUP_SENTENCES: SentenceTable = { ...GROUP_WORKS, ...MARK_SHEETS, ...REATTRIBUTIONS, ...SITTINGS };
