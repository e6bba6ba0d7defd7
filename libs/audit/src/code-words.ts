/** A list of codes and what each says in French. */
export type Words = Readonly<Record<string, string>>;

export const AUTHORITIES: Words = {
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

/** In which role somebody acted. */
export const ROLES: Words = {
  registrar: 'scolarité',
  assessor: 'évaluateur',
  'company-tutor': 'tuteur en entreprise',
  'jury-secretary': 'secrétaire de jury',
  juror: 'membre de jury',
  administrator: 'administration du système',
  director: 'direction',
  auditor: 'auditeur',
};

export const ROUTES: Words = {
  FI: 'formation initiale',
  CA: 'contrat d’apprentissage',
  FC: 'formation continue',
  CQ: 'contrat de professionnalisation',
  CL: 'candidature individuelle',
  VAE: 'validation des acquis de l’expérience',
};

/** Kinds of evaluation, with their article. */
export const KINDS: Words = {
  'case-study': 'l’étude de cas',
  'role-play': 'la mise en situation professionnelle',
  'tutored-project': 'le projet tutoré',
  'company-assessment': 'l’évaluation tutorée en entreprise',
  'professional-report': 'le rapport professionnel',
  'oral-defence': 'la soutenance orale',
  exercises: 'la série d’exercices',
  'vae-file': 'le dossier de validation',
  'vae-interview': 'l’entretien VAE',
};

export const ENTRY_PROOFS: Words = {
  'training-contract': 'contrat de formation',
  'employment-contract': 'contrat de travail',
  'registration-form': 'bulletin d’inscription',
  'vae-request': 'demande de VAE',
};

export const CHANNELS: Words = {
  'hand-delivery': 'par remise en main propre',
  post: 'par courrier',
  'registered-post': 'par lettre recommandée',
  'e-mail': 'par courriel',
  portal: 'sur l’espace en ligne',
  display: 'par affichage',
  list: 'par l’envoi d’une liste',
};

/** Where a line came from, or what was voided. */
export const ORIGINS: Words = {
  'group-work': 'un travail de groupe',
  'mark-sheet': 'une feuille de notes',
  reattribution: 'une réattribution',
  'blind-marks': 'des notes déposées en double aveugle',
};

export const LINKS: Words = {
  trainer: 'a formé le candidat',
  tutor: 'a été le tuteur du candidat',
  employer: 'emploie le candidat',
  colleague: 'travaille avec le candidat',
  relative: 'est un proche du candidat',
  accompanied: 'a accompagné le candidat en VAE',
  'head-of-programme': 'est responsable de la filière du candidat',
  assessed: 'a évalué le candidat',
  other: 'a un autre lien avec le candidat',
};

export const KEY_CLASSES: Words = {
  'identity-proof': 'la preuve d’identité',
  appraisal: 'les appréciations et motifs',
  contact: 'les coordonnées',
};

export const GROUNDS_TO_KEEP: Words = {
  'legal-duty': 'une obligation légale',
  'legal-claims': 'la défense de droits en justice',
  'retention-running': 'une durée de conservation en cours',
  'rights-of-others': 'les droits d’autrui',
  'not-identified': 'le demandeur n’a pas été identifié',
  excessive: 'le caractère excessif de la demande',
};

export const LEVELS: Words = { block: 'le bloc', function: 'la fonction', modality: 'la ligne' };

/** Where the validation of a block comes from. */
export const BLOCK_ORIGINS: Words = {
  session: 'obtenu dans la session',
  kept: 'conservé',
  equivalence: 'par équivalence',
  vae: 'par la VAE',
  jury: 'validé par le jury',
};

export const SETTLEMENTS: Words = {
  'tried-again': 'l’enregistrement est demandé de nouveau',
  'recorded-otherwise': 'le résultat est enregistré autrement',
  dropped: 'la ligne est abandonnée',
  reversed: 'une décision contraire défait la première',
  'resumed-here': 'la candidature se poursuit ici',
};

/** What a piece, a notification or an appeal is about, with its article. */
export const SUBJECTS: Words = {
  evaluation: 'l’évaluation',
  enrolment: 'l’inscription',
  equivalence: 'l’équivalence',
  'validation-file': 'le dossier de validation',
  incident: 'l’incident',
  sanction: 'la sanction',
  summons: 'la convocation',
  decision: 'la décision du jury',
  appeal: 'le recours',
  accommodation: 'l’aménagement',
  feasibility: 'la recevabilité',
};

export const PIECES: Words = {
  copy: 'une copie',
  grid: 'une grille d’évaluation',
  report: 'un rapport',
  recording: 'un enregistrement',
  scan: 'une numérisation',
  'attendance-sheet': 'une feuille d’émargement',
  letter: 'un courrier',
};

export const PAPERS: Words = {
  certificate: 'le parchemin',
  'block-attestation': 'l’attestation de bloc',
  'partial-certificate': 'la certification partielle',
  transcript: 'le relevé',
  notification: 'la notification',
  minutes: 'le procès-verbal',
};

export const INCIDENTS: Words = {
  'fraud-suspected': 'une suspicion de fraude',
  'plagiarism-suspected': 'une suspicion de plagiat',
  disturbance: 'un trouble de l’épreuve',
  'technical-failure': 'une panne technique',
  interruption: 'une interruption de l’épreuve',
  evacuation: 'une évacuation',
  'subject-error': 'une erreur de sujet',
};

export const PLACES: Words = { room: 'en salle', video: 'en visioconférence', remote: 'à distance' };

export const CONTRACTS: Words = {
  internship: 'en stage',
  'professionalisation-contract': 'en contrat de professionnalisation',
  apprenticeship: 'en contrat d’apprentissage',
  employment: 'en emploi',
  'own-business': 'dans sa propre entreprise',
};

/** Roles played opposite a candidate; others are counted, not named. */
export const PARTNERS: Words = {
  client: 'un client',
  'agency-head': 'la direction d’agence',
  supplier: 'un prestataire',
  'media-agency': 'une agence média',
};

export const MISSING_POLICIES: Words = {
  blocks: 'empêche le calcul',
  zero: 'compte zéro',
  neutral: 'ne compte pas',
};
