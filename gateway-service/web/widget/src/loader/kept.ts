/** Storage may be forbidden; then nothing is remembered, and nothing breaks. */
export function kept<T>(use: () => T): T | undefined {
  try {
    return use();
  } catch {
    return undefined;
  }
}
