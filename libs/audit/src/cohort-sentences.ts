import { CHANNELS } from './code-words.js';
import { counted } from './french.js';
import type { SentenceTable } from './sentence-table.js';

const SESSIONS = { initial: 'initiale', 're-sit': 'de rattrapage' };

/** A cohort: what it lives under, its sessions, what its candidates were told and when. */
export const COHORT_SENTENCES: SentenceTable = {
  CohortOpened: [
    'Promotion ouverte',
    (say) =>
      say.all(
        `La promotion ${say.text('code')} a été ouverte du ${say.day('startsOn')} au ${say.day('endsOn')}, pour ${say.framework()}, sous le ${say.rules()}.`,
        `Elle est préparée par ${say.centre()}.`,
        say.entitlement('prepare', 'startsOn'),
      ),
  ],
  SessionOpened: [
    'Session ouverte',
    (say) =>
      `La session ${say.text('session')}, ${say.word(SESSIONS, 'kind')}, a été ouverte du ${say.day('opensOn')} au ${say.day('closesOn')}.`,
  ],
  RulesCommunicated: [
    'Règlement porté à connaissance',
    (say) => {
      const whom =
        say.text('audience') === 'listed'
          ? `de ${counted(say.number('recipientCount'), 'destinataire nommé', 'destinataires nommés')}`
          : 'de toute la promotion';
      return `Le ${say.rules()}, a été porté à la connaissance ${whom} le ${say.day('communicatedOn')}, ${say.word(CHANNELS, 'channel')}${say.document('document', 'preuve')}.`;
    },
  ],
  CandidacyInformedOfRules: [
    'Candidat informé du règlement',
    (say) =>
      `Cette communication a été faite le ${say.day('informedOn')} ${say.frame.candidate === null ? 'à un candidat nommé' : `à ${say.candidate}`}${say.document('receipt', 'accusé de réception')}.`,
  ],
  RulesRepinned: [
    'Règlement remplacé en cours de promotion',
    (say) =>
      `La promotion passe du ${say.rules('from')} au ${say.rules('to')}, à compter du ${say.day('effectiveOn')} ; les notes acceptées auparavant gardent la version qu’elles nomment.`,
  ],
  FrameworkRepinned: [
    'Version du référentiel remplacée en cours de promotion',
    (say) =>
      `La promotion passe de ${say.framework('from')} à ${say.framework('to')}, sous le ${say.rules()}, à compter du ${say.day('effectiveOn')}.`,
  ],
  CohortRescheduled: [
    'Promotion prolongée ou déplacée',
    (say) => {
      const from = say.part('from');
      return `Les dates de la promotion changent : ${from ? `du ${from.day('startsOn')} au ${from.day('endsOn')}, elles deviennent ` : ''}du ${say.day('startsOn')} au ${say.day('endsOn')}.`;
    },
  ],
  SessionRescheduled: [
    'Session déplacée',
    (say) => {
      const from = say.part('from');
      return `Les dates de ${say.session()} changent : ${from ? `du ${from.day('opensOn')} au ${from.day('closesOn')}, elles deviennent ` : ''}du ${say.day('opensOn')} au ${say.day('closesOn')}.`;
    },
  ],
  SessionClosed: [
    'Session close',
    (say) =>
      `La session ${say.text('session')} a été close le ${say.day('closedOn')} : plus aucune évaluation n’y entre.`,
  ],
  SessionReopened: ['Session rouverte', (say) => `La session ${say.text('session')} a été rouverte.`],
  CohortClosed: ['Promotion close', (say) => `La promotion a été close le ${say.day('closedOn')}.`],
  CohortReopened: ['Promotion rouverte', () => 'La promotion a été rouverte.'],
};
