import type {
  CollaborationKind,
  Confidentiality,
  FocusArea,
  ParticipantRole,
  PartnerKind,
  PartnerStatus,
  RecognitionKind,
  Stage,
} from "@concord/shared/vocabularies";

/** What spreadsheets call the codes of our vocabularies, besides the words that we show. */
type Synonyms<Code extends string> = Partial<Readonly<Record<Code, readonly string[]>>>;

export const PARTNER_KIND_WORDS: Synonyms<PartnerKind> = {
  POLICE: [
    "police force",
    "law enforcement",
    "law enforcement agency",
    "lea",
    "policía",
    "polícia",
    "polizei",
    "pulis",
  ],
  PROSECUTION: ["prosecutor", "prosecutor's office", "public prosecutor", "fiscalía", "ministerio público", "parquet"],
  COURT: ["judiciary", "tribunal", "corte", "juzgado", "gericht"],
  GOVERNMENT: ["government", "ministry", "department", "government agency", "local government", "lgu", "gobierno"],
  LEGISLATURE: ["parliament", "congress", "senate", "legislative", "parlamento"],
  INTERGOVERNMENTAL: ["intergovernmental", "igo", "intergovernmental organisation", "un agency", "united nations"],
  NGO: ["non-governmental organisation", "non-governmental organization", "non-profit", "nonprofit", "cso", "ong"],
  SHELTER: ["safe house", "safehouse", "aftercare home", "aftercare", "refugio", "albergue"],
  UNIVERSITY: ["academia", "academic", "college", "school", "research institute", "universidad", "universität"],
  COMPANY: ["business", "private sector", "corporate", "corporation", "empresa", "firma"],
  FAITH: ["church", "faith-based organisation", "faith-based organization", "fbo", "religious", "iglesia"],
  OTHER: ["otro", "andere", "autre"],
};

export const PARTNER_STATUS_WORDS: Synonyms<PartnerStatus> = {
  PROSPECT: ["prospective", "potential", "candidate", "lead"],
  ACTIVE: ["current", "ongoing", "activo", "aktiv", "actif"],
  DORMANT: ["inactive", "on hold", "paused", "inactivo", "inaktiv"],
  ENDED: ["closed", "terminated", "former", "past"],
};

export const COLLABORATION_KIND_WORDS: Synonyms<CollaborationKind> = {
  JOINT_OPERATION: ["operation", "rescue", "rescue operation", "raid", "operativo", "operación"],
  TRAINING: ["workshop", "seminar", "course", "capacitación", "formation", "schulung"],
  FOLLOW_UP_VISIT: ["visit", "follow up", "visita"],
  LEGAL_CASE: ["case", "court case", "trial", "caso", "juicio"],
  STUDY: ["research", "report", "estudio", "studie"],
  ADVOCACY_CAMPAIGN: ["campaign", "advocacy", "campaña"],
  AGREEMENT: ["mou", "moa", "memorandum of understanding", "memorandum", "compact", "convenio", "acuerdo"],
  MEETING: ["conference", "round table", "roundtable", "reunión", "treffen"],
};

export const STAGE_WORDS: Synonyms<Stage> = {
  PLANNED: ["upcoming", "scheduled", "planificado", "geplant"],
  UNDER_WAY: ["ongoing", "in progress", "active", "en curso", "laufend"],
  COMPLETED: ["complete", "done", "closed", "finished", "completado", "abgeschlossen"],
  CANCELLED: ["canceled", "cancelado", "abgesagt"],
};

export const ROLE_WORDS: Synonyms<ParticipantRole> = {
  LEAD: ["lead agency", "leader", "main partner"],
  SUPPORT: ["supporting", "supporter", "partner", "participant"],
  HOST: ["hosting", "organiser", "organizer"],
  FUNDER: ["donor", "sponsor"],
  PROSECUTION: ["prosecutor"],
  COUNSEL: ["lawyer", "attorney"],
  SIGNATORY: ["signed", "party"],
  SERVICE_PROVIDER: ["provider"],
};

export const RECOGNITION_KIND_WORDS: Synonyms<RecognitionKind> = {
  AWARD: ["prize", "plaque", "trophy", "premio", "auszeichnung"],
  COMMENDATION: ["letter of commendation", "letter of thanks", "appreciation", "thanks"],
  CERTIFICATE: ["certificate of appreciation", "certificate of recognition", "certificado", "urkunde"],
  MEDAL: ["medalla", "medaille"],
  PUBLIC_STATEMENT: ["statement", "press release", "press statement"],
};

export const CONFIDENTIALITY_WORDS: Synonyms<Confidentiality> = {
  PUBLIC: ["open"],
  INTERNAL: ["internal only", "normal"],
  RESTRICTED: ["confidential", "secret", "sensitive"],
};

export const FOCUS_AREA_WORDS: Synonyms<FocusArea> = {
  BONDED_LABOUR: ["bonded labor", "debt bondage"],
  TRAFFICKING_IN_PERSONS: ["human trafficking", "trafficking", "tip", "trata de personas", "menschenhandel"],
  ONLINE_SEXUAL_EXPLOITATION_OF_CHILDREN: ["osec", "osaec", "online sexual exploitation", "online exploitation"],
  COMMERCIAL_SEXUAL_EXPLOITATION: ["cse", "csec", "sex trafficking"],
  VIOLENCE_AGAINST_WOMEN_AND_CHILDREN: ["vawc", "gbv", "gender-based violence", "domestic violence"],
  POLICE_ABUSE_OF_POWER: ["police abuse", "abuse of power"],
  LAND_THEFT: ["land grabbing", "property grabbing"],
  CHILD_LABOUR: ["child labor"],
  FORCED_LABOUR: ["forced labor"],
  SURVIVOR_CARE: ["aftercare", "survivor services"],
  JUSTICE_SYSTEM_STRENGTHENING: ["jss", "system strengthening", "systems strengthening", "justice system"],
};
