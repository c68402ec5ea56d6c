/** A page that fills localStorage and goes on; settings the person has changed meanwhile stay. */
export function signInPage(storage: Readonly<Record<string, string>>, startPath: string): string {
  const safe = (value: unknown) => JSON.stringify(value).replace(/</g, '\\u003c');
  return `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><title>Signing in</title></head>
<body>
<script>
for (const [key, value] of Object.entries(${safe(storage)})) {
  if (key !== 'settings' || localStorage.getItem(key) === null) localStorage.setItem(key, value);
}
location.replace(${safe(startPath)});
</script>
</body>
</html>
`;
}
