/** Gives the pages of Ferdium's kinds of services, by kind: a table that only those who move in need. */
export async function loadAddresses(): Promise<ReadonlyMap<string, string>> {
  const { default: addresses } = await import('./ferdium-addresses.json');
  return new Map(Object.entries(addresses));
}
