import { BLOCK_ORIGINS, GROUNDS_TO_KEEP, KEY_CLASSES } from './code-words.js';
import { capital, listed } from './french.js';
import type { SentenceTable } from './sentence-table.js';

const CONFIRMED = {
  'decision-corrected': 'par une décision qui corrige la première',
  'decision-reinstated': 'la décision étant rétablie',
};
const ANNULLED = {
  'decision-annulled': 'la décision étant annulée',
  'decision-corrected': 'la décision étant corrigée',
};
const BASES = {
  request: 'à la demande de la personne',
  'retention-ended': 'à la fin de la durée de conservation',
  'court-order': 'sur décision de justice',
};
const RIGHTS = {
  access: 'd’accès',
  rectification: 'de rectification',
  erasure: 'd’effacement',
  restriction: 'de limitation',
  portability: 'de portabilité',
  objection: 'd’opposition',
};
const ANSWERS = { granted: 'accordé', 'partly-granted': 'accordé en partie', refused: 'refusé' };

const AWARDS: SentenceTable = {
  BlockAwarded: [
    'Bloc acquis',
    (say) =>
      `${capital(say.candidate)} détient pour la vie le ${say.block()} de ${say.framework()}, par décision du ${say.day('awardedOn')} (${say.word(BLOCK_ORIGINS, 'origin')}).`,
  ],
  AwardConfirmed: [
    'Acquisition confirmée',
    (say) => `L’acquisition d’un bloc est confirmée le ${say.day('confirmedOn')}, ${say.word(CONFIRMED, 'cause')}.`,
  ],
  AwardRefused: [
    'Acquisition non enregistrable',
    (say) => `Une acquisition, sa confirmation ou son annulation n’a pu être enregistrée ici : ${say.refusal()}.`,
  ],
  AwardAnnulled: [
    'Acquisition annulée',
    (say) =>
      `L’acquisition d’un bloc est annulée le ${say.day('annulledOn')}, ${say.word(ANNULLED, 'cause')} ; les candidatures qui l’avaient repris sont à revoir.`,
  ],
  LegacyBlockRegistered: [
    'Bloc acquis antérieur enregistré',
    (say) =>
      `${capital(say.candidate)} détient pour la vie le ${say.block()} de ${say.framework()}, obtenu le ${say.day('obtainedOn')}, avant ce registre${say.document('document', 'pièce vue')}.`,
  ],
  LegacyBlockWithdrawn: [
    'Bloc acquis antérieur retiré',
    () =>
      'Un bloc enregistré comme acquis avant ce registre est retiré ; les candidatures qui l’avaient repris sont à revoir.',
  ],
};

const MERGES: SentenceTable = {
  PersonMergedInto: [
    'Personne fusionnée',
    (say) =>
      `Ce dossier de personne et un autre étaient ceux d’un seul être humain : celui-ci est absorbé par l’autre${say.document('evidence', 'pièce vue')}.`,
  ],
  PersonAbsorbed: ['Personne absorbée', () => 'Ce dossier de personne répond aussi d’un autre, qu’il absorbe.'],
  AbsorptionRefused: [
    'Absorption refusée',
    (say) => `La fusion avec un autre dossier, ou sa défaite, n’a pu être reçue ici : ${say.refusal()}.`,
  ],
  MergeReportedRefused: [
    'Refus de fusion signalé',
    (say) => `L’autre dossier a refusé la fusion : ${say.refusal()}. Celui-ci reste ce qu’il était.`,
  ],
  MergeUndone: ['Fusion défaite', () => 'La fusion est défaite : il s’agissait de deux personnes.'],
  AbsorptionUndone: ['Absorption défaite', () => 'Ce dossier de personne ne répond plus de l’autre.'],
};

const PRIVACY: SentenceTable = {
  ErasureDecided: [
    'Effacement décidé',
    (say) => {
      const kept = say
        .parts('kept')
        .map((one) => `${one.word(KEY_CLASSES, 'class')} (${one.word(GROUNDS_TO_KEEP, 'ground')})`);
      return say.all(
        `L’effacement est décidé ${say.word(BASES, 'basis')} : ${say.words(KEY_CLASSES, 'classes')}.`,
        kept.length > 0 && `Sont conservés : ${listed(kept)}.`,
        `Seconde approbation : ${say.person('approvedBy')}.`,
      );
    },
  ],
  KeysDestroyed: [
    'Clés détruites',
    (say) => `Les clés sont détruites : ne peuvent plus être lues ${say.words(KEY_CLASSES, 'classes')}.`,
  ],
  LegalHoldPlaced: [
    'Gel juridique posé',
    (say) =>
      `Rien ne peut être détruit de ce qui suit${say.has('until') ? `, jusqu’au ${say.day('until')}` : ', jusqu’à nouvel ordre'} : ${say.words(KEY_CLASSES, 'classes')}.`,
  ],
  LegalHoldLifted: ['Gel juridique levé', () => 'Le gel juridique est levé.'],
  DataRequestReceived: [
    'Demande d’exercice de droits reçue',
    (say) =>
      `${say.text('lodgedBy') === 'representative' ? 'Un représentant' : capital(say.candidate)} exerce son droit ${say.word(RIGHTS, 'right')} le ${say.day('receivedOn')}${say.document('document', 'demande')} ; identité ${say.is('identityChecked') ? 'vérifiée' : 'non vérifiée'}, réponse due le ${say.day('dueBy')} au plus tard.`,
  ],
  DataRequestExtended: [
    'Délai de réponse prolongé',
    (say) =>
      `Le délai de réponse est prolongé jusqu’au ${say.day('dueBy')} ; la personne en a été informée le ${say.day('toldOn')}.`,
  ],
  DataRequestAnswered: [
    'Demande d’exercice de droits traitée',
    (say) =>
      `L’exercice du droit est ${say.word(ANSWERS, 'answer')} le ${say.day('answeredOn')}${say.has('ground') ? ` (${say.word(GROUNDS_TO_KEEP, 'ground')})` : ''}${say.document('proof', 'preuve')}.`,
  ],
};

/** A person: identity, blocks for life, merges, and what is let go. */
export const PERSON_SENTENCES: SentenceTable = {
  IdentityRecorded: [
    'Identité enregistrée',
    (say) =>
      `L’identité ${say.ofCandidate} est au coffre, version ${say.text('identityVersion')} ; le registre n’en garde que l’engagement.`,
  ],
  IdentityCorrected: [
    'Identité rectifiée',
    (say) =>
      `L’identité ${say.ofCandidate} est rectifiée au coffre, version ${say.text('identityVersion')}${say.has('effectiveOn') ? `, à compter du ${say.day('effectiveOn')}` : ''}${say.document()}.`,
  ],
  ...AWARDS,
  ...MERGES,
  ...PRIVACY,
};
