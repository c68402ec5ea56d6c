// @ts-check
import { readFile } from 'node:fs/promises';
import { Ajv } from 'ajv';
import addFormats from 'ajv-formats';
import { inRoot } from './paths.mjs';

/** The library's own copies of what CycloneDX publishes. @param {string} name */
const readSchema = async (name) =>
  JSON.parse(
    await readFile(
      inRoot('node_modules/@cyclonedx/cyclonedx-library/res/schema', `${name}.SNAPSHOT.schema.json`),
      'utf8',
    ),
  );

/** @param {string} name */
const toName = (name) => `http://cyclonedx.org/schema/${name}.SNAPSHOT.schema.json`;

/**
 * Sees that a bill of materials fits the schema of CycloneDX 1.6.
 * @param {string} sbom JSON
 * @throws when it does not, with all that is wrong
 */
export async function checkSbom(sbom) {
  const [bom, spdx, jsf] = await Promise.all(['bom-1.6', 'spdx', 'jsf-0.82'].map(readSchema));
  // By the names that the copies call each other by.
  const schemas = { [toName('spdx')]: spdx, [toName('jsf-0.82')]: jsf };
  const ajv = new Ajv({ schemas, strict: false, allErrors: true });
  addFormats.default(ajv);
  // Addresses in the letters of any language, of which the schemas of others know no form.
  for (const name of ['iri-reference', 'idn-email']) ajv.addFormat(name, true);
  if (!ajv.validate(bom, JSON.parse(sbom)))
    throw new Error(`The bill of materials is none of CycloneDX 1.6: ${ajv.errorsText()}`);
}
