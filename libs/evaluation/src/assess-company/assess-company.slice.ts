import { commandSlice } from '@minutier/intake';

import { Marks } from '../marks.js';
import { AssessCompany } from './assess-company.command.js';
import { assessCompany } from './assess-company.decide.js';

export const assessCompanySlice = commandSlice(AssessCompany, {
  post: 'candidacies/:candidacyId/company-assessments',
  tag: 'evaluations',
  summary: 'Enregistre une évaluation tutorée en entreprise',
  needs: [Marks],
  execute: (command, marks) =>
    marks.assess(command, assessCompany, { persons: command.facts ? [command.facts.companyTutorId] : [] }),
});
