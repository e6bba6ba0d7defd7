import { cohortList } from '@minutier/cohort';
import { findLine, type Framework, frameworkCatalogue, type Rules, rulesCatalogue } from '@minutier/framework';
import { found, ReadQuestion, readSlice } from '@minutier/intake';
import { type LogMoment, Views } from '@minutier/ledger';
import { identityAt } from '@minutier/person';
import { opened, Vault } from '@minutier/vault';

import { candidacyStream } from '../candidacy.state.js';
import { enrolledAs } from '../enrolled-list.js';
import { partOf } from '../fiche-parts.js';
import { candidacyStanding, nothingOf, type StandingRow } from './standing.projection.js';

/** A block is always shown with code and label: its numbers are ambiguous (A11). */
interface NamedBlock {
  readonly code: string;
  readonly label: string | null;
}

/** A line in the words of the fiche or of the rules; of the rules' own lines the block may be several, and is not said. */
interface NamedLine {
  readonly code: string;
  readonly exact: string | null;
  readonly block: NamedBlock | null;
}

/** By what codes are named. */
interface Names {
  readonly framework: Framework | undefined;
  readonly rules: Rules | undefined;
  /** Versions of the frameworks that awards name, by number. */
  readonly older: ReadonlyMap<string, readonly Framework[]>;
}

export const showStandingSlice = readSlice('ShowStanding', {
  get: 'candidacies/:candidacyId/standing',
  tag: 'candidacies',
  summary: 'La situation d’un candidat : équivalences, reprises, liens, convocations, incidents, sanctions, arrêtés',
  question: ReadQuestion,
  needs: [Views, Vault],
  revision: (standing: { readonly revision: number }) => standing.revision,
  async answer({ path: { candidacyId }, question }, views, vault) {
    const asOf = await views.at(question);
    const { cohortId, personId, candidateNumber } = found(await enrolledAs(views, candidacyId, asOf)).row;
    const row = (await views.get(candidacyStanding, candidacyId, asOf))?.row ?? nothingOf(candidacyId);
    const shown = named(row, await namesFor(views, cohortId, row, asOf));
    return {
      candidateNumber,
      identity: await identityAt(views, vault, personId, asOf),
      revision: await views.revisionOf(candidacyStream, candidacyId, asOf),
      ...(await opened(vault, shown)),
      asOf,
      incomplete: views.isIncomplete(candidacyStanding, candidacyId),
    };
  },
});

async function namesFor(views: Views, cohortId: string, row: StandingRow, asOf: LogMoment): Promise<Names> {
  const cohort = (await views.get(cohortList, cohortId, asOf))?.row;
  const numbers = row.carryOvers.flatMap(({ awards }) => awards.map(({ framework }) => framework.number));
  const older = new Map<string, readonly Framework[]>();
  for (const number of new Set([...(cohort ? [cohort.framework.number] : []), ...numbers]))
    older.set(number, (await views.get(frameworkCatalogue, number, asOf))?.row.versions ?? []);
  const adoptions = cohort && (await views.get(rulesCatalogue, cohort.rules.id, asOf))?.row.versions;
  return {
    older,
    framework: cohort && older.get(cohort.framework.number)?.[cohort.framework.version - 1],
    rules: cohort && adoptions?.[cohort.rules.version - 1],
  };
}

function named(row: StandingRow, names: Names) {
  const { framework, older } = names;
  return {
    ...row,
    equivalences: row.equivalences.map((one) => {
      const part = framework && partOf(framework, one.level, one.code);
      return { ...one, label: part?.label ?? null, block: part?.block ?? null };
    }),
    carryOvers: row.carryOvers.map((one) => ({
      ...one,
      block: blockIn(framework, one.block),
      awards: one.awards.map((award) => ({
        ...award,
        block: blockIn(older.get(award.framework.number)?.[award.framework.version - 1], award.block),
      })),
    })),
    attemptsGranted: row.attemptsGranted.map((one) => ({ ...one, line: lineIn(names, one.modality) })),
    summonses: row.summonses.map((one) => ({ ...one, line: lineIn(names, one.modality) })),
    incidents: row.incidents.map((one) => ({ ...one, line: lineIn(names, one.modality) })),
    frozenSessions: row.freezes.filter(({ ended }) => ended === null).map(({ session }) => session),
  };
}

function blockIn(framework: Framework | undefined, code: string): NamedBlock {
  return { code, label: framework?.blocks.find((block) => block.code === code)?.label ?? null };
}

function lineIn({ framework, rules }: Names, code: string | null): NamedLine | null {
  if (code === null) return null;
  const exact = framework && rules && findLine(framework, rules, code)?.exact;
  return { code, exact: exact ?? null, block: (framework && partOf(framework, 'modality', code)?.block) ?? null };
}
