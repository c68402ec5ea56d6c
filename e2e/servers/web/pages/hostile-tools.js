// What the acts of the hostile page are made with.
export const query = new URL(location.href).searchParams;
export const act = query.get('act');
export const report = (what) => fetch(`/report?from=${act}&what=${encodeURIComponent(what)}`);
export const foreign = location.origin.replace('127.0.0.1', '127.0.0.2');
export const times = (count, run) => Array.from({ length: count }, (_, index) => run(index));
export const tried = (run) => {
  try {
    return String(run());
  } catch (error) {
    return error.name;
  }
};
export const settled = (promise) =>
  Promise.race([
    promise.then(
      () => 'granted',
      (error) => error.name,
    ),
    new Promise((resolve) => setTimeout(resolve, 400, 'waiting')),
  ]);
export const frame = (source, allow = '') => {
  const made = document.createElement('iframe');
  made.allow = allow;
  made.src = source;
  document.body.append(made);
  return made;
};
export const bigText = () => 'x'.repeat(10_000_000);
export const notify = (title, options) => new Notification(title, options);
