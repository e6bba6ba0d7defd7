import { type Decision, refuse, type SealedCommand } from '@minutier/ledger';

import { FICHE_KINDS, type FrameworkEvent, type FrameworkHeader } from '../framework.events.js';
import type { Publications } from '../framework.state.js';
import type { FicheDocument } from '../fiche-document.js';
import type { PublishFramework } from './publish-framework.command.js';

export type PublishFrameworkRefusal =
  'FICHE_COUNT_WRONG' | 'FICHE_REFERENCE_BROKEN' | 'REGISTRATION_DATES_REVERSED' | 'FICHE_ALREADY_PUBLISHED';

/** A fiche is published only if it counts what it says it counts, and every part it refers to is there. */
export function publishFramework(
  { document }: SealedCommand<PublishFramework>,
  { versions }: Publications,
): Decision<FrameworkEvent, PublishFrameworkRefusal> {
  const wrong = wrongCount(document);
  if (wrong) {
    const [pointer, said, counted] = wrong;
    return refuse(
      'FICHE_COUNT_WRONG',
      `/document${pointer}`,
      `La fiche annonce ${said} mais en contient ${counted}.`,
      `The fiche says ${said} but holds ${counted}.`,
    );
  }
  const broken = brokenReference(document);
  if (broken) {
    return refuse(
      'FICHE_REFERENCE_BROKEN',
      `/document${broken}`,
      'La fiche renvoie ici à une partie qu’elle ne contient pas, ou la contient deux fois.',
      'The fiche refers here to a part that it does not hold, or holds it twice.',
    );
  }
  const { effectFrom, validUntil } = document.fiche.registration;
  if (validUntil < effectFrom) {
    return refuse(
      'REGISTRATION_DATES_REVERSED',
      '/document/fiche/registration/validUntil',
      `L’enregistrement prend effet le ${effectFrom}.`,
      `The registration takes effect on ${effectFrom}.`,
    );
  }
  if (versions.at(-1)?.source.sha256 === document.source.sha256) {
    return refuse(
      'FICHE_ALREADY_PUBLISHED',
      '/document/source/sha256',
      'Cette version de la fiche est déjà publiée.',
      'This version of the fiche is already published.',
    );
  }
  const version = versions.length + 1;
  const { number } = document.fiche;
  return [
    { type: 'FrameworkPublished', data: headerOf(document, version) },
    ...blocksOf(document).map((block, index) => ({
      type: 'BlockPublished' as const,
      data: { number, version, position: index + 1, ...block },
    })),
  ];
}

/** The first count that is wrong: its pointer, what is said, what is there. */
function wrongCount({
  blocks,
  totals,
  accessRoutes,
}: FicheDocument): [pointer: string, said: number, counted: number] | undefined {
  const functions = blocks.flatMap((block) => block.functions);
  const lines = functions.flatMap(({ modalities }) => modalities);
  const counted = lines.filter(({ count }) => count !== null);
  const assessments = (of: typeof lines): number => of.reduce((sum, { count }) => sum + (count ?? 0), 0);
  const checks: [string, number, number][] = [
    ['/totals/blocks', totals.blocks, blocks.length],
    ['/totals/functions', totals.functions, functions.length],
    ['/totals/modalityLines', totals.modalityLines, lines.length],
    ['/totals/countedLines', totals.countedLines, counted.length],
    ['/totals/uncountedLines', totals.uncountedLines, lines.length - counted.length],
    ['/totals/countedAssessments', totals.countedAssessments, assessments(lines)],
    ...FICHE_KINDS.flatMap((kind): [string, number, number][] => {
      const ofKind = lines.filter((line) => line.kind === kind);
      return [
        [`/totals/linesByKind/${kind}`, totals.linesByKind[kind] ?? 0, ofKind.length],
        [`/totals/assessmentsByKind/${kind}`, totals.assessmentsByKind[kind] ?? 0, assessments(ofKind)],
      ];
    }),
    ...accessRoutes.flatMap(({ jury }, index): [string, number, number][] =>
      jury
        ? [[`/accessRoutes/${index}/jury/total`, jury.total, jury.members.reduce((sum, { count }) => sum + count, 0)]]
        : [],
    ),
  ];
  return checks.find(([, said, there]) => said !== there);
}

/** Pointer of the first reference to a part that is missing, or of a part that stands twice. */
function brokenReference({
  blocks,
  activities,
  partialCertification,
  accessRoutes,
}: FicheDocument): string | undefined {
  const functions = blocks.flatMap((block) => block.functions);
  const lines = functions.flatMap(({ modalities }) => modalities.map(({ id }) => id));
  if ([blocks.map(({ code }) => code), functions.map(({ code }) => code), lines].some(repeats)) return '/blocks';
  if (repeats(accessRoutes.map(({ code }) => code))) return '/accessRoutes';
  for (const [index, block] of blocks.entries()) {
    const activity = activities.find(({ number }) => number === block.activity);
    const numbers = block.functions.map(({ number }) => number);
    if (!activity) return `/blocks/${index}/activity`;
    if ([...activity.functions].sort().join() !== numbers.sort().join()) return `/blocks/${index}/functions`;
  }
  const missing = partialCertification.blocsAsNumberedInDescriptive.findIndex(
    ({ code }) => !blocks.some((block) => block.code === code && block.inPartialRule),
  );
  return missing === -1 ? undefined : `/partialCertification/blocsAsNumberedInDescriptive/${missing}/code`;
}

function repeats(values: readonly string[]): boolean {
  return new Set(values).size < values.length;
}

function headerOf({ fiche, source, ...document }: FicheDocument, version: number): FrameworkHeader {
  const order = fiche.legalBasis.creationOrder;
  const { blocks, functions, modalityLines, countedLines, uncountedLines, countedAssessments } = document.totals;
  return {
    number: fiche.number,
    version,
    titleExact: fiche.titleExact,
    authorityExact: fiche.authority.exact,
    signatoryExact: fiche.authority.signatoryExact,
    level: { nomenclature1969: fiche.level.nomenclature1969, europe: fiche.level.europe },
    nsf: fiche.nsf.map(({ code, labelExact, label }) => ({ code, labelExact, label })),
    rome: fiche.rome.map(({ code, label }) => ({ code, label })),
    registration: {
      effectFrom: fiche.registration.effectFrom,
      validUntil: fiche.registration.validUntil,
      durationYears: fiche.registration.durationYears,
      orderDate: order?.orderDate ?? null,
      journalOfficielDate: order?.journalOfficielDate ?? null,
      orderExact: order?.exact ?? null,
      deliverableUntil: null,
    },
    routes: document.accessRoutes.map(({ code, exact, open, jury, ambiguity }) => ({
      code,
      exact,
      open,
      juryExact: jury?.exact ?? null,
      juryMembers: (jury?.members ?? []).map(({ role, count, professional }) => ({ role, count, professional })),
      ambiguities: ambiguitiesOf(ambiguity),
    })),
    territories: document.territories.map(({ exact, open }) => ({ exact, open })),
    partialClause: {
      exact: document.partialCertification.exact,
      blocks: document.partialCertification.blocsAsNumberedInDescriptive.map(({ code }) => code),
    },
    acquiredComponentsUnlimited: document.acquiredComponentsValidity.unlimited,
    totals: { blocks, functions, modalityLines, countedLines, uncountedLines, countedAssessments },
    source: { sha256: source.sha256, kind: source.kind },
    blockCount: document.blocks.length,
  };
}

/** «A06, A07» as the fiche's reading writes it. */
function ambiguitiesOf(written: string | undefined): string[] {
  return written?.split(/,\s*/) ?? [];
}

function blocksOf({ blocks, activities }: FicheDocument) {
  return blocks.map((block) => {
    const activity = activities.find(({ number }) => number === block.activity)!;
    return {
      code: block.code,
      tableNumber: block.tableNumber,
      descriptiveNumber: block.descriptiveNumber,
      labelExact: block.labelExact,
      label: block.label,
      inPartialClause: block.inPartialRule,
      activity: {
        number: activity.number,
        exact: activity.exact,
        competencies: activity.competencies.map(({ code, exact }) => ({ code, exact })),
      },
      functions: block.functions.map(({ number, code, labelExact, label, modalities }) => ({
        number,
        code,
        labelExact,
        label,
        modalities: modalities.map(
          ({ id, order, exact, kind, count, theory, practice, work, written, oral, ambiguity }) => ({
            id,
            order,
            exact,
            kind,
            count,
            theory,
            practice,
            work,
            written,
            oral,
            ambiguities: ambiguitiesOf(ambiguity),
          }),
        ),
      })),
    };
  });
}
