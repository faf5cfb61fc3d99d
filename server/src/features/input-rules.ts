import {
  apiTokenRule,
  changePasswordRule,
  inviteUserRule,
  setPasswordRule,
  signInRule,
  updateUserRule,
} from "@concord/shared/rules/accounts";
import { createCollaborationRule, updateCollaborationRule } from "@concord/shared/rules/collaborations";
import { decideImportRowsRule, mapImportRule, readImportRule } from "@concord/shared/rules/imports";
import { createOfficeRule, updateOfficeRule } from "@concord/shared/rules/offices";
import { createPartnerRule, updatePartnerRule } from "@concord/shared/rules/partners";
import { createPersonRule, updatePersonRule } from "@concord/shared/rules/people";
import {
  createRecognitionRule,
  handOverRecognitionRule,
  issueRecognitionRule,
  updateRecognitionRule,
} from "@concord/shared/rules/recognitions";
import { saveDashboardRule, updateSavedDashboardRule } from "@concord/shared/rules/saved-dashboards";
import { createStatementRule, updateStatementRule } from "@concord/shared/rules/statements";
import type * as z from "zod";

/** The rule of each mutation's `input`, for the faults that are told beside those that the schema itself finds. */
export const inputRules: ReadonlyMap<string, z.ZodType> = new Map<string, z.ZodType>([
  ["signIn", signInRule],
  ["setPassword", setPasswordRule],
  ["changePassword", changePasswordRule],
  ["createApiToken", apiTokenRule],
  ["inviteUser", inviteUserRule],
  ["updateUser", updateUserRule],
  ["createOffice", createOfficeRule],
  ["updateOffice", updateOfficeRule],
  ["createPartner", createPartnerRule],
  ["updatePartner", updatePartnerRule],
  ["createPerson", createPersonRule],
  ["updatePerson", updatePersonRule],
  ["createCollaboration", createCollaborationRule],
  ["updateCollaboration", updateCollaborationRule],
  ["createRecognition", createRecognitionRule],
  ["updateRecognition", updateRecognitionRule],
  ["proposeRecognition", createRecognitionRule],
  ["issueRecognition", issueRecognitionRule],
  ["handOverRecognition", handOverRecognitionRule],
  ["createStatement", createStatementRule],
  ["updateStatement", updateStatementRule],
  ["saveDashboard", saveDashboardRule],
  ["updateSavedDashboard", updateSavedDashboardRule],
  ["readImport", readImportRule],
  ["checkImport", mapImportRule],
  ["decideImportRows", decideImportRowsRule],
]);
