/** The figures of one bench run; the keys are those of the project's promises, absent where not measured. */
export type Figures = Record<string, number | Record<string, number>>;

/** The value below which a share of the values lies; 0.5 is the median. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * share) - 1)] ?? 0;
}

/** Every single figure by its name; those of a group stand behind the group's name and a dot. */
export function flat(figures: Figures): Map<string, number> {
  return new Map(
    Object.entries(figures).flatMap(([name, value]): [string, number][] =>
      typeof value === 'number'
        ? [[name, value]]
        : Object.entries(value).map(([inner, number]) => [`${name}.${inner}`, number]),
    ),
  );
}
