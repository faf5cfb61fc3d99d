import * as z from "zod";
import { LIMITS } from "../limits.ts";
import { country, line, newId, optional, required } from "./fields.ts";
import { filterText, filterTexts } from "./records.ts";

export const officeFilterRule = z.object({ text: filterText, country: filterTexts(country) });
export type OfficeFilter = z.output<typeof officeFilterRule>;

const fields = {
  name: required(line("The name", LIMITS.name)),
  country: required(country),
  city: optional(line("The city", LIMITS.name)),
};

export const createOfficeRule = z.object({
  id: newId,
  name: fields.name.create,
  country: fields.country.create,
  city: fields.city.create,
});
export const updateOfficeRule = z.object({
  name: fields.name.update,
  country: fields.country.update,
  city: fields.city.update,
});
