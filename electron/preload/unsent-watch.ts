import { createTokenBucket } from '../core/model/token-bucket';

/** What is used of the clock and of IPC. */
export interface UnsentPort {
  readonly post: (text: string) => void;
  readonly nowMs: () => number;
  readonly later: (run: () => void, delayMs: number) => void;
}

/** How long after something was done fields are looked at; a page empties one when its server has taken the text. */
const LOOKS_MS = [250, 2_000] as const;
/** How often main is told at most. */
const RATE = { burst: 10, perSecond: 2 } as const;
const typedTypes: ReadonlySet<string> = new Set(['text', 'email', 'tel', 'url']);
/** What hints that something was sent, or that its field is gone. */
const hints = ['keyup', 'click', 'submit', 'focusout'] as const;

type Field = HTMLElement & { readonly value?: string; readonly type?: string };

/**
 * Tells main whether the person typed something into this frame that is there still, and when they gave it files. Only
 * what their own hands do counts, and neither searches nor passwords. Fields are held weakly. Gives what tells main anew.
 */
export function watchUnsent(frame: Pick<Window, 'addEventListener'>, port: UnsentPort): () => void {
  /** What fields held before they were typed into: a hint, say, or what the page itself kept. */
  const atRest = new WeakMap<Field, string>();
  const bucket = createTokenBucket(RATE);
  const now: { fields: readonly WeakRef<Field>[]; told: 'text' | 'nothing'; due: number } = {
    fields: [],
    told: 'nothing',
    due: 0,
  };

  const isUnsent = (field: Field): boolean => {
    const text = textOf(field);
    return field.isConnected && isText(text) && text !== atRest.get(field);
  };
  const look = (): 'text' | 'nothing' => {
    now.fields = now.fields.filter((ref) => {
      const field = ref.deref();
      return field !== undefined && isUnsent(field);
    });
    return now.fields.length > 0 ? 'text' : 'nothing';
  };
  const tell = (what: 'text' | 'nothing' | 'files'): boolean => {
    if (!bucket.take(port.nowMs())) return false;
    port.post(`{"kind":"unsent","what":"${what}"}`);
    return true;
  };
  const change = (): void => {
    const what = look();
    if (what !== now.told && tell(what)) now.told = what;
  };
  const lookSoon = (): void => {
    if (now.due > 0) return;
    now.due = LOOKS_MS.length;
    for (const delayMs of LOOKS_MS) {
      port.later(() => {
        now.due -= 1;
        change();
      }, delayMs);
    }
  };

  const hear = <K extends keyof WindowEventMap>(kind: K, act: (event: WindowEventMap[K]) => void): void =>
    frame.addEventListener(
      kind,
      (event) => {
        if (event.isTrusted) act(event);
      },
      { capture: true, passive: true },
    );
  hear('beforeinput', (event) => {
    const field = fieldOf(event);
    if (field !== undefined && !atRest.has(field)) atRest.set(field, textOf(field));
  });
  hear('input', (event) => {
    const field = fieldOf(event);
    if (field === undefined) return;
    if (isUnsent(field) && !now.fields.some((ref) => ref.deref() === field))
      now.fields = [...now.fields, new WeakRef(field)];
    if (now.told === 'nothing') change();
    lookSoon();
  });
  for (const kind of hints) {
    hear(kind, () => {
      if (now.told !== 'nothing') lookSoon();
    });
  }
  hear('pagehide', () => {
    if (now.told !== 'nothing') tell('nothing');
    now.told = 'nothing';
  });
  // It may come back as it was.
  hear('pageshow', change);
  hear('change', (event) => {
    const [target] = event.composedPath();
    if (target instanceof HTMLInputElement && target.type === 'file' && target.value !== '') tell('files');
  });
  hear('drop', (event) => {
    if (event.dataTransfer?.types.includes('Files') === true) tell('files');
  });
  hear('paste', (event) => {
    if (event.clipboardData?.types.includes('Files') === true) tell('files');
  });
  return () => {
    const what = look();
    if (tell(what)) now.told = what;
  };
}

/** The field the person types into, where it is one whose text they would miss. */
function fieldOf(event: Event): Field | undefined {
  const [target] = event.composedPath();
  if (!(target instanceof HTMLElement)) return undefined;
  const field: Field = target;
  const isTyped =
    field.localName === 'textarea' ||
    (field.localName === 'input' && typedTypes.has(field.type ?? '')) ||
    field.isContentEditable;
  if (!isTyped || field.getAttribute('role') === 'searchbox') return undefined;
  return field.closest('[role="search"]') === null ? field : undefined;
}

const textOf = (field: Field): string =>
  field.localName === 'textarea' || field.localName === 'input'
    ? (field.value ?? '')
    : (field.textContent ?? '');

/** More than blanks; editors hold their place with some that have no width. */
const isText = (text: string): boolean => /[^\s\u200B-\u200D\u2060\uFEFF]/.test(text);
