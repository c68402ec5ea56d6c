import { lazy, Suspense, useState, type ReactNode } from 'react';
import { Catalogue } from './catalogue';
import type { Picked } from './picked';
import './add-service.css';

const Details = lazy(async () => ({ default: (await import('./details')).Details }));

interface AddServiceFlowProps {
  /** What is looked for at first. */
  readonly address?: string | undefined;
  /** What stands over the search, until something is picked. */
  readonly head?: ReactNode;
  readonly foot?: ReactNode;
}

/** Adding a service: find it, say where it is, name it. */
export function AddServiceFlow({ address = '', head, foot }: AddServiceFlowProps): ReactNode {
  const [query, setQuery] = useState(address);
  const [picked, setPicked] = useState<Picked>();
  if (picked !== undefined) {
    return (
      <Suspense>
        <Details picked={picked} onBack={() => setPicked(undefined)} />
      </Suspense>
    );
  }
  return (
    <div className="add-service">
      {head}
      <Catalogue query={query} onQuery={setQuery} onPick={setPicked} />
      {foot}
    </div>
  );
}
