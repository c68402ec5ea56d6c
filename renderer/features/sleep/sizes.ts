import { gigabytes, megabytes } from '../../components/formats';
import { withChosen } from '../../components/with-chosen';

const MB = 2 ** 20;
const GB = 2 ** 30;

/** Gives so much memory in words that are short: whole megabytes, from one gigabyte on with one digit after the point. */
export function toSizeText(bytes: number, locale: string): string {
  const isLarge = bytes >= GB;
  return (isLarge ? gigabytes : megabytes)(locale).format(bytes / (isLarge ? GB : MB));
}

/** Gives the choices offered, and what is set among them where it is none of those. */
export const withSet = (offered: readonly number[], set: number | null): readonly number[] =>
  withChosen(offered, set).toSorted((a, b) => a - b);
