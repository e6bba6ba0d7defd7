import { capital, listed, of, to } from './french.js';
import type { SentenceTable } from './sentence-table.js';
import type { Telling } from './telling.js';

function coveredWords(say: Telling): string {
  return say.labels.covered(say.text('level'), say.text('code'));
}

/** The title or block elsewhere, by its number; `foreign` and its like have none. */
function sourceWords(say: Telling): string {
  const source = say.part('source');
  if (!source) return 'un autre titre';
  const number = /^(RNCP|RS)\d+$/.test(source.text('number'))
    ? `le titre ${source.text('number')}`
    : 'un titre étranger';
  const words = source.quoted('title');
  return `${number}${source.has('block') ? `, bloc ${source.text('block')}` : ''}${words === '' ? '' : ` ${words}`}${source.has('obtainedOn') ? `, obtenu le ${source.day('obtainedOn')}` : ''}`;
}

function awardWords(award: Telling): string {
  return `le ${award.block()} de ${award.framework()}`;
}

/** What stands without a mark: equivalences, blocks kept for life. */
export const RECOGNITION_SENTENCES: SentenceTable = {
  EquivalenceGranted: [
    'Équivalence accordée',
    (say) =>
      `Une équivalence est accordée ${to(say.candidate)} le ${say.day('decidedOn')} pour ${coveredWords(say)}, au vu de ${sourceWords(say)}${say.document('documentSeen', 'pièce vue')} ; elle ne donne pas de note.`,
  ],
  EquivalenceRevoked: ['Équivalence retirée', (say) => `Une équivalence accordée ${to(say.candidate)} est retirée.`],
  BlockCarriedOver: [
    'Bloc conservé repris',
    (say) => {
      const awards = say.parts('awards').map(awardWords);
      return say.all(
        `Le ${say.block()} compte dans cette candidature, par décision du ${say.day('decidedOn')} : ${capital(say.candidate)} détient ${listed(awards)}.`,
        say.has('correspondenceId') && 'La reprise se fonde sur une correspondance entre les deux référentiels.',
      );
    },
  ],
  CarryOverRevoked: [
    'Reprise de bloc retirée',
    (say) => `La reprise d’un bloc conservé ${of(say.candidate)} ne compte plus dans cette candidature.`,
  ],
};
