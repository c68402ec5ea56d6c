// @ts-check

/**
 * Takes the named options out of a command line; what is left over is passed on to the program.
 * `--name value` and `--name=value` both work; a flag takes no value.
 * @param {readonly string[]} argv
 * @param {{ flags?: readonly string[], values?: readonly string[] }} known
 * @returns {{ flags: ReadonlySet<string>, values: Readonly<Record<string, string>>, rest: string[], problem?: string }}
 */
export function readArgs(argv, known) {
  /** @type {Set<string>} */
  const flags = new Set();
  /** @type {Record<string, string>} */
  const values = {};
  /** @type {string[]} */
  const rest = [];
  for (let index = 0; index < argv.length; index += 1) {
    const arg = argv[index] ?? '';
    const [name = '', ...inline] = arg.startsWith('--') ? arg.slice(2).split('=') : [];
    if (known.flags?.includes(name) && inline.length === 0) {
      flags.add(name);
    } else if (known.values?.includes(name)) {
      const value = inline.length > 0 ? inline.join('=') : argv[(index += 1)];
      if (!value) return { flags, values, rest, problem: `--${name} needs a value` };
      values[name] = value;
    } else {
      rest.push(arg);
    }
  }
  return { flags, values, rest };
}
