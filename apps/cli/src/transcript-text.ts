import type { Correction, EvaluationRow, Outcome } from '@minutier/candidacy';
import type { TranscriptPage, TranscriptReason, TranscriptResults } from '@minutier/transcript';

/** What is shown of a transcript, and of the file under it. */
export type TranscriptShown = TranscriptPage;
export interface FileShown {
  readonly evaluations: readonly EvaluationRow[];
}

const WIDTH = 100;
const RESULT_WIDTH = 10;
const REMARK_WIDTH = 11;

const ROUTES: Readonly<Record<string, string>> = {
  FI: 'formation initiale',
  FC: 'formation continue',
  CQ: 'contrat de professionnalisation',
  CL: 'candidature individuelle',
  CA: 'contrat d’apprentissage',
  VAE: 'validation des acquis de l’expérience',
};
const REASONS: Readonly<Record<TranscriptReason['code'], string>> = {
  'mark-missing': 'note manquante',
  'absence-open': 'absence justifiée : à présenter de nouveau',
  'absence-counts-zero': 'absence : compte zéro',
  'absence-neutral': 'absence : ne compte pas',
  exempt: 'dispense',
  'missing-counts-zero': 'non présentée : compte zéro',
  'missing-neutral': 'aucune note : ne compte pas',
  'below-floor': 'sous la note plancher',
  'function-below-floor': 'fonction sous le plancher',
  'below-threshold': 'sous le seuil du bloc',
  'line-open': 'une note manque encore',
  'no-line-for-route': 'aucune ligne de ce bloc pour cette voie d’accès',
  'resit-capped': 'rattrapage plafonné',
  equivalence: 'équivalence',
  'carried-over': 'bloc conservé',
  'company-period-short': 'présence en entreprise insuffisante',
  'company-period-blocks': 'présence en entreprise insuffisante : admission suspendue',
};
const CORRECTIONS: Readonly<Record<Correction['reason']['code'], string>> = {
  'keying-error': 'erreur de saisie',
  'copy-recounted': 'copie recomptée',
  'grid-miscalculated': 'erreur de calcul dans la grille',
  'assessor-error': 'erreur de l’évaluateur',
  'appeal-upheld': 'recours accepté',
  'absence-justified': 'absence justifiée après coup',
  'exemption-granted': 'dispense accordée',
  other: 'autre motif',
};
const AUTHORITIES: Readonly<Record<Correction['authority']['code'], string>> = {
  director: 'la direction',
  'pedagogical-council': 'le conseil pédagogique',
  'examination-office': 'le service des examens',
  assessor: 'l’évaluateur',
  jury: 'le jury',
  'jury-president': 'la présidence du jury',
  'appeal-board': 'la commission de recours',
  'equivalence-board': 'la commission des équivalences',
  'disciplinary-board': 'la commission de discipline',
  'data-protection-officer': 'le délégué à la protection des données',
  court: 'le juge',
  regulator: 'l’autorité de contrôle',
};
const PROPOSALS: Readonly<Record<TranscriptResults['proposed']['outcome'], string>> = {
  admitted: 'admission',
  partial: 'certification partielle',
  'not-admitted': 'non-admission',
  open: 'rien encore : des notes manquent',
};
const BLOCKS: Readonly<Record<TranscriptResults['blocks'][number]['proposed'], string>> = {
  validated: 'à valider',
  'not-validated': 'non atteint',
  open: 'incomplet',
};

/** An instant as a clock in Paris shows it. */
export function parisTime(instant: string): string {
  const format = { dateStyle: 'short', timeStyle: 'medium', timeZone: 'Europe/Paris' } as const;
  return new Date(instant).toLocaleString('sv-SE', format);
}

/** A transcript for a terminal: names, blocks, functions, lines; what is missing or below; corrections marked. */
export function transcriptText(
  transcript: TranscriptShown,
  evaluations: FileShown['evaluations'],
  asOf: string | undefined,
): string {
  return [
    ...headOf(transcript, asOf),
    ...transcript.blocks.flatMap((block) => ['', ...blockLines(block, evaluations)]),
    '',
    ...footOf(transcript),
  ].join('\n');
}

function headOf(transcript: TranscriptShown, asOf: string | undefined): string[] {
  const { candidateNumber, route, cohort, framework, rules, titleExact } = transcript;
  const moment =
    transcript.asOf.effectiveAt === null ? '' : `, dernier fait du ${parisTime(transcript.asOf.effectiveAt)}`;
  return [
    `RELEVÉ — ${nameOf(transcript)}, candidat n° ${candidateNumber}`,
    `${framework.number} « ${titleExact} », version ${framework.version} ; règlement ${rules.id}, version ${rules.version}`,
    `Promotion ${cohort.code}, ${ROUTES[route] ?? route} (${route})`,
    `${asOf === undefined ? 'Aujourd’hui' : `À la date du ${asOf}`} : rang ${transcript.asOf.ordinal} au registre${moment}`,
    ...(transcript.incomplete ? ['INCOMPLET : une partie de ce dossier attend d’être relue.'] : []),
  ];
}

function nameOf({ identity }: TranscriptShown): string {
  if (identity === null) return 'candidat sans identité';
  if ('erased' in identity) return 'identité effacée';
  const { birthName, usualName, firstNames } = identity;
  return `${usualName === null ? birthName : `${usualName} (nom de naissance : ${birthName})`} ${firstNames}`;
}

function blockLines(block: TranscriptShown['blocks'][number], evaluations: FileShown['evaluations']): string[] {
  return [
    row(`${block.code}  ${block.label}`, decimal(block.result), BLOCKS[block.proposed]),
    ...block.reasons.map((reason) => `    ! ${reasonText(reason)}`),
    ...block.functions.flatMap((one) => [
      row(`  ${one.code}  ${one.label}`, decimal(one.result), `coef. ${decimal(one.coefficient)}`),
      ...one.modalities.flatMap((line) => modalityLines(line, evaluations)),
    ]),
  ];
}

type Line = TranscriptShown['blocks'][number]['functions'][number]['modalities'][number];

function modalityLines(line: Line, evaluations: FileShown['evaluations']): string[] {
  const result = line.standing === 'not-sat' ? 'non prévue' : decimal(line.result);
  const shown = [row(`    ${line.modality}  ${line.exact}`, result, `coef. ${decimal(line.coefficient)}`)];
  const several = (line.expected ?? 1) > 1 || line.evaluations.length > 1;
  for (const { evaluationId, occurrence, attempt, heldOn, outcome, counts } of line.evaluations) {
    const corrections = evaluations.find((one) => one.evaluationId === evaluationId)?.corrections ?? [];
    if (several || corrections.length > 0 || outcome.kind !== 'result') {
      const place = `épreuve ${occurrence}${attempt > 1 ? `, tentative ${attempt}` : ''}`;
      shown.push(`           ${place}, ${heldOn} : ${outcomeText(outcome)}${counts ? '' : ' (ne compte pas)'}`);
    }
    shown.push(...corrections.map((correction) => `           * ${correctionText(correction)}`));
  }
  if (line.standing !== 'not-sat') {
    const told = line.reasons.filter(({ code }) => code !== 'exempt');
    shown.push(...told.map((reason) => `           ! ${reasonText(reason, several)}`));
  }
  return shown;
}

function correctionText({ recordedAt, from, to, reason, authority }: Correction): string {
  const document = authority.document === null ? '' : `, ${authority.document}`;
  // Sealed in the event, opened in the answer.
  const text: unknown = reason.text;
  const words = typeof text === 'string' ? ` (« ${text} »)` : '';
  const change = `${outcomeText(from)} → ${outcomeText(to)}`;
  return `corrigée le ${parisTime(recordedAt)} : ${change}, ${CORRECTIONS[reason.code]}${words}, par ${AUTHORITIES[authority.code]}${document}`;
}

function outcomeText(outcome: Outcome): string {
  switch (outcome.kind) {
    case 'result':
      return decimal(outcome.result.value);
    case 'absence':
      return outcome.justified ? 'absence justifiée' : 'absence injustifiée';
    case 'exemption':
      return 'dispense';
  }
}

function reasonText(reason: TranscriptReason, ofSeveral = true): string {
  const { code, occurrence, value, needed } = reason;
  const where = reason.function ?? (occurrence === undefined || !ofSeveral ? undefined : `épreuve ${occurrence}`);
  const compared = value !== undefined && needed !== undefined ? ` (${decimal(value)} pour ${decimal(needed)})` : '';
  return `${where === undefined ? '' : `${where} : `}${REASONS[code]}${compared}`;
}

function footOf({ overall, mention, proposed, missing, calculation }: TranscriptShown): string[] {
  return [
    row('Moyenne générale', decimal(overall)),
    ...(mention === null ? [] : [`Mention : ${mention}`]),
    `Le règlement propose au jury : ${PROPOSALS[proposed.outcome]}`,
    row('Notes attendues encore', missing.length === 0 ? 'aucune' : String(missing.length)),
    `Calcul n° ${calculation}. Le jury décide.`,
  ];
}

/** A label, cut where it would reach into the result; results stand below each other, with a remark at their right. */
function row(label: string, result: string, remark = ''): string {
  const room = WIDTH - RESULT_WIDTH - REMARK_WIDTH - 3;
  const shown = label.length > room ? `${label.slice(0, room - 1)}…` : label.padEnd(room);
  return `${shown} ${result.padStart(RESULT_WIDTH)}  ${remark}`.trimEnd();
}

function decimal(value: string | null): string {
  return value === null ? '—' : value.replace('.', ',');
}
