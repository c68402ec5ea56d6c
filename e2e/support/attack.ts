/** The kind of annotation that {@link attack} makes. */
const ATTACK = 'attack';

/**
 * Says which attacks a test plays; give it as the test's details. An attack is stopped when its test passed. Each has
 * one id, in one test; `docs/security.md` names them.
 */
export const attack = (...ids: readonly string[]) => ({
  annotation: ids.map((description) => ({ type: ATTACK, description })),
});
