import { BLOCK_ORIGINS, CHANNELS, PAPERS, SUBJECTS } from './code-words.js';
import { capital, counted, ended, listed, of } from './french.js';
import type { SentenceTable } from './sentence-table.js';
import { NOT_KNOWN, type Telling } from './telling.js';

const OUTCOMES = {
  admitted: 'prononce l’admission',
  'not-admitted': 'prononce la non-admission',
  pending: 'met en attente le cas',
  annulled: 'prononce l’annulation de la session',
};
const PRESENCES = { present: 'présence', defaulted: 'défaut', withdrawn: 'démission' };
const RELATIONS = {
  initial: 'C’est la première décision sur cette candidature.',
  follows: 'Elle suit une décision précédente.',
  corrects: 'Elle corrige une décision précédente.',
};
const AWAITED = { document: 'une pièce', hearing: 'une audition', mark: 'une note', appeal: 'un recours' };
const RESITS = {
  authorised: 'Le candidat est autorisé à repasser',
  refused: 'Le candidat n’est pas autorisé à repasser',
  'not-applicable': '',
};
const RELEASES = {
  requested: 'à sa demande',
  'left-out': 'le cas étant écarté',
  'jury-cancelled': 'le jury étant annulé',
  'jury-closed': 'à sa clôture',
};
const RECIPIENTS = { candidate: 'au candidat', accompanist: 'à l’accompagnateur', employer: 'à l’employeur' };
const RETURNS = { received: 'reçue', unclaimed: 'non réclamée', undeliverable: 'non distribuable' };
const BEFORE = {
  jury: 'le jury',
  'appeal-board': 'la commission de recours',
  court: 'le juge',
  regulator: 'l’autorité de contrôle',
};
const GROUNDS = {
  'material-error': 'une erreur matérielle',
  composition: 'la composition du jury',
  procedure: 'la procédure',
  'link-of-interest': 'un lien d’intérêt',
  assessment: 'l’appréciation portée',
  accommodation: 'un aménagement non appliqué',
};
const RULINGS = {
  upheld: 'accepté',
  'partly-upheld': 'accepté en partie',
  dismissed: 'rejeté',
  inadmissible: 'déclaré irrecevable',
  withdrawn: 'retiré par son auteur',
};
const CONSEQUENCES = {
  none: '',
  'corrective-jury': 'Un jury correctif est à réunir.',
  'decision-annulled': 'La décision est annulée.',
  'decision-reinstated': 'La décision est rétablie.',
  'evaluation-corrected': 'Une évaluation est rectifiée.',
  'new-attempt': 'Une nouvelle tentative est accordée.',
  'sanction-lifted': 'La sanction est levée.',
};
const ENDINGS = { delivered: 'exécuté', refused: 'refusé par le registre des délivrances', cancelled: 'annulé' };

function blocksDecided(say: Telling): string {
  const blocks = say.parts('blocks');
  const validated = blocks
    .filter((one) => one.is('validated'))
    .map((one) => {
      const origin = one.has('origin') ? [one.word(BLOCK_ORIGINS, 'origin')] : [];
      const details = [...origin, ...(one.has('result') ? [one.result()] : [])].join(', ');
      return `${one.block()}${details === '' ? '' : ` (${details})`}`;
    });
  const others = blocks.filter((one) => !one.is('validated')).map((one) => one.block());
  return say.all(
    validated.length > 0 && `Validé : ${listed(validated)}.`,
    others.length > 0 && `Non validé : ${listed(others)}.`,
  );
}

function quorumWords(say: Telling): string {
  const quorum = say.part('quorum');
  if (!quorum) return '';
  return `Quorum : ${counted(quorum.number('members'), 'membre')} pour ${quorum.text('membersMin')} requis, dont ${counted(quorum.number('professionals'), 'professionnel')} pour ${quorum.text('professionalsMin')} requis.`;
}

function jurorsWords(say: Telling): string {
  const jurors = say.part('jurors');
  if (!jurors) return '';
  const present = jurors
    .parts('present')
    .map((one) => `${one.person('jurorId')}${one.text('role') === 'president' ? ' (présidence)' : ''}`);
  const excluded = jurors.parts('excluded').map((one) => one.person('jurorId'));
  return say.all(
    present.length > 0 && `Ont siégé : ${listed(present)}.`,
    excluded.length > 0 && `N’ont pas pris part à ce cas : ${listed(excluded)}.`,
  );
}

function votesWords(say: Telling): string {
  const votes = say.part('votes');
  if (!votes) return '';
  return `Vote : ${votes.text('for')} pour, ${votes.text('against')} contre, ${counted(votes.number('abstentions'), 'abstention')}${votes.is('castingVote') ? ', la voix de la présidence ayant départagé' : ''}.`;
}

function resitsWords(say: Telling): string {
  const words = say.word(RESITS, 'resit');
  if (words === '' || words === NOT_KNOWN) return '';
  const what = say
    .parts('resits')
    .map(
      (one) =>
        `${one.labels.covered(one.text('level'), one.text('code'))}${one.has('until') ? ` jusqu’au ${one.day('until')}` : ''}`,
    );
  return `${words}${what.length === 0 ? '' : ` : ${listed(what)}`}.`;
}

function difference(say: Telling): string {
  const why = say.reason('difference');
  return why === '' ? '' : ended(`La décision s’écarte de la proposition du règlement : ${why}`);
}

function adviceWords(say: Telling): string[] {
  return say.parts('advice').map((one) => {
    const text = one.quoted('text');
    return text === '' ? '' : ended(`Préconisation pour le ${one.block()} : ${text}`);
  });
}

const JURY: SentenceTable = {
  CandidacyHeld: [
    'Candidature réservée au jury',
    (say) =>
      `Le jury de ${say.session()} est saisi de la candidature ${say.ofCandidate}, telle qu’elle est à ce rang, sous le ${say.rules()} et le calcul n° ${say.text('calculation')}.`,
  ],
  HoldRefused: ['Réservation refusée', (say) => `Un jury n’a pu être saisi de cette candidature : ${say.refusal()}.`],
  CandidacyReleased: [
    'Candidature rendue',
    (say) => `Le jury n’est plus saisi de la candidature, ${say.word(RELEASES, 'cause')}.`,
  ],
  ReleaseRefused: ['Restitution refusée', (say) => `La candidature n’a pu être rendue par ce jury : ${say.refusal()}.`],
  MarkChangedByJury: [
    'Note modifiée par le jury',
    (say) =>
      say.all(
        `Le jury change le résultat ${of(say.evaluation())} : ${say.has('from') ? `de ${say.outcome('from')} ` : ''}à ${say.outcome('to')}.`,
        say.freeze(),
      ),
  ],
  BlockValidatedByJury: [
    'Bloc validé par le jury',
    (say) =>
      `Le jury valide le ${say.block()}, que le règlement ne proposait pas de valider${say.has('proposed') ? ` (${say.result('proposed')})` : ''}.`,
  ],
  JuryDecided: [
    'Décision du jury',
    (say) =>
      say.all(
        `Le ${say.day('decidedOn')}, pour ${say.session()}, le jury ${say.word(OUTCOMES, 'outcome')} ${say.ofCandidate} (${say.word(PRESENCES, 'presence')} à la session).`,
        say.part('pendingFor') &&
          `Il attend ${say.part('pendingFor')!.word(AWAITED, 'what')} jusqu’au ${say.part('pendingFor')!.day('until')}.`,
        say.has('result') && `Moyenne du titre : ${say.result()}.`,
        blocksDecided(say),
        resitsWords(say),
        difference(say),
        jurorsWords(say),
        quorumWords(say),
        votesWords(say),
        say.word(RELATIONS, 'relation'),
        `Décision prise sous le ${say.rules()}, par le calcul n° ${say.text('calculation')}.`,
        ...adviceWords(say),
      ),
  ],
  JuryDecisionRefused: [
    'Décision du jury non enregistrable',
    (say) => `La décision d’un jury clos n’a pu être enregistrée dans ce dossier : ${say.refusal()}.`,
  ],
  DecisionAnnulled: [
    'Décision annulée',
    (say) =>
      `La décision du jury est annulée le ${say.day('annulledOn')} : aucune n’est en vigueur jusqu’à la prochaine.`,
  ],
  DecisionReinstated: [
    'Décision rétablie',
    (say) => `La décision du jury, annulée auparavant, est de nouveau en vigueur le ${say.day('reinstatedOn')}.`,
  ],
  AwardReportedRefused: [
    'Refus d’acquisition signalé',
    (say) => `L’acquisition d’un bloc n’a pu être enregistrée dans le dossier de la personne : ${say.refusal()}.`,
  ],
};

const PAPER: SentenceTable = {
  DeliveryOrdered: [
    'Délivrance ordonnée',
    (say) => {
      const life = say.part('titleLife');
      return say.all(
        `La délivrance est ordonnée : ${say.word(PAPERS, 'paper')}${say.texts('blocks').length > 0 ? `, ${say.blocks()}` : ''}, obtenu le ${say.day('obtainedOn')}.`,
        life &&
          (life.text('basis') === 'alive'
            ? `Le titre est enregistré jusqu’au ${life.day('validUntil')}.`
            : `Le titre a pris fin le ${life.day('validUntil')}, mais l’entrée du ${life.day('enteredOn')}${life.document('entryDocument')} le précède.`),
      );
    },
  ],
  DeliveryOrderEnded: [
    'Ordre de délivrance soldé',
    (say) =>
      `L’ordre de délivrance est ${say.word(ENDINGS, 'ending')}${say.has('number') ? `, sous le numéro ${say.text('number')}` : ''}${say.has('refused') ? ` : ${say.refusal()}` : ''}.`,
  ],
  ResultPublished: [
    'Résultat publié',
    (say) =>
      `Le résultat est publié le ${say.day('publishedOn')}, ${say.word(CHANNELS, 'channel')}${say.document('proof', 'preuve')}.`,
  ],
};

const APPEALS: SentenceTable = {
  DecisionNotified: [
    'Décision notifiée',
    (say) =>
      say.all(
        `Est notifiée ${say.word(RECIPIENTS, 'recipient')} : ${say.part('about')?.word(SUBJECTS, 'kind') ?? 'une décision'}, le ${say.day('sentOn')}, ${say.word(CHANNELS, 'channel')}${say.document('proof', 'preuve')}.`,
        say.has('receivedOn') && `Reçue le ${say.day('receivedOn')}.`,
        say.has('appealUntil') && `Recours possible jusqu’au ${say.day('appealUntil')}.`,
      ),
  ],
  NotificationReturned: [
    'Retour de notification enregistré',
    (say) =>
      say.all(
        `La notification est revenue ${say.word(RETURNS, 'result')} le ${say.day('on')}${say.document('proof', 'preuve')}.`,
        say.has('appealUntil') && `Recours possible jusqu’au ${say.day('appealUntil')}.`,
      ),
  ],
  AppealLodged: [
    'Recours déposé',
    (say) => {
      const against = say.part('against');
      const what = against?.text('kind') === 'evaluation' ? against.evaluation('id') : against?.word(SUBJECTS, 'kind');
      return say.all(
        `${say.text('lodgedBy') === 'representative' ? 'Un représentant' : capital(say.candidate)} dépose le ${say.day('lodgedOn')} un recours contre ${what ?? 'une décision'}, devant ${say.word(BEFORE, 'before')}, pour ${say.word(GROUNDS, 'ground')}${say.document('document', 'lettre')}.`,
        say.has('deadline') && `Le délai courait jusqu’au ${say.day('deadline')}.`,
        say.quoted('text') !== '' && ended(`Il est ainsi rédigé : ${say.quoted('text')}`),
      );
    },
  ],
  AppealRuled: [
    'Recours tranché',
    (say) =>
      say.all(
        `Le recours est ${say.word(RULINGS, 'ruling')} le ${say.day('ruledOn')}${say.document()}.`,
        say.word(CONSEQUENCES, 'consequence'),
      ),
  ],
};

/** The jury's hold and decision, its papers, what was notified and contested. */
export const DECISION_SENTENCES: SentenceTable = { ...JURY, ...PAPER, ...APPEALS };
