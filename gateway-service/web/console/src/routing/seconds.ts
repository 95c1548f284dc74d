const LONGEST_SECONDS = 3_600;

/** The seconds somebody typed; undefined when it is no period. */
export function secondsOf(text: string): number | undefined {
  const seconds = text.trim() === '' ? NaN : Number(text);
  return Number.isInteger(seconds) && seconds >= 1 && seconds <= LONGEST_SECONDS ? seconds : undefined;
}
