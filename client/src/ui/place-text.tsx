import { Trans } from "@lingui/react/macro";
import { countryName } from "./country-names.ts";

interface PlaceTextProps {
  readonly country: string | null;
  readonly subdivisionName: string | null;
  readonly international?: boolean;
}

/** Country and state or province in words. */
export function PlaceText({ country, subdivisionName, international }: PlaceTextProps) {
  if (international)
    return (
      <span>
        <Trans>International</Trans>
      </span>
    );
  if (!country) return null;
  return <span>{[subdivisionName, countryName(country)].filter(Boolean).join(", ")}</span>;
}
