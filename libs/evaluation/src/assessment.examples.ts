import type { Conduct, Outcome } from '@minutier/candidacy';
import type { SealedCommand } from '@minutier/ledger';
import { commandContext, commandWith } from '@minutier/testing';

import {
  CANDIDACY_ID,
  caseStudyAssessed,
  companyAssessed,
  corrected,
  oralDefenceAssessed,
  rolePlayAssessed,
} from '../../candidacy/src/candidacy.examples.js';
import { cohort } from '../../cohort/src/cohort.examples.js';
import { framework } from '../../framework/src/framework.examples.js';
import { DEMONSTRATION, ruled, rules } from '../../framework/src/rules.examples.js';
import type { AssessCaseStudy } from './assess-case-study/assess-case-study.command.js';
import type { AssessCompany } from './assess-company/assess-company.command.js';
import type { AssessOralDefence } from './assess-oral-defence/assess-oral-defence.command.js';
import type { AssessRolePlay } from './assess-role-play/assess-role-play.command.js';
import type { ConductInput, OutcomeInput } from './assessment-input.js';
import type { CorrectEvaluation } from './correct-evaluation/correct-evaluation.command.js';
import type { Frame } from './frame.js';

const standing = {
  cohort: cohort(),
  framework: framework(),
  rules: rules(DEMONSTRATION),
  unknown: new Set<string>(),
  centre: undefined,
};

/** What a decision over marks stands on: the cohort of 2018-2019, the fiche, the demonstration's rules. */
export function frame(changes: Partial<Frame> = {}): Frame {
  return { ...standing, ...changes };
}

/** The frame in which these lines are assessed on levels: acquis, partiellement acquis, non acquis. */
export function frameOfLevels(...modalities: readonly string[]): Frame {
  const twenty = { code: 'twenty', kind: 'numeric', min: '0', max: '20', step: '0.25' } as const;
  const levels = ['NA', 'PA', 'A'].map((code, index) => ({ code, label: code, value: String(index * 10) }));
  const scales = [twenty, { code: 'apna', kind: 'level', levels } as const];
  return frame({ rules: rules({ scales, modalityRules: ruled(modalities, { scale: 'apna' }) }) });
}

type Placed = Pick<
  SealedCommand<AssessCaseStudy>,
  'context' | 'candidacyId' | 'modality' | 'occurrence' | 'attempt' | 'session' | 'heldOn' | 'outcome' | 'appreciation'
> & { readonly conduct?: ConductInput };

/** The fields of the command that brings about an evaluation, facts apart; nulls of the event are absent in it. */
export function placed(
  data: ReturnType<typeof caseStudyAssessed>['data'] | Omit<Placed, 'context' | 'candidacyId'>,
): Placed {
  const { modality, occurrence, attempt, session, heldOn, outcome, conduct } = data;
  const given = conduct && { conduct: input<ConductInput>(conduct) };
  const place = { modality, occurrence, attempt, session, heldOn, appreciation: null };
  return { context: commandContext(), candidacyId: CANDIDACY_ID, ...place, outcome: input(outcome), ...given };
}

/** An outcome or a conduct as a command holds it. */
export function input<Input = OutcomeInput>(value: Outcome | Conduct | OutcomeInput | ConductInput): Input {
  return JSON.parse(JSON.stringify(value), (_key, member: unknown) => member ?? undefined) as Input;
}

type CaseStudy = SealedCommand<AssessCaseStudy>;
type RolePlay = SealedCommand<AssessRolePlay>;
type Company = SealedCommand<AssessCompany>;
type OralDefence = SealedCommand<AssessOralDefence>;
type Correction = SealedCommand<CorrectEvaluation>;

/** Commands that bring about the events of the candidacy's examples, unless `changes` say otherwise. */
export function caseStudy(changes: Partial<CaseStudy> = {}): CaseStudy {
  const facts = { subjectCode: 'EC-2019-03' };
  return commandWith<CaseStudy>({ ...placed(caseStudyAssessed().data), facts, subject: null, ...changes });
}

export function rolePlay(changes: Partial<RolePlay> = {}): RolePlay {
  const { scenario, ...facts } = rolePlayAssessed().data.facts!;
  const given = { ...facts, partners: [...facts.partners] };
  return commandWith<RolePlay>({ ...placed(rolePlayAssessed().data as never), facts: given, scenario, ...changes });
}

export function companyAssessment(changes: Partial<Company> = {}): Company {
  const { company, missions, ...facts } = companyAssessed().data.facts!;
  const given = { ...facts, daysPresent: facts.daysPresent! };
  const command = { ...placed(companyAssessed().data as never), facts: given, company, missions };
  return commandWith<Company>({ ...command, ...changes });
}

export function oralDefence(changes: Partial<OralDefence> = {}): OralDefence {
  const { reportId: _none, panel, ...facts } = oralDefenceAssessed().data.facts!;
  const given = { ...facts, panel: [...panel] };
  return commandWith<OralDefence>({ ...placed(oralDefenceAssessed().data as never), facts: given, ...changes });
}

export function correction(changes: Partial<Correction> = {}): Correction {
  const { evaluationId, to, reason, authority } = corrected().data;
  const given = { reason: reason.code, explanation: null, authority: { ...authority, document: 'NOTE-12' } };
  const command = { context: commandContext(), candidacyId: CANDIDACY_ID, evaluationId, outcome: input(to), ...given };
  return commandWith<Correction>({ ...command, ...changes });
}

/** A command without a result: its conduct and its facts go with it. */
export function nothingHeld<Command extends object>(command: Command, outcome: Outcome): Command {
  const { conduct: _conduct, facts: _facts, ...rest } = command as Command & { conduct?: unknown; facts?: unknown };
  return { ...rest, outcome: input(outcome) } as unknown as Command;
}
