import { CHANNELS, INCIDENTS, LINKS, PIECES, SUBJECTS } from './code-words.js';
import { capital, ended, listed, of, to } from './french.js';
import type { SentenceTable } from './sentence-table.js';
import type { Telling } from './telling.js';

const PURPOSES = { sitting: 'à une épreuve', oral: 'à un oral', hearing: 'à une audition', jury: 'devant le jury' };
const SANCTIONS = {
  none: 'aucune sanction n’est prononcée.',
  warning: 'un avertissement est prononcé.',
  'evaluation-void': 'l’annulation d’évaluations est prononcée.',
  'session-void': 'l’annulation de la session est prononcée.',
  excluded: 'une exclusion est prononcée.',
  'excluded-with-loss': 'une exclusion avec perte des résultats est prononcée.',
};
const SOURCES = {
  declared: 'déclaré par l’intéressé',
  'found-in-ledger': 'relevé dans le registre',
  reported: 'signalé par un tiers',
};

function aboutWords(say: Telling): string {
  const about = say.part('about');
  if (!about) return 'un fait de ce dossier';
  return about.text('kind') === 'evaluation' ? about.evaluation('id') : about.word(SUBJECTS, 'kind');
}

/** The place that a fact is about, where it names one: « à la ligne F1-M1 « … », épreuve n° 1». */
function placeOf(say: Telling): string {
  if (!say.has('modality')) return '';
  const place = say.place();
  return `, ${say.line('modality', false)}${place === '' ? '' : `, ${place}`}`;
}

const EVIDENCE: SentenceTable = {
  EvidenceAttached: [
    'Pièce versée',
    (say) =>
      `${capital(say.word(PIECES, 'what'))} est versée à l’appui ${of(aboutWords(say))}, gardée à la place ${say.text('place')} ; son empreinte est au registre.`,
  ],
  EvidenceReplaced: [
    'Pièce remplacée',
    (say) =>
      `Une pièce est remplacée par une autre, gardée à la place ${say.text('place')} ; les deux restent nommées au registre.`,
  ],
  EvidenceWithdrawn: ['Pièce retirée', () => 'Une pièce versée par erreur est retirée de ce dossier.'],
  EvidencePurged: [
    'Pièce détruite',
    (say) =>
      `Le fichier d’une pièce est détruit le ${say.day('purgedOn')}, ${say.text('basis') === 'erasure' ? 'à la suite d’un effacement' : 'à la fin de sa durée de conservation'} ; le registre garde qu’elle a existé.`,
  ],
};

const ATTENDANCE: SentenceTable = {
  CandidateSummoned: [
    'Candidat convoqué',
    (say) =>
      `Convocation ${say.ofCandidate} ${say.word(PURPOSES, 'purpose')}${['sitting', 'oral'].includes(say.text('purpose')) ? placeOf(say) : ''}, le ${say.moment('dueAt')} ; envoyée le ${say.day('sentOn')}, ${say.word(CHANNELS, 'channel')}${say.document('proof', 'preuve')}.`,
  ],
  CandidateAttended: [
    'Présence constatée',
    (say) =>
      say.all(
        `La présence ${say.ofCandidate} est constatée${placeOf(say)}, identité ${say.is('identityChecked') ? 'vérifiée' : 'non vérifiée'}.`,
        say.has('arrivedAt') && `Arrivée à ${say.hour('arrivedAt')}.`,
        say.has('leftAt') && `Départ à ${say.hour('leftAt')}.`,
        say.texts('accommodationIds').length > 0 && 'Un aménagement accordé a été appliqué.',
        say.is('incident') && 'Un incident est consigné dans la séance.',
      ),
  ],
  CandidateMissed: ['Absence constatée', (say) => `L’absence ${say.ofCandidate} est constatée${placeOf(say)}.`],
  AttendanceWithdrawn: [
    'Constat de présence retiré',
    (say) =>
      `Un constat de présence, ligne n° ${say.text('line')} d’une séance, concernait quelqu’un d’autre : il est retiré.`,
  ],
  AttendanceRefused: [
    'Constat de présence refusé',
    (say) => `La ligne n° ${say.text('line')} d’une séance contredit ce dossier : ${say.refusal()}.`,
  ],
};

const PROCEEDINGS: SentenceTable = {
  IncidentReported: [
    'Incident signalé',
    (say) =>
      say.all(
        `${say.person('reportedBy')} signale ${say.word(INCIDENTS, 'kind')} le ${say.day('occurredOn')}${say.has('evaluationId') ? `, à propos ${of(say.evaluation())}` : placeOf(say)}.`,
        say.quoted('facts') !== '' && ended(`Faits : ${say.quoted('facts')}`),
      ),
  ],
  CandidateHeard: [
    'Candidat entendu',
    (say) =>
      say.all(
        say.is('came')
          ? `Audition ${say.ofCandidate} le ${say.day('heardOn')}, par ${say.people('heardBy')}${say.is('assisted') ? ', avec l’assistance d’un tiers' : ''}.`
          : `L’audition ${say.ofCandidate} par ${say.people('heardBy')}, le ${say.day('heardOn')}, s’est tenue en son absence.`,
        say.quoted('statement') !== '' && ended(`Déclaration : ${say.quoted('statement')}`),
      ),
  ],
  SanctionDecided: [
    'Sanction prononcée',
    (say) => {
      const evaluations = say.texts('evaluations').map((id) => say.evaluationOf(id));
      return say.all(
        `Sur l’incident, le ${say.day('decidedOn')} :`,
        say.word(SANCTIONS, 'kind'),
        evaluations.length > 0 && `Évaluations concernées : ${listed(evaluations)}.`,
        say.has('session') && `Session concernée : ${say.text('session')}.`,
        say.has('until') && `Jusqu’au ${say.day('until')}.`,
      );
    },
  ],
  SanctionLifted: [
    'Sanction levée',
    (say) =>
      `La sanction est sans effet à compter du ${say.day('liftedOn')}${say.has('appealId') ? ', à la suite d’un recours' : ''}.`,
  ],
  AttemptGranted: [
    'Nouvelle tentative accordée',
    (say) =>
      `Une tentative de plus est accordée ${to(say.candidate)}${placeOf(say)}${say.has('until') ? `, jusqu’au ${say.day('until')}` : ''}.`,
  ],
  AssessorLinkDeclared: [
    'Lien d’un évaluateur déclaré',
    (say) =>
      `${say.person('assessorId')} ${say.word(LINKS, 'kind')} : lien ${say.word(SOURCES, 'source')}, au ${say.day('declaredOn')} ; cette personne ${say.is('mayAssess') ? 'peut' : 'ne peut pas'} évaluer ce candidat.`,
  ],
  AssessorLinkCleared: ['Lien d’un évaluateur levé', () => 'Le lien d’un évaluateur avec le candidat est levé.'],
};

/** Pieces, summonses, presence, incidents and what follows from them. */
export const DISCIPLINE_SENTENCES: SentenceTable = { ...EVIDENCE, ...ATTENDANCE, ...PROCEEDINGS };
