import { auditEntity, auditHeadEntity } from "../records/audit-log.entity.ts";
import { mergeEntity } from "../records/merges.ts";
import { searchTermEntity } from "../records/search-terms.ts";
import { externalIdEntity, focusAreaEntity, memberEntity } from "../records/shared-lists.ts";
import { trueNameEntity } from "../records/true-names.entity.ts";
import { linkWriteEntity } from "../records/visible-version.ts";
import {
  accountTokenEntity,
  apiTokenEntity,
  recoveryCodeEntity,
  sessionEntity,
  signInFailureEntity,
  userEntity,
} from "./accounts/accounts.entity.ts";
import {
  appearanceEntity,
  collaborationEntity,
  followEntity,
  milestoneEntity,
  outcomeEntity,
  participantEntity,
} from "./collaborations/collaborations.entity.ts";
import { duplicatePairEntity, matchKeyEntity, matchVersionEntity } from "./duplicates/duplicates.entity.ts";
import { fileEntity } from "./files/files.entity.ts";
import { importEntity, importKeyEntity, importRowEntity } from "./imports/imports.entity.ts";
import { mailJobEntity } from "./mail/mail.entity.ts";
import { moveEntity } from "./merging/merging.entity.ts";
import { officeEntity } from "./offices/offices.entity.ts";
import { partnerEntity } from "./partners/partners.entity.ts";
import { personEntity, positionEntity } from "./people/people.entity.ts";
import { certificateEntity, signingKeyEntity } from "./recognitions/certificates.entity.ts";
import { honourEntity, partyEntity, recognitionEntity } from "./recognitions/recognitions.entity.ts";
import { savedDashboardEntity } from "./saved-dashboards/saved-dashboards.entity.ts";
import { aboutEntity, statementEntity } from "./statements/statements.entity.ts";
import { countedEntity, relationEntity, sumEntity, sumsStateEntity } from "./sums/sums.entity.ts";

/** Every table; a test holds them against what the migrations make. */
export const entities = [
  officeEntity,
  userEntity,
  sessionEntity,
  signInFailureEntity,
  recoveryCodeEntity,
  accountTokenEntity,
  apiTokenEntity,
  mailJobEntity,
  fileEntity,
  partnerEntity,
  personEntity,
  positionEntity,
  collaborationEntity,
  participantEntity,
  outcomeEntity,
  milestoneEntity,
  followEntity,
  appearanceEntity,
  trueNameEntity,
  recognitionEntity,
  partyEntity,
  honourEntity,
  certificateEntity,
  signingKeyEntity,
  statementEntity,
  aboutEntity,
  focusAreaEntity,
  memberEntity,
  externalIdEntity,
  searchTermEntity,
  auditEntity,
  auditHeadEntity,
  linkWriteEntity,
  matchKeyEntity,
  duplicatePairEntity,
  matchVersionEntity,
  mergeEntity,
  moveEntity,
  importEntity,
  importRowEntity,
  importKeyEntity,
  sumEntity,
  countedEntity,
  relationEntity,
  sumsStateEntity,
  savedDashboardEntity,
] as const;
