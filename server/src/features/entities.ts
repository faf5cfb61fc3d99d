import { historyEntity } from "../records/history.entity.ts";
import { searchTermEntity } from "../records/search-terms.ts";
import { focusAreaEntity, memberEntity } from "../records/shared-lists.ts";
import { sessionEntity, signInFailureEntity, userEntity } from "./accounts/accounts.entity.ts";
import {
  appearanceEntity,
  collaborationEntity,
  followEntity,
  milestoneEntity,
  outcomeEntity,
  participantEntity,
} from "./collaborations/collaborations.entity.ts";
import { officeEntity } from "./offices/offices.entity.ts";
import { partnerEntity } from "./partners/partners.entity.ts";
import { personEntity, positionEntity } from "./people/people.entity.ts";
import { honourEntity, partyEntity, recognitionEntity } from "./recognitions/recognitions.entity.ts";
import { aboutEntity, statementEntity } from "./statements/statements.entity.ts";

/** Every table; a test holds them against what the migrations make. */
export const entities = [
  officeEntity,
  userEntity,
  sessionEntity,
  signInFailureEntity,
  partnerEntity,
  personEntity,
  positionEntity,
  collaborationEntity,
  participantEntity,
  outcomeEntity,
  milestoneEntity,
  followEntity,
  appearanceEntity,
  recognitionEntity,
  partyEntity,
  honourEntity,
  statementEntity,
  aboutEntity,
  focusAreaEntity,
  memberEntity,
  searchTermEntity,
  historyEntity,
] as const;
