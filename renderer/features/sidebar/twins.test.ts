import { describe, expect, it } from 'vitest';
import { aService } from '../../../e2e/support/shell-fixtures';
import { twinsOf } from './twins';

describe('twinsOf', () => {
  it('H9 finds services of one kind that have no picture of their own', () => {
    const services = [
      aService('a', { recipeId: 'zulip' }),
      aService('b', { recipeId: 'zulip' }),
      aService('c', { recipeId: 'zulip', iconUrl: 'app://foyer/service-icon/c' }),
      aService('d', { recipeId: 'mattermost' }),
      aService('e', { recipeId: 'element' }),
      aService('f', { recipeId: 'element', iconUrl: 'app://foyer/service-icon/f' }),
    ];
    expect([...twinsOf(services)]).toEqual(['a', 'b']);
  });
});
