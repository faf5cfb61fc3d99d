/** So many years have room in a chart; of more, only those in which something is dated are shown. */
const MOST_YEARS = 80;

/** Every year between the first and the last of some, which are in order: time is not folded. */
export function everyYear(years: readonly number[]): readonly number[] {
  const first = years[0] ?? 0;
  const length = (years.at(-1) ?? first - 1) - first + 1;
  return length > MOST_YEARS ? years : Array.from({ length }, (_unused, index) => first + index);
}
