import { Search } from 'lucide-react';
import {
  lazy,
  Suspense,
  useEffect,
  useId,
  useRef,
  useState,
  type KeyboardEvent,
  type ReactNode,
} from 'react';
import { useTranslation } from 'react-i18next';
import { searchRecipes } from '../../../electron/core/model/recipe-search';
import { recipeById, recipes } from '../../../electron/recipes';
import type { RecipeManifest } from '../../../electron/recipes/types';
import { ServiceIcon } from '../../components/service-icon';
import { decideListIndex } from './list-keys';
import { looksLikeAddress } from './looks-like-address';
import type { Picked } from './picked';
import { toRecipeDescription } from './recipe-words';
import '../../components/search-field.css';
import './catalogue.css';

const Discovered = lazy(async () => ({ default: (await import('./discovered')).Discovered }));

interface CatalogueProps {
  readonly query: string;
  readonly onQuery: (query: string) => void;
  readonly onPick: (picked: Picked) => void;
}

/** A row of the list: a service, or the wish to look at what is typed as an address. */
interface Row extends Picked {
  readonly isLook: boolean;
}

const byRank = recipes.toSorted((a, b) => a.popularRank - b.popularRank);

/** The services that can be added: type to find, arrows to choose, Enter to take. */
export function Catalogue({ query, onQuery, onPick }: CatalogueProps): ReactNode {
  const { t } = useTranslation();
  const id = useId();
  const list = useRef<HTMLDivElement>(null);
  const [chosen, setChosen] = useState(0);
  const form = useRef<HTMLFormElement>(null);
  // What is looked at though services go by that name, too.
  const [lookedAt, setLookedAt] = useState('');
  const found = searchRecipes(query, byRank);
  const likeness = looksLikeAddress(query);
  const isAddress =
    likeness === 'sure' || (likeness === 'maybe' && (found.length === 0 || query === lookedAt));
  const website = recipeById('website');
  const rows: readonly Row[] =
    isAddress || website === undefined
      ? []
      : [
          ...found.map((recipe) => ({ recipe, typed: choiceFor(recipe, query), isLook: false })),
          ...(found.length === 0 || likeness === 'maybe'
            ? [{ recipe: website, typed: query.trim(), isLook: likeness === 'maybe' }]
            : []),
        ];
  const index = Math.min(chosen, rows.length - 1);
  const pick = ({ isLook, ...picked }: Row): void => (isLook ? setLookedAt(query) : onPick(picked));

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
    if (event.key === 'Enter') {
      event.preventDefault();
      if (row === undefined) form.current?.requestSubmit();
      else pick(row);
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
          aria-expanded={!isAddress}
          aria-controls={isAddress ? undefined : id}
          aria-autocomplete="list"
          aria-activedescendant={isAddress ? undefined : `${id}-${index}`}
          aria-describedby={isAddress ? id : undefined}
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
      {isAddress ? (
        <Suspense>
          <Discovered text={query} form={form} id={id} onText={onQuery} onPick={onPick} />
        </Suspense>
      ) : (
        <>
          <p className="visually-hidden" role="status">
            {found.length === 0 ? t('addService.none') : t('addService.found', { count: found.length })}
          </p>
          {found.length === 0 && <p className="catalogue-none">{t('addService.none')}</p>}
          <div
            className="catalogue-list"
            ref={list}
            id={id}
            role="listbox"
            aria-label={t('addService.results')}
          >
            {rows.map((row, at) => (
              // oxlint-disable-next-line jsx-a11y/click-events-have-key-events -- the search field hears the keys
              <div
                key={row.isLook ? 'look' : row.recipe.id}
                id={`${id}-${at}`}
                className="catalogue-row"
                role="option"
                aria-selected={at === index}
                tabIndex={-1}
                onMouseDown={(event) => event.preventDefault()}
                onPointerMove={() => setChosen(at)}
                onClick={() => pick(row)}
              >
                <RowWords row={row} isNamed={found.length > 0} />
              </div>
            ))}
          </div>
        </>
      )}
    </div>
  );
}

function RowWords({ row, isNamed }: { readonly row: Row; readonly isNamed: boolean }): ReactNode {
  const { t } = useTranslation();
  const { recipe, typed, isLook } = row;
  const name = isNamed ? recipe.name : t('addService.noneWebsite', { query: typed });
  return (
    <>
      <ServiceIcon recipeId={recipe.id} name={recipe.name} size={36} />
      <span className="catalogue-words">
        <span className="catalogue-name">{isLook ? t('discover.lookAt', { query: typed }) : name}</span>
        <span className="catalogue-description">
          {isLook ? t('discover.lookHint') : toRecipeDescription(t, recipe)}
        </span>
      </span>
    </>
  );
}

/** Gives the well-known place whose name is being typed, so that looking for Gitter ends at Gitter. */
function choiceFor({ start }: RecipeManifest, query: string): string {
  const typed = query.trim().toLowerCase();
  if (start.kind !== 'either' || typed === '') return '';
  return start.choices?.find(({ label }) => label.toLowerCase().startsWith(typed))?.url ?? '';
}
