/** Making a format takes longer than drawing what it writes, so each is made once for a locale, at its first use. */
function once<F>(make: (locale: string) => F, placeOf: () => number = () => 0): (locale: string) => F {
  const made = new Map<string, F>();
  return (locale) => {
    const key = `${locale} ${placeOf()}`;
    const format = made.get(key) ?? make(locale);
    made.set(key, format);
    return format;
  };
}

const list = (options: Intl.ListFormatOptions) => once((locale) => new Intl.ListFormat(locale, options));
const number = (options: Intl.NumberFormatOptions) =>
  once((locale) => new Intl.NumberFormat(locale, options));
/** A format of times stays in the zone in which it was made, so that elsewhere there is another. */
const time = (options: Intl.DateTimeFormatOptions) =>
  once(
    (locale) => new Intl.DateTimeFormat(locale, options),
    () => new Date().getTimezoneOffset(),
  );

/** Whole numbers. */
export const figures = number({});
export const percents = number({ style: 'percent' });
/** Shares that are small for the most part. */
export const finePercents = number({ style: 'percent', minimumFractionDigits: 1, maximumFractionDigits: 1 });
const size = { style: 'unit', unitDisplay: 'short' } as const;
export const megabytes = number({ ...size, unit: 'megabyte', maximumFractionDigits: 0 });
export const kilobytes = number({ ...size, unit: 'kilobyte', maximumFractionDigits: 0 });
export const gigabytes = number({ ...size, unit: 'gigabyte', maximumFractionDigits: 1 });

/** Words one after the other, that make no sentence. */
export const unitList = list({ type: 'unit', style: 'short' });
/** Words one after the other, the last with an "and". */
export const andList = list({ type: 'conjunction' });

const clock = { hour: 'numeric', minute: '2-digit' } as const;
/** A time of day. */
export const shortTime = time({ timeStyle: 'short' });
/** The same where it may stand after a day. */
export const clockTime = time(clock);
/** A time of day with its seconds. */
export const timeWithSeconds = time({ timeStyle: 'medium' });
/** A time of day, on a day of the week. */
export const weekdayTime = time({ weekday: 'short', ...clock });
/** A time of day, on a day of the year. */
export const dateTime = time({ day: 'numeric', month: 'short', ...clock });
/** A time of day, on a day of another year. */
export const yearTime = time({ day: 'numeric', month: 'short', year: 'numeric', ...clock });
/** A day, whole. */
export const longDate = time({ dateStyle: 'long' });

/** What is in no zone: a time that is set, and names of weekdays. */
export const setTime = time({ timeStyle: 'short', timeZone: 'UTC' });
export const weekdays = {
  short: time({ weekday: 'short', timeZone: 'UTC' }),
  long: time({ weekday: 'long', timeZone: 'UTC' }),
} as const;
