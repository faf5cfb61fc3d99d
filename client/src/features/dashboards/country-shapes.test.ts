import { describe, expect, it } from "vitest";
import { countryShapes } from "./country-shapes.ts";

const codesOf = async (country: string) =>
  (await countryShapes(country)).flatMap(({ code, shape }) => (code ? [`${shape.properties.name}: ${code}`] : []));

describe("the shapes of a country", () => {
  it("have the code of what they are", async () => {
    expect(await codesOf("IN")).toEqual(
      expect.arrayContaining(["Tamil Nadu: IN-TN", "Karnataka: IN-KA", "Orissa: IN-OD", "Gujarat: IN-GJ"]),
    );
    expect(await codesOf("PH")).toEqual(expect.arrayContaining(["Cebu: PH-CEB", "Manila: PH-00", "Sulu: PH-SLU"]));
    expect(await codesOf("UA")).toEqual(
      expect.arrayContaining(["Kiev City: UA-30", "Chernihiv: UA-74", "Volyn: UA-07"]),
    );
    expect(await codesOf("RO")).toHaveLength(42);
    expect(await codesOf("US")).toHaveLength(51);
  });

  it("are without a code where nothing is called so for certain", async () => {
    // A city, and a region of its name.
    expect((await codesOf("PH")).join()).not.toMatch(/(Zamboanga|Davao): /);
  });

  it("are not shown where they are older than what the country is made of", async () => {
    expect(await countryShapes("KE")).toEqual([]);
  });

  it("are not there for what has no map", async () => {
    expect(await countryShapes("XX")).toEqual([]);
  });

  it("have one code each, but for what became one place", async () => {
    for (const country of ["IN", "IT", "RO", "TH", "UA", "US", "UG", "GT", "DO"]) {
      const codes = (await countryShapes(country)).flatMap(({ code }) => code ?? []);
      const twice = codes.filter((code, index) => codes.indexOf(code) !== index);
      expect(twice).toEqual(country === "IN" ? ["IN-DH"] : []);
    }
  });
});
