import { useState, type ReactNode } from 'react';
import { toMonogram } from './monogram';
import { recipeIconUrl } from './recipe-icons';
import './service-icon.css';

interface ServiceIconProps {
  readonly recipeId: string;
  readonly name: string;
  /** The site's or the chosen icon; else the recipe's, else letters. */
  readonly iconUrl?: string | undefined;
  readonly size: 20 | 24 | 28 | 32 | 36 | 48;
}

/** The picture of a service. Says nothing to screen readers: what stands beside it does. */
export function ServiceIcon({ recipeId, name, iconUrl, size }: ServiceIconProps): ReactNode {
  const own = iconUrl ?? recipeIconUrl(recipeId);
  const [brokenUrl, setBrokenUrl] = useState<string>();
  const { letters, hue } = toMonogram(name);
  return (
    <span className="service-icon" data-size={size} aria-hidden>
      {own !== undefined && own !== brokenUrl ? (
        <img
          src={own}
          alt=""
          draggable={false}
          data-own={iconUrl !== undefined}
          onError={() => setBrokenUrl(own)}
        />
      ) : (
        <span className="service-letters" data-hue={hue}>
          {letters}
        </span>
      )}
    </span>
  );
}
