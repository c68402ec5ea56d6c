import { recipeById } from './index';

/** The sites of a kind's own, and those its people sign in at. */
export const hostsOf = (recipeId: string) => {
  const recipe = recipeById(recipeId);
  return { hosts: recipe?.hosts ?? [], signInHosts: recipe?.signInHosts ?? [] };
};

/** How notifications of a kind are read; none where it is not known. */
export const formsOf = (recipeId: string) => recipeById(recipeId)?.notificationForms ?? [];
