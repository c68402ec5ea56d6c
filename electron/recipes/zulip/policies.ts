/** What a person wants of a topic (`visibility_policy`). */
export const INHERIT = 0;
export const MUTED = 1;
export const UNMUTED = 2;
export const FOLLOWED = 3;
