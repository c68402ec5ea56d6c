import { useState, type ReactNode } from 'react';
import { toMonogram } from './monogram';
import { recipeById } from '../../electron/recipes';
import { Drawing } from './drawing';
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
  const [brokenUrl, setBrokenUrl] = useState<string>();
  const { letters, hue } = toMonogram(name);
  return (
    <span className="service-icon" data-size={size} aria-hidden>
      {iconUrl !== undefined && iconUrl !== brokenUrl ? (
        <img src={iconUrl} alt="" draggable={false} onError={() => setBrokenUrl(iconUrl)} />
      ) : recipeById(recipeId) !== undefined ? (
        <Drawing name={recipeId} />
      ) : (
        <span className="service-letters" data-hue={hue}>
          {letters}
        </span>
      )}
    </span>
  );
}
