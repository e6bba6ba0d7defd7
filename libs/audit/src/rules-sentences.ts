import { KINDS, LINKS, MISSING_POLICIES, PAPERS, ROUTES } from './code-words.js';
import { counted, decimalInWords, listed, of } from './french.js';
import type { SentenceTable } from './sentence-table.js';
import type { Telling } from './telling.js';

const READINGS = {
  'all-listed': 'la certification partielle demande tous les blocs cités ensemble',
  'any-listed': 'chacun des blocs cités peut être certifié seul',
};
const COUNTING = { last: 'la dernière tentative compte', best: 'la meilleure tentative compte' };
const AGGREGATIONS = { 'weighted-mean': 'leur moyenne pondérée donne la note', sum: 'leur somme donne la note' };
const JURIES = { certification: 'de certification', corrective: 'correctif' };
const MAJORITIES = {
  'absolute-present': 'à la majorité absolue des présents',
  'absolute-present-or-represented': 'à la majorité absolue des présents ou représentés',
  simple: 'à la majorité simple',
};
const CONSEQUENCES = {
  'excluded-from-jury': 'ne siège pas au jury',
  'excluded-from-case': 'siège, mais ne délibère pas sur ce cas',
  none: 'siège et délibère',
};
const DUTIES = {
  appeal: 'former un recours',
  notification: 'notifier la décision',
  'vae-jury': 'réunir le jury de VAE',
  'vae-notification': 'notifier une décision de VAE',
  'resit-notice': 'annoncer un rattrapage',
  'registry-transmission': 'transmettre au registre national',
  'data-request': 'répondre à une demande d’exercice de droits',
  retention: 'conserver les documents',
};
const UNITS: Readonly<Record<string, readonly [string, string]>> = {
  days: ['jour', 'jours'],
  months: ['mois', 'mois'],
  years: ['an', 'ans'],
};
const STARTS = {
  decision: 'la décision',
  publication: 'la publication',
  notification: 'la notification',
  'file-filed': 'le dépôt du dossier',
  delivery: 'la délivrance',
  'session-closed': 'la clôture de la session',
  request: 'la demande',
  'appeal-deadline': 'la fin du délai de recours',
};
const EFFECTS = {
  'no-new-pin': 'aucune promotion ne peut plus le choisir',
  'no-new-decision': 'aucun jury ne peut plus décider sous lui',
};

/** A value on the reference scale of the rules that it belongs to. */
function reference(say: Telling, field: string): string {
  const { labels } = say;
  const scale = labels.rules?.referenceScale;
  return scale === undefined ? decimalInWords(say.text(field)) : labels.mark(scale, say.text(field));
}

function routesOf(say: Telling): string {
  return say.texts('routes').length === 0 ? 'toutes les voies d’accès' : say.words(ROUTES, 'routes');
}

/** What becomes of a missing mark and of absences, which attempt counts: said of lines and of substitutes. */
function countingOf(say: Telling): string {
  return say.all(
    `Coefficient ${decimalInWords(say.text('coefficient'))}${say.has('floor') ? `, note plancher ${reference(say, 'floor')}` : ''}, ${say.word(COUNTING, 'countingAttempt')}.`,
    `Une note manquante ${say.word(MISSING_POLICIES, 'missing')}, une absence justifiée ${say.word(MISSING_POLICIES, 'justifiedAbsence')}, une absence injustifiée ${say.word(MISSING_POLICIES, 'unjustifiedAbsence')}.`,
    say.has('expectedOccurrences') &&
      `${counted(say.number('expectedOccurrences'), 'épreuve attendue', 'épreuves attendues')}.`,
  );
}

function anyLine(say: Telling): string {
  return say.has('modality') ? say.line('modality', false) : 'toute ligne sans règle propre';
}

/** The rules: thresholds, coefficients, grids, juries, deadlines, with who adopted them. */
export const RULES_SENTENCES: SentenceTable = {
  RulesAdopted: [
    'Règlement adopté',
    (say) => {
      const block = say.part('blockRule');
      const threshold = block?.has('threshold')
        ? say.labels.mark(say.text('referenceScale'), block.text('threshold'))
        : '';
      return say.all(
        `Le règlement ${say.text('rulesId')}, version ${say.text('version')}, a été adopté le ${say.day('adoptedOn')} pour ${say.framework()}${say.has('supersedes') ? ` ; il remplace la version ${say.text('supersedes')}` : ''}.`,
        threshold !== '' && `Un bloc est proposé à la validation à partir de ${threshold} de moyenne.`,
        say.has('partialReading') && `Lecture de la clause partielle : ${say.word(READINGS, 'partialReading')}.`,
        `Les moyennes suivent le calcul n° ${say.text('calculation')}.`,
      );
    },
  ],
  ModalityRuleAdopted: [
    'Règle de modalité adoptée',
    (say) => say.all(`Règle de ${say.line('modality')}, pour ${routesOf(say)}.`, countingOf(say)),
  ],
  SubstituteLineAdopted: [
    'Épreuve de substitution adoptée',
    (say) => {
      const replaced = say.part('replaces');
      const codes = replaced?.texts('codes').map((code) => say.labels.covered(replaced.text('level'), code)) ?? [];
      return say.all(
        `La ligne ${say.text('line')} « ${say.text('labelExact')} » (${say.word(KINDS, 'kind')}) remplace ${listed(codes)} pour ${routesOf(say)}.`,
        countingOf(say),
      );
    },
  ],
  BlockRuleAdopted: [
    'Règle de bloc adoptée',
    (say) =>
      `Le ${say.block()} a sa propre règle : seuil ${reference(say, 'threshold')}${say.has('functionFloor') ? `, plancher par fonction ${reference(say, 'functionFloor')}` : ''}, ${say.is('compensable') ? 'compensable' : 'non compensable'} par un autre bloc.`,
  ],
  AttemptRuleAdopted: [
    'Règle de repassage adoptée',
    (say) =>
      say.all(
        `Repassage de ${anyLine(say)} : ${say.has('attemptsMax') ? `${counted(say.number('attemptsMax'), 'tentative')} au plus` : 'autant de tentatives que nécessaire'}.`,
        say.has('resitCap') && `Un rattrapage compte au plus ${reference(say, 'resitCap')}.`,
        say.is('withoutFirstAttempt')
          ? 'Un absent injustifié peut se présenter au rattrapage.'
          : 'Un absent injustifié ne peut se présenter au rattrapage.',
      ),
  ],
  MarkingRuleAdopted: [
    'Règle de correction adoptée',
    (say) =>
      say.all(
        `Correction de ${anyLine(say)} : ${counted(say.number('assessorsMin'), 'évaluateur')} au moins${say.is('blind') ? ', en double aveugle' : ''}.`,
        say.has('gapMax') && `Un écart de plus de ${reference(say, 'gapMax')} appelle un autre correcteur.`,
      ),
  ],
  CompanyPeriodAdopted: [
    'Durée en entreprise adoptée',
    (say) =>
      `Pour ${routesOf(say)}, la présence en entreprise est de ${counted(say.number('daysMin'), 'jour')} au moins ; en dessous, la proposition ${say.text('consequence') === 'blocks' ? 'est suspendue' : 'le signale'}.`,
  ],
  GridAdopted: [
    'Grille d’évaluation adoptée',
    (say) => {
      const criteria = say.parts('criteria').map((one) => `« ${one.text('labelExact')} »`);
      const lines = say.texts('modalities').map((code) => say.lineOf(code, false));
      return say.all(
        `La grille ${say.text('gridId')} « ${say.text('labelExact')} » (version ${say.text('gridVersion')}) sert pour ${listed(lines)}.`,
        criteria.length > 0 &&
          `Critères : ${listed(criteria)} ; ${say.has('aggregation') ? say.word(AGGREGATIONS, 'aggregation') : 'ils éclairent la note sans la donner'}.`,
      );
    },
  ],
  JuryProfileAdopted: [
    'Profil de jury adopté',
    (say) => {
      const from = say.has('journeyFrom') ? ` à compter du ${say.day('journeyFrom')}` : '';
      const until = say.has('journeyUntil') ? ` jusqu’au ${say.day('journeyUntil')}` : '';
      const journeys = `${from}${until}` === '' ? 'tous les parcours' : `parcours commencés${from}${until}`;
      return say.all(
        `Le jury ${say.words(JURIES, 'juryKinds')}, pour ${routesOf(say)}, ${journeys} : ${counted(say.number('membersMin'), 'membre présent', 'membres présents')} au moins, dont ${counted(say.number('professionalsMin'), 'professionnel')}.`,
        `Il décide ${say.word(MAJORITIES, 'majority')}${say.is('castingVote') ? ', avec voix prépondérante de la présidence' : ''}.`,
      );
    },
  ],
  LinkConsequenceAdopted: [
    'Conséquence d’un lien adoptée',
    (say) => `Qui ${say.word(LINKS, 'link')} ${say.word(CONSEQUENCES, 'consequence')}.`,
  ],
  DecisionLegendAdopted: [
    'Code de décision adopté',
    (say) => `Le code ${say.text('code')} imprimé sur les documents se lit « ${say.text('labelExact')} ».`,
  ],
  DeadlineAdopted: [
    'Délai adopté',
    (say) => {
      const [one, many] = UNITS[say.text('unit')] ?? ['jour', 'jours'];
      return `Délai pour ${say.word(DUTIES, 'duty')} : ${counted(say.number('amount'), one, many)}, à compter ${of(say.word(STARTS, 'startsFrom'))}${say.text('startsFrom') === 'notification' ? (say.text('countsFrom') === 'receipt' ? ', depuis sa réception' : ', depuis son envoi') : ''}.`;
    },
  ],
  PaperAdopted: [
    'Document délivré adopté',
    (say) =>
      `${say.is('issued') ? 'Est délivré' : 'N’est pas délivré'} : ${say.word(PAPERS, 'paper')}${say.texts('blocks').length > 0 ? `, pour ${say.blocks()}` : ''}.`,
  ],
  RulesRetired: [
    'Règlement abrogé',
    (say) =>
      `La version ${say.text('version')} du règlement est abrogée à compter du ${say.day('effectiveOn')} : ${say.word(EFFECTS, 'effect')}.`,
  ],
  RulesReinstated: [
    'Règlement rétabli',
    (say) =>
      `La version ${say.text('version')} du règlement est de nouveau applicable à compter du ${say.day('effectiveOn')}.`,
  ],
};
