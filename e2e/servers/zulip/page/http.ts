/** The secret that every request but GET carries; the page's own form has it. */
const token = (): string =>
  document.querySelector<HTMLInputElement>('input[name="csrfmiddlewaretoken"]')?.value ?? '';

export interface Answer {
  readonly status: number;
  readonly body: Readonly<Record<string, unknown>>;
}

/** Asks the server as the page's session. @throws what `fetch` throws when there is no answer. */
export async function ask(
  method: 'GET' | 'POST' | 'DELETE',
  path: string,
  params: Readonly<Record<string, unknown>>,
  options: RequestInit = {},
): Promise<Answer> {
  const form = new URLSearchParams();
  for (const [name, value] of Object.entries(params))
    form.set(name, typeof value === 'string' ? value : JSON.stringify(value));
  const isGet = method === 'GET';
  const response = await fetch(isGet ? `${path}?${form}` : path, {
    method,
    ...(isGet ? {} : { body: form, headers: { 'X-CSRFToken': token() } }),
    ...options,
  });
  const body: unknown = await response.json().catch(() => ({}));
  return { status: response.status, body: body as Answer['body'] };
}
