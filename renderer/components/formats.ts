/** Making a format takes longer than drawing what it writes, so each is made once for a locale, at its first use. */
function once<F>(make: (locale: string) => F): (locale: string) => F {
  const made = new Map<string, F>();
  return (locale) => {
    const format = made.get(locale) ?? make(locale);
    made.set(locale, format);
    return format;
  };
}

/** Whole numbers. */
export const figures = once((locale) => new Intl.NumberFormat(locale));
/** Words one after the other, that make no sentence. */
export const unitList = once((locale) => new Intl.ListFormat(locale, { type: 'unit', style: 'short' }));
/** A time of day. */
export const shortTime = once((locale) => new Intl.DateTimeFormat(locale, { timeStyle: 'short' }));
/** A time of day with its seconds. */
export const timeWithSeconds = once((locale) => new Intl.DateTimeFormat(locale, { timeStyle: 'medium' }));
/** A time of day, on a day of the week. */
export const weekdayTime = once(
  (locale) => new Intl.DateTimeFormat(locale, { weekday: 'short', hour: 'numeric', minute: '2-digit' }),
);
/** A time of day, on a day of the year. */
export const dateTime = once(
  (locale) =>
    new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short', hour: 'numeric', minute: '2-digit' }),
);
