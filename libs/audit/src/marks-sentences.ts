import { ORIGINS, SETTLEMENTS } from './code-words.js';
import { capital, counted, ended, of } from './french.js';
import { conductOf } from './evaluation-sentences.js';
import type { SentenceTable } from './sentence-table.js';
import type { Telling } from './telling.js';

function originOf(say: Telling): string {
  const origin = say.part('origin');
  if (!origin) return 'ce qui avait été refusé';
  return `${origin.word(ORIGINS, 'kind')}${origin.has('line') ? `, ligne n° ${origin.text('line')}` : ''}`;
}

/** «Son jour était le 12 mars 2019, il devient le 13 mars 2019.»: only what changes. */
function circumstancesChanged(say: Telling): string {
  const [from, now] = [say.part('from'), say.part('to')];
  if (!from || !now) return '';
  const same = (field: string) => from.text(field) === now.text(field);
  const accommodations = from.texts('accommodationIds').join() !== now.texts('accommodationIds').join();
  return say.all(
    !same('heldOn') && `Jour : ${from.day('heldOn')}, corrigé en ${now.day('heldOn')}.`,
    !same('centreId') && `Organisation : ${from.centre()}, corrigé en ${now.centre()}.`,
    !same('sittingId') && 'La séance indiquée est corrigée.',
    accommodations && 'Les aménagements appliqués sont corrigés.',
  );
}

const refusedLine = (say: Telling) => `pour ${say.line('modality', false)}, ${say.place()}`;

/** What becomes of a mark after it was recorded, and what could not be recorded. */
export const MARKS_SENTENCES: SentenceTable = {
  EvaluationCorrected: [
    'Évaluation rectifiée',
    (say) =>
      say.all(
        `Le résultat ${of(say.evaluation())} est rectifié : de ${say.outcome('from')} à ${say.outcome('to')}.`,
        say.freeze(),
        conductOf(say),
        say.has('rules') && `Accepté sous le ${say.rules()}.`,
      ),
  ],
  EvaluationVoided: [
    'Évaluation annulée',
    (say) =>
      say.all(
        `${capital(say.evaluation())} est annulée et ne compte plus ; elle portait : ${say.outcome('from')}.`,
        say.freeze(),
        say.has('origin') && `Elle l’est avec ${originOf(say)}.`,
        say.has('sanctionId') && 'L’annulation exécute une sanction.',
      ),
  ],
  EvaluationCircumstancesCorrected: [
    'Circonstances d’une évaluation rectifiées',
    (say) =>
      say.all(
        `Les circonstances ${of(say.evaluation())} sont rectifiées ; son résultat ne change pas.`,
        circumstancesChanged(say),
      ),
  ],
  AppreciationReplaced: [
    'Appréciation remplacée',
    (say) =>
      say.all(
        `L’appréciation portée sur ${say.evaluation()} est ${say.has('appreciation') ? 'remplacée' : 'retirée'}.`,
        say.quoted('appreciation') !== '' && ended(`Elle se lit désormais : ${say.quoted('appreciation')}`),
        say.has('requestId') && 'C’était la demande de la personne.',
      ),
  ],
  VoidingRefused: [
    'Annulation refusée',
    (say) => `L’annulation demandée avec ${originOf(say)}, n’a pu se faire dans ce dossier : ${say.refusal()}.`,
  ],
  EvaluationGiven: [
    'Évaluation cédée à un autre dossier',
    (say) =>
      say.all(
        `${capital(say.evaluation())} quitte ce dossier pour celui d’un autre candidat, à qui elle revient ; elle portait : ${say.outcome()}.`,
        say.freeze(),
      ),
  ],
  EvaluationReceived: [
    'Évaluation reçue d’un autre dossier',
    (say) =>
      say.all(
        `${capital(say.evaluation())} arrive dans ce dossier, venant de celui d’un autre candidat, où elle se trouvait par erreur.`,
        say.freeze(),
      ),
  ],
  ReattributionRefused: [
    'Réattribution refusée',
    (say) => `Ce qu’une réattribution demande à ce dossier, tout entier, ne peut s’y faire : ${say.refusal()}.`,
  ],
  GroupWorkLineRefused: [
    'Ligne de travail de groupe refusée',
    (say) =>
      `La ligne n° ${say.text('line')} d’un travail de groupe, ${refusedLine(say)}, n’a pu être enregistrée : ${say.refusal()}.`,
  ],
  SheetLineRefused: [
    'Ligne de feuille de notes refusée',
    (say) =>
      `La ligne n° ${say.text('line')} d’une feuille de notes, ${refusedLine(say)}, n’a pu être enregistrée : ${say.refusal()}.`,
  ],
  RefusalSettled: [
    'Refus réglé',
    (say) => `Le refus opposé à ${originOf(say)}, est réglé : ${say.word(SETTLEMENTS, 'settlement')}.`,
  ],
  BlindMarkSubmitted: [
    'Note en double aveugle déposée',
    (say) =>
      say.all(
        `${say.person('assessorId')} dépose sa note en double aveugle pour ${say.line()}, ${say.place()}, épreuve du ${say.day('heldOn')}.`,
        `La note reste scellée ; ${counted(say.number('marksExpected'), 'note est attendue', 'notes sont attendues')} en tout.`,
      ),
  ],
  BlindMarkWithdrawn: [
    'Note en double aveugle retirée',
    (say) =>
      `${say.person('assessorId')} retire sa note en double aveugle pour ${say.evaluation()} ; une autre peut être déposée.`,
  ],
  MarksFrozen: [
    'Notes arrêtées',
    (say) =>
      `Les notes de ${say.session()} sont arrêtées, ${counted(say.number('evaluationsInForce'), 'évaluation')} en vigueur : seul le jury peut encore les changer.`,
  ],
  MarksUnfrozen: [
    'Arrêté des notes levé',
    (say) => `L’arrêté des notes de ${say.session()} est levé : des notes peuvent de nouveau être enregistrées.`,
  ],
};
