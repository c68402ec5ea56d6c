/** Does it once for each object: what comes of the same one is the same. For data that nobody changes in place. */
export function onceEach<A extends object, B>(work: (one: A) => B): (one: A) => B {
  const known = new WeakMap<A, { readonly value: B }>();
  return (one) => {
    const before = known.get(one);
    if (before !== undefined) return before.value;
    const value = work(one);
    known.set(one, { value });
    return value;
  };
}
