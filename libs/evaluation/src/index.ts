export { AssessCaseStudy } from './assess-case-study/assess-case-study.command.js';
export { AssessCompany } from './assess-company/assess-company.command.js';
export { AssessGroupRolePlay } from './assess-group-role-play/assess-group-role-play.command.js';
export { AssessOralDefence } from './assess-oral-defence/assess-oral-defence.command.js';
export { AssessRolePlay } from './assess-role-play/assess-role-play.command.js';
export { CorrectEvaluation } from './correct-evaluation/correct-evaluation.command.js';
export { evaluationModule } from './evaluation.module.js';
export * from './groupwork.events.js';
export * from './groupwork.state.js';
