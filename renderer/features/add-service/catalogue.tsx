import { Search } from 'lucide-react';
import { useEffect, useId, useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { searchRecipes } from '../../../electron/core/model/recipe-search';
import { recipeById, recipes } from '../../../electron/recipes';
import type { RecipeManifest } from '../../../electron/recipes/types';
import { ServiceIcon } from '../../components/service-icon';
import { decideListIndex } from './list-keys';
import { toRecipeDescription } from './recipe-words';
import '../../components/search-field.css';
import './catalogue.css';

/** What was picked; `typed` is an address to begin with. */
export interface Picked {
  readonly recipe: RecipeManifest;
  readonly typed: string;
}

interface CatalogueProps {
  readonly query: string;
  readonly onQuery: (query: string) => void;
  readonly onPick: (picked: Picked) => void;
}

const byRank = recipes.toSorted((a, b) => a.popularRank - b.popularRank);

/** The services that can be added: type to find, arrows to choose, Enter to take. */
export function Catalogue({ query, onQuery, onPick }: CatalogueProps): ReactNode {
  const { t, i18n } = useTranslation();
  const id = useId();
  const list = useRef<HTMLDivElement>(null);
  const [chosen, setChosen] = useState(0);
  const found = searchRecipes(query, byRank);
  const website = recipeById('website');
  const rows: readonly Picked[] =
    found.length > 0 || website === undefined
      ? found.map((recipe) => ({ recipe, typed: choiceFor(recipe, query) }))
      : [{ recipe: website, typed: query.trim() }];
  const index = Math.min(chosen, rows.length - 1);

  // Looking for the place of the first would lay the page out before it is drawn.
  const scrolledTo = useRef(0);
  useEffect(() => {
    if (scrolledTo.current === index) return;
    scrolledTo.current = index;
    list.current?.children[index]?.scrollIntoView({ block: 'nearest' });
  }, [index]);

  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing) return;
    const next = decideListIndex(event.key, index, rows.length);
    if (next !== undefined) {
      event.preventDefault();
      setChosen(next);
    }
    const row = rows[index];
    if (event.key === 'Enter' && row !== undefined) {
      event.preventDefault();
      onPick(row);
    }
    if (event.key === 'Escape' && query !== '') {
      event.preventDefault();
      onQuery('');
    }
  };

  return (
    <div className="catalogue">
      <div className="search-field">
        <Search size={20} strokeWidth={1.5} aria-hidden />
        <input
          type="text"
          role="combobox"
          aria-label={t('addService.search')}
          aria-expanded
          aria-controls={id}
          aria-autocomplete="list"
          aria-activedescendant={`${id}-${index}`}
          placeholder={t('addService.placeholder')}
          autoComplete="off"
          spellCheck={false}
          autoFocus
          value={query}
          onChange={(event) => {
            setChosen(0);
            onQuery(event.currentTarget.value);
          }}
          onKeyDown={onKeyDown}
        />
      </div>
      <p className="visually-hidden" role="status">
        {found.length === 0 ? t('addService.none') : t('addService.found', { count: found.length })}
      </p>
      {found.length === 0 && <p className="catalogue-none">{t('addService.none')}</p>}
      <div className="catalogue-list" ref={list} id={id} role="listbox" aria-label={t('addService.results')}>
        {rows.map((row, at) => (
          // oxlint-disable-next-line jsx-a11y/click-events-have-key-events -- the search field hears the keys
          <div
            key={row.recipe.id}
            id={`${id}-${at}`}
            className="catalogue-row"
            role="option"
            aria-selected={at === index}
            tabIndex={-1}
            onMouseDown={(event) => event.preventDefault()}
            onPointerMove={() => setChosen(at)}
            onClick={() => onPick(row)}
          >
            <ServiceIcon recipeId={row.recipe.id} name={row.recipe.name} size={36} />
            <span className="catalogue-words">
              <span className="catalogue-name">
                {found.length > 0 ? row.recipe.name : t('addService.noneWebsite', { query: row.typed })}
              </span>
              <span className="catalogue-description">{toRecipeDescription(i18n, row.recipe)}</span>
            </span>
          </div>
        ))}
      </div>
    </div>
  );
}

/** Gives the well-known place whose name is being typed, so that looking for Gitter ends at Gitter. */
function choiceFor({ start }: RecipeManifest, query: string): string {
  const typed = query.trim().toLowerCase();
  if (start.kind !== 'either' || typed === '') return '';
  return start.choices?.find(({ label }) => label.toLowerCase().startsWith(typed))?.url ?? '';
}
