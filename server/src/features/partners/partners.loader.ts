import { defineRecordLoader } from "../../records/by-id.ts";
import { partnerRecord } from "./partners.record.ts";

/** Partners that are there for the viewer. */
export const partnerById = defineRecordLoader(partnerRecord.entity, partnerRecord.policy);
