import { COUNTRIES } from "@concord/shared/countries";

/** The languages in whose words for countries the names of agencies are likely to be. */
const LANGUAGES =
  "en es fr pt de it ro id ms fil vi sw uk ru el ka hy ar hi mr bn ta te kn ml pa gu th km lo my zh ja ko".split(" ");

/** What belongs to a country, and names that no list of countries has; in Latin letters, `*` for any ending. */
const ADJECTIVES: Readonly<Record<string, string>> = {
  AE: "emirati",
  AF: "afghan",
  AL: "albanian",
  AM: "armenian",
  AO: "angolan",
  AR: "argentine, argentinian, argentino, argentina",
  AT: "austrian",
  AU: "australian",
  AZ: "azerbaijani",
  BD: "bangladeshi",
  BE: "belgian, belge",
  BF: "burkinabe",
  BG: "bulgarian, bulgara",
  BI: "burundian, burundais, burundaise",
  BJ: "beninese, beninois, beninoise",
  BO: "bolivian, boliviano, boliviana",
  BR: "brazilian, brasileiro, brasileira, brasileno, brasilena",
  BY: "belarusian",
  CA: "canadian, canadien, canadienne",
  CD: "drc, rdc",
  CH: "swiss, suisse",
  CI: "ivorian, ivoirien, ivoirienne",
  CL: "chilean, chileno, chilena",
  CM: "cameroonian, camerounais, camerounaise",
  CN: "chinese",
  CO: "colombian, colombiano, colombiana",
  CR: "costa rican, costarricense",
  CU: "cuban, cubano, cubana",
  CY: "cypriot",
  CZ: "czech",
  DE: "german",
  DK: "danish",
  DO: "dominicano, dominicana",
  EC: "ecuadorian, ecuatoriano, ecuatoriana",
  EE: "estonian",
  EG: "egyptian",
  ES: "spanish, espanol, espanola",
  ET: "ethiopian",
  FI: "finnish",
  FR: "french, francais, francaise",
  GB: "british",
  GE: "georgian",
  GH: "ghanaian",
  GN: "guinean, guineen, guineenne",
  GR: "greek, hellenic, ελληνικη, ελληνικης",
  GT: "guatemalan, guatemalteco, guatemalteca, chapin",
  HN: "honduran, hondureno, hondurena",
  HR: "croatian",
  HT: "haitian, haitien, haitienne",
  HU: "hungarian",
  ID: "indonesian",
  IE: "irish",
  IL: "israeli",
  IN: "indian, bharat, भारतीय",
  IQ: "iraqi",
  IR: "iranian",
  IT: "italian, italiana, italiano",
  JO: "jordanian",
  JP: "japanese",
  KE: "kenyan",
  KG: "kyrgyz",
  KH: "cambodian, khmer",
  KR: "korean, republic of korea",
  KZ: "kazakh",
  LA: "lao, laotian",
  LB: "lebanese",
  LK: "sri lankan",
  LR: "liberian",
  LT: "lithuanian",
  LV: "latvian",
  MA: "moroccan, marocain, marocaine",
  MD: "moldovan, moldovean, moldoveneasca",
  MG: "malagasy, malgache",
  ML: "malian, malien, malienne",
  MM: "burmese, burma",
  MN: "mongolian",
  MR: "mauritanian, mauritanien, mauritanienne",
  MW: "malawian",
  MX: "mexican, mexicano, mexicana",
  MY: "malaysian",
  MZ: "mozambican, mocambicano, mocambicana",
  NE: "nigerien, nigerienne",
  NG: "nigerian",
  NI: "nicaraguan, nicaraguense",
  NL: "dutch",
  NO: "norwegian",
  NP: "nepali, nepalese",
  PA: "panamanian, panameno, panamena",
  PE: "peruvian, peruano, peruana",
  PH: "philippine, filipino, filipina, pilipino",
  PK: "pakistani",
  PL: "polish",
  PT: "portuguese, portugues, portuguesa",
  PY: "paraguayan, paraguayo, paraguaya",
  RO: "romanian, romana, romane, romaniei",
  RS: "serbian",
  RU: "russian",
  RW: "rwandan, rwandais, rwandaise",
  SE: "swedish",
  SI: "slovenian",
  SK: "slovak",
  SL: "sierra leonean",
  SN: "senegalese, senegalais, senegalaise",
  SO: "somali",
  SV: "salvadoran, salvadoreno, salvadorena",
  TD: "chadian, tchadien, tchadienne",
  TG: "togolese, togolais, togolaise",
  TH: "thai",
  TN: "tunisian, tunisien, tunisienne",
  TR: "turkish",
  TZ: "tanzanian",
  UA: "ukrainian",
  UG: "ugandan",
  US: "american, united states, estados unidos",
  UY: "uruguayan, uruguayo, uruguaya",
  UZ: "uzbek",
  VE: "venezuelan, venezolano, venezolana",
  VN: "vietnamese",
  ZA: "south african",
  ZM: "zambian",
  ZW: "zimbabwean",
};

/** Of two countries each: the name alone does not tell which. */
const AMBIGUOUS = ["congo", "congolese", "congolais", "congolaise", "korea", "dominican"];

/** What initials stand for a country within a name, where they are written as initials. */
export const COUNTRY_INITIALS: ReadonlyMap<string, string> = new Map([
  ["us", "US"],
  ["usa", "US"],
  ["uk", "GB"],
  ["uae", "AE"],
  ["drc", "CD"],
  ["rdc", "CD"],
  ["rok", "KR"],
]);

/** Below this length the beginning of a country's name may be the beginning of anything. */
const STEM = 6;

/** Every phrase that stands for a country, by its code; `*` for any ending. */
export function countryPhrases(): (readonly [country: string, phrase: string])[] {
  const names = LANGUAGES.flatMap((language) => {
    const display = new Intl.DisplayNames(language, { type: "region", fallback: "none" });
    return COUNTRIES.flatMap((country) => {
      const name = display.of(country)?.replace(/\s*[-–(（].*$/u, "");
      if (!name || AMBIGUOUS.includes(name.toLowerCase())) return [];
      const ends = ["uk", "ru", "ro"].includes(language) && /^\p{L}+$/u.test(name) && name.length >= STEM;
      return [[country, name] as const, ...(ends ? [[country, `${name.slice(0, -1)}*`] as const] : [])];
    });
  });
  const adjectives = Object.entries(ADJECTIVES).flatMap(([country, phrases]) =>
    phrases.split(", ").map((phrase) => [country, phrase] as const),
  );
  return [...adjectives, ...names, ...AMBIGUOUS.map((phrase) => [phrase, phrase] as const)];
}
