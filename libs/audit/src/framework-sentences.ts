import { ROUTES } from './code-words.js';
import { counted, listed } from './french.js';
import { frameworkInWords } from './labels.js';
import type { SentenceTable } from './sentence-table.js';
import type { Telling } from './telling.js';

const CHANGES = {
  prolonged: 'prolongé',
  shortened: 'abrégé',
  'struck-off': 'radié',
};

/** The ledger's own beginning and returns. */
export const LEDGER_SENTENCES: SentenceTable = {
  LedgerFounded: [
    'Registre fondé',
    (say) => (say.is('demonstration') ? 'Un registre de démonstration a été fondé.' : 'Le registre a été fondé.'),
  ],
  LedgerRestored: [
    'Registre restauré',
    (say) =>
      `Le registre a repris à partir d’une sauvegarde, arrêtée au rang ${say.text('backupOrdinal')} : c’est sa reprise n° ${say.number('epoch') - 1}.`,
  ],
};

/** Life of a title: is it alive, what are its blocks, what follows it. */
export const FRAMEWORK_SENTENCES: SentenceTable = {
  FrameworkPublished: [
    'Référentiel publié',
    (say) => {
      const registration = say.part('registration');
      const open = say.parts('routes').filter((route) => route.is('open'));
      return say.all(
        `Le référentiel ${say.text('number')} « ${say.text('titleExact')} » (version ${say.text('version')}) a été publié au registre, ${counted(say.number('blockCount'), 'bloc')} de compétences.`,
        registration &&
          `Le titre est enregistré à compter du ${registration.day('effectFrom')}, jusqu’au ${registration.day('validUntil')}${registration.has('orderDate') ? `, par arrêté du ${registration.day('orderDate')}` : ''}.`,
        registration?.has('deliverableUntil') &&
          `Après l’échéance, il peut être délivré jusqu’au ${registration.day('deliverableUntil')}.`,
        open.length > 0 && `Voies d’accès ouvertes : ${listed(open.map((route) => route.word(ROUTES, 'code')))}.`,
      );
    },
  ],
  BlockPublished: [
    'Bloc de compétences publié',
    (say) => {
      const functions = say.parts('functions').map((one) => `${one.text('code')} « ${one.text('label')} »`);
      return say.all(
        `Le bloc ${say.text('code')} « ${say.text('label')} » appartient à ${say.text('number')}, version ${say.text('version')}.`,
        functions.length > 0 && `Ses fonctions : ${listed(functions)}.`,
      );
    },
  ],
  FrameworkRetired: [
    'Référentiel retiré',
    (say) =>
      `La version ${say.text('version')} du référentiel ne peut plus être choisie par une promotion à compter du ${say.day('effectiveOn')} ; celles qui l’ont choisie la gardent.`,
  ],
  FrameworkReinstated: [
    'Référentiel rétabli',
    (say) =>
      `La version ${say.text('version')} du référentiel peut de nouveau être choisie à compter du ${say.day('effectiveOn')}.`,
  ],
  RegistrationChanged: [
    'Enregistrement modifié',
    (say) =>
      say.all(
        `L’enregistrement du titre est ${say.word(CHANGES, 'cause')} : il prenait fin le ${say.day('fromValidUntil')}, il prend fin le ${say.day('validUntil')}, par arrêté du ${say.day('orderDate')}.`,
        say.has('deliverableUntil')
          ? `Qui est entré à temps peut encore recevoir le titre jusqu’au ${say.day('deliverableUntil')}.`
          : 'Qui est entré à temps peut encore recevoir le titre, sans limite indiquée.',
      ),
  ],
  FrameworkSucceeded: [
    'Référentiel remplacé',
    (say) =>
      `La version ${say.text('version')} du référentiel est remplacée par ${say.framework('successor')} à compter du ${say.day('effectiveOn')}${say.document()}.`,
  ],
  FrameworkSuccessionWithdrawn: [
    'Remplacement de référentiel retiré',
    (say) => `${say.framework('successor')} ne remplace pas la version ${say.text('version')} : c’était une erreur.`,
  ],
  CorrespondenceAdopted: [
    'Correspondance adoptée',
    (say) =>
      `Une correspondance entre les blocs de ${say.framework('older')} et ceux de la version ${say.text('version')} a été adoptée le ${say.day('adoptedOn')} (${counted(say.number('linkCount'), 'lien')}).`,
  ],
  CorrespondenceLinkAdopted: [
    'Lien de correspondance adopté',
    (say) => `Qui détient ${olderBlocks(say)} se voit reconnaître ${say.blocks('newerBlocks')}.`,
  ],
  CorrespondenceRetired: [
    'Correspondance abrogée',
    (say) =>
      `La correspondance entre blocs ne sert plus à compter du ${say.day('effectiveOn')} ; les blocs déjà repris le restent.`,
  ],
};

/** The blocks of the older framework carry the label that it gives them, whichever of those known has them. */
function olderBlocks(say: Telling): string {
  const known = [...say.frame.frameworks.values()].flat().flatMap(({ blocks }) => blocks);
  const labelled = say.texts('olderBlocks').map((code) => {
    const label = known.find((block) => block.code === code)?.label;
    return `le bloc ${code}${label === undefined ? '' : ` « ${label} »`}`;
  });
  return listed(labelled);
}

const SCOPES = { prepare: 'préparer', evaluate: 'évaluer' };

/** Partner centres, and what each may do on which days. */
export const CENTRE_SENTENCES: SentenceTable = {
  CentreRegistered: [
    'Centre enregistré',
    (say) => `Le centre ${say.text('code')}, SIRET ${say.text('siret')}, est connu du registre.`,
  ],
  HabilitationGranted: [
    'Habilitation accordée',
    (say) =>
      `Le centre peut ${say.words(SCOPES, 'scope')} ${frameworkInWords(say.frame, say.text('number'))} à compter du ${say.day('from')}, ${say.has('until') ? `jusqu’au ${say.day('until')}` : 'sans terme'}${say.document()}.`,
  ],
  HabilitationSuspended: [
    'Habilitation suspendue',
    (say) =>
      `L’habilitation du centre est sans effet à compter du ${say.day('from')}, ${say.has('until') ? `jusqu’au ${say.day('until')}` : 'jusqu’à son rétablissement'}.`,
  ],
  HabilitationResumed: [
    'Habilitation rétablie',
    (say) => `L’habilitation du centre a de nouveau effet à compter du ${say.day('from')}.`,
  ],
  HabilitationWithdrawn: [
    'Habilitation retirée',
    (say) =>
      `L’habilitation du centre prend fin le ${say.day('effectiveOn')} ; les épreuves tenues avant ce jour restent ce qu’elles étaient.`,
  ],
};
