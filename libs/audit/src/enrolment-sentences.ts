import { ENTRY_PROOFS, ROUTES, SETTLEMENTS } from './code-words.js';
import { capital, counted, listed, to } from './french.js';
import type { SentenceTable } from './sentence-table.js';
import type { Telling } from './telling.js';

/** «Justificatif : contrat de formation, pièce CONV-2018-0031.» */
function proofOf(say: Telling): string {
  const proof = say.part('entryProof');
  if (!proof) return 'Aucun justificatif d’entrée n’est encore produit.';
  return `Justificatif d’entrée : ${ENTRY_PROOFS[proof.text('kind')] ?? 'autre document'}${proof.has('document') ? `, pièce ${proof.text('document')}` : ''}.`;
}

/** «Was the title alive on that day?»: by the registration as it was published. */
function titleOn(say: Telling, dayField: string): string {
  const registration = say.labels.framework?.registration;
  const day = say.text(dayField);
  if (!registration || day === '') return '';
  const alive = registration.effectFrom <= day && day <= registration.validUntil;
  return `Le titre ${alive ? 'était' : 'n’était pas'} alors enregistré, selon la fiche publiée.`;
}

function routeWith(say: Telling, field: string): string {
  return `${say.word(ROUTES, field)} (${say.text(field)})`;
}

const SCOPES = { title: 'le titre entier', blocks: 'des blocs' };

function scopeOf(say: Telling): string {
  return say.text('scope') === 'blocks' ? say.blocks() : say.word(SCOPES, 'scope');
}

/** Entry, route, leave, departure and return, accommodations, and what VAE begins with. */
export const ENROLMENT_SENTENCES: SentenceTable = {
  Enrolled: [
    'Inscription enregistrée',
    (say) =>
      say.all(
        `Inscription ${say.ofCandidate} à la certification ${say.framework()}, dans ${say.cohort()}, par la voie « ${routeWith(say, 'route')} », sous le numéro ${say.text('candidateNumber')}.`,
        `Entrée dans le parcours le ${say.day('enteredOn')}.`,
        proofOf(say),
        titleOn(say, 'enteredOn'),
        say.has('centreId') && `Préparation par ${say.centre()}.`,
        say.entitlement('prepare', 'enteredOn'),
      ),
  ],
  EnrolmentVoided: [
    'Inscription annulée',
    (say) => `L’inscription ${say.ofCandidate} est annulée : elle n’aurait pas dû être enregistrée.`,
  ],
  EnrolmentCorrected: [
    'Inscription rectifiée',
    (say) => {
      const from = say.part('from');
      const renumbered = from && from.text('candidateNumber') !== say.text('candidateNumber');
      const moved = from && from.text('centreId') !== say.text('centreId');
      return say.all(
        `L’inscription ${say.ofCandidate} est rectifiée.`,
        renumbered && `Son numéro était ${from.text('candidateNumber')}, il devient ${say.text('candidateNumber')}.`,
        moved && `La préparation, portée par ${from.centre()}, l’est par ${say.centre()}.`,
      );
    },
  ],
  EntryProven: [
    'Entrée justifiée',
    (say) =>
      say.all(
        say.text('from') === say.text('enteredOn')
          ? `L’entrée ${say.ofCandidate} le ${say.day('enteredOn')} est justifiée.`
          : `L’entrée ${say.ofCandidate}, enregistrée au ${say.day('from')}, est établie au ${say.day('enteredOn')}.`,
        proofOf(say),
        titleOn(say, 'enteredOn'),
      ),
  ],
  RouteChanged: [
    'Voie d’accès modifiée',
    (say) =>
      `${capital(say.candidate)} passe de la voie « ${routeWith(say, 'from')} » à la voie « ${routeWith(say, 'to')} » à compter du ${say.day('effectiveOn')}${say.document()}.`,
  ],
  TransferredOut: [
    'Transfert vers une autre promotion',
    (say) => {
      const brought = say.parts('broughtOver').map((one) => one.evaluation());
      return say.all(
        `${capital(say.candidate)} quitte cette promotion le ${say.day('effectiveOn')} pour ${say.cohort('toCohortId')}, par la voie « ${routeWith(say, 'toRoute')} »${say.document('document', 'demande')}.`,
        brought.length > 0
          ? `${counted(brought.length, 'résultat y est repris', 'résultats y sont repris')} : ${listed(brought)}.`
          : 'Aucun résultat n’y est repris.',
      );
    },
  ],
  TransferredIn: [
    'Arrivée par transfert',
    (say) =>
      `${capital(say.candidate)} vient d’une autre promotion, avec ${counted(say.number('broughtOverCount'), 'résultat repris', 'résultats repris')}.`,
  ],
  EvaluationBroughtOver: [
    'Résultat repris',
    (say) =>
      say.all(
        `Un résultat de la candidature précédente ${say.ofCandidate} compte ici : ${say.kind()}, à ${say.line()}, ${say.place()} : ${say.outcome()}.`,
        `L’épreuve avait été tenue le ${say.day('heldOn')} par ${say.centre()}.`,
        say.has('correspondenceId') && 'La reprise se fonde sur une correspondance entre les deux référentiels.',
      ),
  ],
  TransferInRefused: [
    'Arrivée par transfert refusée',
    (say) => `L’arrivée ${say.ofCandidate} par transfert ne peut être enregistrée ici : ${say.refusal()}.`,
  ],
  TransferReportedRefused: [
    'Refus de transfert signalé',
    (say) =>
      `Le transfert ${say.ofCandidate} n’a pas été reçu dans l’autre promotion : ${say.refusal()}. Il reste à régler.`,
  ],
  TransferSettled: [
    'Transfert refusé réglé',
    (say) => `Le transfert refusé est réglé : ${say.word(SETTLEMENTS, 'settlement')}.`,
  ],
  CandidacySuspended: [
    'Candidature suspendue',
    (say) =>
      `La candidature ${say.ofCandidate} est suspendue à compter du ${say.day('from')}${say.has('expectedUntil') ? `, en principe jusqu’au ${say.day('expectedUntil')}` : ', sans terme prévu'}${say.document('document', 'demande')}.`,
  ],
  CandidacyResumed: [
    'Candidature reprise',
    (say) =>
      `${capital(say.candidate)} reprend son parcours le ${say.day('resumedOn')}${say.document('document', 'demande')}.`,
  ],
  Withdrawn: [
    'Démission enregistrée',
    (say) =>
      `${capital(say.candidate)} quitte la promotion le ${say.day('effectiveOn')}${say.document('document', 'lettre')}.`,
  ],
  WithdrawalRevoked: [
    'Démission retirée',
    (say) =>
      `Le départ ${say.ofCandidate} est retiré : la candidature n’a jamais été interrompue${say.document('document', 'lettre')}.`,
  ],
  Readmitted: [
    'Réinscription après départ',
    (say) =>
      say.all(
        `${capital(say.candidate)} revient le ${say.day('returnedOn')}, par la voie « ${routeWith(say, 'route')} »${say.document('document', 'demande')}.`,
        `L’entrée qui compte désormais est celle du ${say.day('enteredOn')}.`,
        proofOf(say),
        titleOn(say, 'enteredOn'),
      ),
  ],
  AccommodationGranted: [
    'Aménagement accordé',
    (say) => {
      const lines = say.texts('modalities').map((code) => say.lineOf(code, false));
      return say.all(
        `Un aménagement des épreuves est accordé ${to(say.candidate)} par décision du ${say.day('decidedOn')}, à compter du ${say.day('from')}${say.has('until') ? `, jusqu’au ${say.day('until')}` : ', jusqu’à la fin de la candidature'}.`,
        lines.length > 0 ? `Il vaut pour ${listed(lines)}.` : 'Il vaut pour toutes les épreuves.',
        'Les mesures sont au dossier, scellées.',
      );
    },
  ],
  AccommodationEnded: [
    'Aménagement terminé',
    (say) => `Un aménagement ${say.ofCandidate} prend fin le ${say.day('endsOn')}.`,
  ],
  FeasibilityDecided: [
    'Recevabilité prononcée',
    (say) =>
      say.all(
        `La demande de VAE déposée par ${say.candidate} le ${say.day('requestedOn')}, pour ${scopeOf(say)}, est jugée ${say.is('admissible') ? 'recevable' : 'irrecevable'} le ${say.day('decidedOn')}.`,
        say.has('validUntil') && `Le dossier peut être déposé jusqu’au ${say.day('validUntil')}.`,
        say.has('previousValidUntil') &&
          `Elle renouvelle une demande qui valait jusqu’au ${say.day('previousValidUntil')}.`,
      ),
  ],
  ValidationFileFiled: [
    'Dossier de validation déposé',
    (say) =>
      say.all(
        `Le dossier de validation ${say.ofCandidate}, pour ${scopeOf(say)}, est déposé le ${say.day('filedOn')}${say.document()}.`,
        say.has('juryDueBy') && `Le jury doit se réunir au plus tard le ${say.day('juryDueBy')}.`,
      ),
  ],
};
