import { iso31661Alpha2ToAlpha3 } from "iso-3166/1-a2-to-1-a3.js";
import { iso31661NumericToAlpha2 } from "iso-3166/1-n-to-1-a2.js";

/** The alpha-2 code of an ISO 3166-1 numeric code, by which maps name countries: "356" is "IN". */
export function countryOfNumber(numeric: string): string | undefined {
  return iso31661NumericToAlpha2[numeric];
}

/** The alpha-3 code of an alpha-2 code, by which files of maps are named: "IN" is "IND". */
export function alpha3Of(country: string): string | undefined {
  return iso31661Alpha2ToAlpha3[country];
}
