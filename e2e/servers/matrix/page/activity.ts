const RECENTLY_MS = 120_000;

/** Tells whether the person did something here lately; `onActive` is called when they do. */
export function startActivity(onActive: () => void): () => boolean {
  let lastMs = -Infinity;
  const act = (): void => {
    lastMs = performance.now();
    onActive();
  };
  for (const name of ['mousedown', 'mousemove', 'keydown']) document.addEventListener(name, act);
  window.addEventListener('blur', () => {
    lastMs = -Infinity;
  });
  return () => performance.now() - lastMs < RECENTLY_MS;
}
