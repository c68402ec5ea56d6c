/** Whether a version is that one or newer; what follows a `-` does not count. */
export function isAtLeast(version: string, wanted: string): boolean {
  const [have, want] = [version, wanted].map((one) => (one.split('-')[0] ?? '').split('.').map(Number));
  for (let index = 0; index < 3; index += 1) {
    const difference = (have?.[index] ?? 0) - (want?.[index] ?? 0);
    if (difference !== 0) return difference > 0;
  }
  return true;
}

/** Rocket.Chats that differ in what a desktop sees of them. */
export const VERSIONS = ['4.8.7', '6.13.1', '7.9.0', '8.1.0'] as const;
